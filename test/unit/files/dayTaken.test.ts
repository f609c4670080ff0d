import { expect, test } from 'vitest'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'
import { openWorks, refuseWorks, worksAccepted, worksOffice } from '../../fixtures/refusedWorks.ts'

// The day that a refusal says first, tried, is taken; where no day is, another reason is said, and no day.

type Tried = { readonly refusal?: string; readonly details?: readonly string[] }
type Try = (on: string) => object

/** What the host answers to a day, then to the day that it says. */
function followed(act: Try, on: string): readonly string[] {
  const { refusal, details = [] } = act(on) as Tried
  if (refusal === undefined) return ['taken']
  return refusal === 'datesMixedUp' && details[0] !== undefined
    ? [details[0], ...followed(act, details[0])]
    : [refusal]
}

const works = (today: string, { refusedOn }: { readonly refusedOn?: string } = {}) => {
  const office = worksOffice()
  const fileId = openWorks(office)
  if (refusedOn !== undefined) {
    office.on(refusedOn)
    given(refuseWorks(office, fileId, refusedOn))
  }
  office.on(today)
  return { office, fileId }
}
const elsewhere = { issuer: 'Logiciel d’urbanisme', number: 'DP-12' }
const noted = (rest: object) => ({
  decision: 'refused',
  elsewhere,
  ground: { groundId: 'regle', said: {} },
  reason: 'La façade dépasse la hauteur que le plan permet.',
  ...rest,
})
const sent = { to: 'Préfecture', sent: 'Le dossier', competent: true, issue: false }

const late = { refusedOn: '2026-03-20' }
const received = '2026-03-03'
const before = '2026-03-01'

test.each<readonly [string, () => Try, string, readonly string[]]>([
  [
    'a refusal signed here, before it was received',
    () => {
      const { office, fileId } = works('2026-03-20')
      return (on) => refuseWorks(office, fileId, on)
    },
    before,
    ['decidedWhenSigned'],
  ],
  [
    'a refusal to sign once silence accepted',
    () => {
      const { office, fileId } = works('2026-05-10')
      return (on) => refuseWorks(office, fileId, on)
    },
    before,
    ['acceptedBySilence'],
  ],
  [
    'a refusal signed again where silence overtook the first',
    () => {
      const { office, fileId } = works('2026-05-10', late)
      return (on) => refuseWorks(office, fileId, on)
    },
    '2026-03-10',
    ['acceptedBySilence'],
  ],
  [
    'a grant where silence overtook a refusal',
    () => {
      const { office, fileId } = works('2026-05-10', late)
      return (on) => office.act('file.decide', { fileId, decision: 'granted', on })
    },
    '2026-03-10',
    [worksAccepted, 'taken'],
  ],
  [
    'a refusal of another software, told to nobody, once silence accepted',
    () => {
      const { office, fileId } = works('2026-05-10')
      return (on) => office.act('file.decide', { fileId, ...noted({ on }) })
    },
    before,
    ['acceptedBySilence'],
  ],
  [
    'a refusal of another software, notified before it was made, once silence accepted',
    () => {
      const { office, fileId } = works('2026-05-10')
      return (notifiedOn) => office.act('file.decide', { fileId, ...noted({ on: '2026-04-20', notifiedOn }) })
    },
    '2026-04-01',
    ['acceptedBySilence'],
  ],
  [
    'a refusal of another software, notified in time',
    () => {
      const { office, fileId } = works('2026-05-10')
      return (on) => office.act('file.decide', { fileId, ...noted({ on, notifiedOn: '2026-03-20' }) })
    },
    before,
    [received, 'taken'],
  ],
  [
    'a forwarding to who decides, once silence accepted',
    () => {
      const { office, fileId } = works('2026-05-10')
      return (on) => office.act('file.forward', { fileId, ...sent, on })
    },
    before,
    ['acceptedBySilence'],
  ],
  [
    'an acceptance noted before its request',
    () => {
      const { office, fileId } = works('2026-05-10')
      return (on) => office.act('file.decide', { fileId, decision: 'implicitAcceptance', on })
    },
    before,
    ['silenceNotElapsed'],
  ],
  [
    'a rejection noted before its request',
    () => {
      const office = new FilesOffice()
      const fileId = office.open({ procedureId: 'attestation-accueil', receivedOn: received })
      office.on('2026-05-10')
      return (on) => office.act('file.decide', { fileId, decision: 'implicitRejection', on })
    },
    before,
    ['silenceNotElapsed'],
  ],
  ...(
    [
      ['attestation-accueil', 'ressources', '2026-03-11'],
      ['urbanisme', 'formulaire', '2026-06-10'],
    ] as const
  ).flatMap(([procedureId, pieceId, first]) => {
    const filed = () => {
      const office = new FilesOffice()
      office.on('2026-03-10')
      const pieces = [{ pieceId, state: 'missing' }]
      return { office, fileId: office.open({ procedureId, channel: 'post', receivedOn: received, pieces }) }
    }
    return [
      [
        `an acknowledgement that asks, of ${procedureId}`,
        () => {
          const { office, fileId } = filed()
          const given = { fileId, form: 'ar', on: '2026-03-10', issue: false }
          return (dueOn: string) => office.act('file.acknowledge', { ...given, dueOn })
        },
        '2026-03-09',
        [first, 'taken'],
      ] as const,
    ]
  }),
  [
    'the paper of an acknowledgement that asks',
    () => {
      const office = new FilesOffice()
      office.on('2026-03-10')
      const pieces = [{ pieceId: 'ressources', state: 'missing' }]
      const procedureId = 'attestation-accueil'
      const fileId = office.open({ procedureId, channel: 'post', receivedOn: received, pieces })
      return (dueOn) => office.act('document.issue', { what: { kind: 'accuse', fileId, form: 'ar', dueOn } })
    },
    '2026-03-09',
    ['2026-03-11', 'taken'],
  ],
  [
    'an acknowledgement that asks nothing',
    () => {
      const office = new FilesOffice()
      office.on('2026-03-10')
      const fileId = office.open({ channel: 'post', receivedOn: received })
      return (dueOn) =>
        office.act('file.acknowledge', { fileId, form: 'ar', on: '2026-03-10', dueOn, issue: false })
    },
    '2026-03-09',
    ['2026-03-10', 'taken'],
  ],
  [
    'a notice of two titles',
    () => {
      const office = new FilesOffice()
      office.on('2026-05-10')
      const arrived = (arrivedOn: string) => {
        const fileId = office.open({ procedureId: 'cni', receivedOn: received })
        given(office.act('file.titleArrived', { fileId, arrivedOn }))
        return fileId
      }
      const fileIds = ['2026-05-02', '2026-05-05'].map(arrived)
      return (on) => office.act('file.notify', { fileIds, means: 'sms', on })
    },
    '2026-05-01',
    ['2026-05-05', 'taken'],
  ],
])('of %s', (_, prepare, on, answers) => {
  expect(followed(prepare(), on)).toEqual(answers)
})
