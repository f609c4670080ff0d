import { beforeEach, describe, expect, test } from 'vitest'
import type { FileId, LocalDate } from '../../../shared/contract/ids.ts'
import { barredFor, endSaid, reasonsFor } from '../../../renderer/files/CloseFile.tsx'
import { decisionsFor } from '../../../renderer/files/Decide.tsx'
import { clockSaid } from '../../../renderer/files/clock.ts'
import { handable } from '../../../renderer/files/HandOver.tsx'
import { heardSaid } from '../../../renderer/files/heard.ts'
import { offeredOnFile } from '../../../renderer/documents/offered.ts'
import { given, refusalOf, type FilesOffice } from '../../fixtures/filesOffice.ts'
import { openWorks, refuseWorks, worksAccepted as reached, worksOffice } from '../../fixtures/refusedWorks.ts'

// A refusal that nobody was notified of breaks no silence (CRPA L221-8, L231-1): once silence accepts, it is not handed over.

let office: FilesOffice
let fileId: string
let documentId: string
beforeEach(() => {
  office = worksOffice()
  fileId = opened()
  documentId = refused(fileId)
})
const opened = (answers?: object) => openWorks(office, answers)
const decide = (file: string, on: string) => refuseWorks(office, file, on)
const refused = (file: string) => given(decide(file, '2026-03-03')).output.document!.documentId
const told = { means: 'registeredPost', to: 'self' }
const paperHanded = () => office.act('document.handOver', { documentId, ...told })
const handed = (on: string) => office.act('file.handOver', { fileId, what: 'decision', on, ...told })
const late = { refusal: 'refusalNotNotified', details: [reached] }
const close = (reason: string) => office.act('file.close', { fileId, reason })
const attest = () => office.act('document.issue', { what: { kind: 'acceptation', fileId } })
const work = () => office.pure.view('files.work', 'agent1', {}).rows[0]

describe('before silence accepts', () => {
  test.each([paperHanded, () => handed('2026-04-02')])('the refusal is handed over, and stands', (hand) => {
    office.on('2026-04-02')
    expect(work()).toMatchObject({ todo: 'giveDecision', by: reached })
    expect(clockSaid(office.shown(fileId), '2026-04-02' as LocalDate)).toContain('le délai de silence court')
    given(hand())
    office.on('2026-05-04')
    expect(office.shown(fileId)).toMatchObject({ decision: { decision: 'refused' }, clock: null })
    expect(office.shown(fileId).unheard).toBeUndefined()
    expect(clockSaid(office.shown(fileId), '2026-05-04' as LocalDate)).toContain('aucun délai')
    expect(refusalOf(attest())).toBe('nothingToIssue')
    given(close('done'))
  })

  test('it does not end before its refusal is handed over', () => {
    expect(close('done')).toEqual({ refusal: 'refusalNotYetNotified', details: [reached] })
    expect(reasonsFor(office.shown(fileId))).toEqual(['withdrawn', 'duplicate', 'mistake'])
    given(handed('2026-03-03'))
    given(close('done'))
  })
})

describe('once silence has accepted', () => {
  beforeEach(() => office.on(reached))

  test('no door hands the refusal over any more', () => {
    expect(paperHanded()).toEqual(late)
    expect(handed(reached)).toEqual(late)
    const again = given(office.act('document.duplicate', { documentId })).output
    expect(office.act('document.handOver', { documentId: again.documentId, ...told })).toEqual(late)
  })

  test('what reached the person before is noted on its day, and stands', () => {
    expect(handable(office.shown(fileId))).toContain('decision')
    given(handed('2026-04-02'))
    expect(office.shown(fileId)).toMatchObject({ decision: { decision: 'refused' } })
    given(paperHanded())
  })

  test('the file is accepted: its attestation is made, or the acceptance noted', () => {
    const shown = office.shown(fileId)
    expect(shown).toMatchObject({
      decision: null,
      clock: { state: 'decided', on: reached },
      unheard: { decision: 'refused', until: reached, overtaken: true },
    })
    expect(offeredOnFile(shown)).toContain('acceptation')
    // The host would refuse them: nothing is refused or asked of what silence gave.
    expect(offeredOnFile(shown)).not.toContain('refus')
    expect(offeredOnFile(shown)).not.toContain('regularisation')
    expect(decisionsFor(shown)).toContain('implicitAcceptance')
    expect(work()).toMatchObject({ todo: 'noteSilence', by: reached })
    given(attest())
    expect(office.shown(fileId).decision).toMatchObject({ decision: 'implicitAcceptance', on: reached })
    given(close('done'))
  })

  test('who may not sign notes the acceptance, and ends the file', () => {
    given(office.act('file.decide', { fileId, decision: 'implicitAcceptance', on: reached }))
    given(close('done'))
  })

  test('it is granted from that day on, never before: nobody granted it while the refusal was waiting', () => {
    const grant = (on: string) => office.act('file.decide', { fileId, decision: 'granted', on })
    office.on('2026-04-10')
    expect(grant('2026-03-04')).toEqual({ refusal: 'datesMixedUp', details: [reached] })
    expect(grant('2026-04-02')).toMatchObject({ refusal: 'datesMixedUp' })
    given(grant(reached))
    expect(paperHanded()).toEqual(late)
  })

  test('no refusal of another software takes the place of the one signed here', () => {
    const ground = { groundId: 'regle', said: {} }
    const reason = 'La façade dépasse la hauteur que le plan permet.'
    const elsewhere = { issuer: 'Logiciel d’urbanisme', number: 'DP-12' }
    const noted = { fileId, decision: 'refused', elsewhere, ground, reason, on: '2026-03-03' }
    expect(office.act('file.decide', { ...noted, notifiedOn: '2026-03-20' })).toEqual(late)
    expect(paperHanded()).toEqual(late)
    given(handed('2026-03-20'))
  })

  test('it is refused no more, and ends neither as done nor as a mistake', () => {
    expect(decide(fileId, reached)).toMatchObject({ refusal: 'acceptedBySilence' })
    expect(close('done')).toEqual(late)
    expect(close('mistake')).toMatchObject({ refusal: 'acceptedBySilence' })
    expect(office.act('file.describe', { fileId, answers: { genre: 'maison' } })).toMatchObject({
      refusal: 'acceptedBySilence',
    })
    given(close('withdrawn'))
  })
})

const noteSilence = () => office.act('file.decide', { fileId, decision: 'implicitAcceptance', on: reached })
const correct = () =>
  office.act('document.correct', { documentId, changes: { label: 'Muret' }, reason: 'Erreur de mot' })
/** A file that a visit ended is known until that closing can't be taken back. */
const endedByVisit = () => {
  const { pure } = office
  const file = pure.office.files.get(fileId as FileId)!
  const files = pure.office.files.set(file.fileId, { ...file, closed: { reason: 'done', at: pure.now } })
  pure.office = { ...pure.office, files }
}
const decision = () => office.pure.office.files.get(fileId as FileId)!.decision

describe('what an earlier version stored stands as it was noted', () => {
  test('a refusal without the mark of its signing is not overtaken', () => {
    const { signedHere: _, ...before } = office.pure.personal.files.get(fileId as FileId)!
    office.pure.personal.files.set(fileId as FileId, before)
    office.on(reached)
    expect(office.shown(fileId)).toMatchObject({ decision: { decision: 'refused' } })
    expect(office.shown(fileId).unheard).toBeUndefined()
    expect(refusalOf(attest())).toBe('nothingToIssue')
    given(close('done'))
  })

  test('a refusal noted with a reason alone, then written, keeps its day', () => {
    const { signedHere: _, reasoned: __, ...before } = office.pure.personal.files.get(fileId as FileId)!
    office.pure.personal.files.set(fileId as FileId, before)
    office.on('2026-03-20')
    const facts = 'La clôture prévue dépasse la hauteur permise.'
    const said = { disposition: 'PLU, article UA 11', ecart: '2,40 m au lieu de 1,80 m' }
    const what = { kind: 'refus', fileId, facts, law: [], ground: { groundId: 'regle', said } }
    given(office.act('document.issue', { what }))
    office.on(reached)
    expect(office.shown(fileId)).toMatchObject({ decision: { decision: 'refused', on: '2026-03-03' } })
  })
})

describe('no door gives a refusal that silence overtook', () => {
  beforeEach(() => office.on(reached))

  test.each<readonly [string, () => unknown]>([
    ['noted', () => undefined],
    ['accepted', () => given(noteSilence())],
    ['attested', () => given(attest())],
    ['granted', () => given(office.act('file.decide', { fileId, decision: 'granted', on: reached }))],
    ['accepted, and ended by a visit just now', () => [given(noteSilence()), endedByVisit()]],
  ])('once the file is %s', (_, prepare) => {
    prepare()
    expect(correct()).toEqual(late)
    expect(paperHanded()).toEqual(late)
  })
})

test('once what was typed of its file is erased, a refusal is given only where the person heard of it in time', () => {
  const { office: before } = office.pure
  const erased = () => [
    office.on(reached),
    endedByVisit(),
    office.pure.personal.files.delete(fileId as FileId),
  ]
  erased()
  expect(paperHanded()).toEqual(late)
  expect(correct()).toEqual(late)
  office.pure.office = before
  given(handed('2026-03-20'))
  erased()
  given(paperHanded())
})

describe('a refusal received in time, and noted late', () => {
  beforeEach(() => office.on(reached))

  test('is asked for before the silence is noted', () => {
    const on = reached as LocalDate
    const said = heardSaid(office.shown(fileId), on)
    expect(said).toMatch(/^Un refus du 3\smars est signé.*reçu avant le 3\savril/u)
    given(handed('2026-03-20'))
    expect(heardSaid(office.shown(fileId), on)).toBeNull()
  })

  test('is put back over the silence that was noted', () => {
    given(noteSilence())
    expect(handed('2026-03-02')).toEqual({ refusal: 'datesMixedUp', details: ['2026-03-03'] })
    given(handed('2026-03-20'))
    expect(decision()).toEqual({ decision: 'refused', by: 'office', on: '2026-03-03' })
    expect(office.shown(fileId).unheard).toBeUndefined()
    given(paperHanded())
    given(close('done'))
  })

  test('is put back no more once the acceptance is attested', () => {
    given(attest())
    expect(handed('2026-03-20')).toEqual({ refusal: 'acceptanceAttested', details: [reached] })
    expect(decision()).toMatchObject({ decision: 'implicitAcceptance' })
    given(handed(reached))
  })

  test('is put back no more once an acceptance that was noted is attested', () => {
    given(noteSilence())
    given(attest())
    expect(refusalOf(handed('2026-03-20'))).toBe('acceptanceAttested')
  })
})

test('the attestation of an acceptance leaves no refusal to sign', () => {
  fileId = opened()
  given(office.act('file.keepDraft', { fileId, facts: 'La clôture est trop haute.', law: [] }))
  office.on(reached)
  given(attest())
  expect(office.pure.personal.files.get(fileId as FileId)!.draft).toBeUndefined()
})

test('where silence rejects, a refusal is handed over late', () => {
  office.on('2026-03-03')
  fileId = opened({ genre: 'maison', secteur: 'exclu' })
  expect(office.shown(fileId).regime.silence.sense).toBe('rejet')
  documentId = refused(fileId)
  office.on('2027-03-03')
  given(paperHanded())
  given(close('done'))
})

test('a refusal of another software was counted when it was noted: nothing more is asked of it', () => {
  fileId = opened()
  const elsewhere = { issuer: 'Logiciel d’urbanisme', number: 'DP-12' }
  const ground = { groundId: 'regle', said: {} }
  const reason = 'La façade dépasse la hauteur que le plan permet.'
  const noted = { fileId, decision: 'refused', elsewhere, ground, reason, on: '2026-03-03' }
  given(office.act('file.decide', noted))
  office.on(reached)
  expect(office.shown(fileId)).toMatchObject({ decision: { decision: 'refused' } })
  given(close('done'))
})

const granted = () => given(office.act('file.decide', { fileId, decision: 'granted', on: '2026-03-03' }))
const planHanded = () =>
  given(
    office.act('file.handOver', {
      fileId,
      what: 'document',
      label: 'Plan du cadastre',
      on: '2026-03-03',
      ...told,
    }),
  )
test.each<readonly [string, string, () => unknown]>([
  ['undecided', '2026-03-03', () => undefined],
  ['accepted by silence', reached, () => undefined],
  ['refused', '2026-03-03', () => refused(fileId)],
  ['refused, and accepted by silence', reached, () => refused(fileId)],
  [
    'refused, and accepted by silence, another paper handed over',
    reached,
    () => [refused(fileId), planHanded()],
  ],
  ['granted', '2026-03-03', granted],
])(
  'the page that ends a file lists what the host allows, and says why for the rest: %s',
  (_, on, prepare) => {
    fileId = opened()
    prepare()
    office.on(on)
    const shown = office.shown(fileId)
    const listed = reasonsFor(shown)
    const { office: before, personal } = office.pure
    const row = personal.files.get(fileId as FileId)!
    const allowed = (['done', 'withdrawn', 'duplicate', 'mistake'] as const).filter((reason) => {
      office.pure.office = before
      personal.files.set(fileId as FileId, row)
      return refusalOf(close(reason)) === undefined
    })
    expect(listed).toEqual(allowed)
    expect([...listed, ...barredFor(shown).map(({ reason }) => reason)].toSorted()).toEqual([
      'done',
      'duplicate',
      'mistake',
      'withdrawn',
    ])
    expect(endSaid(shown)).toBe(listed.includes('done') ? 'done' : null)
  },
)
