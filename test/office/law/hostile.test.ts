import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calls, type CommandName, type Output } from '../../../shared/contract/index.ts'
import { stopped, titleOf } from '../../fixtures/demandDoors.ts'
import { demandsAsked, regulation, type Asked } from '../../fixtures/demands.ts'
import { forwarded, plain, step, today, wordsTried } from '../../fixtures/hostile.ts'
import { nobody, story } from '../../fixtures/hostileStory.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { someByDay } from '../../fixtures/night.ts'
import { refusalCases, writtenIn } from '../../fixtures/refusals.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

// Somebody who knows the calls and does not want the law asks, refuses, names and destroys over HTTP, with the token of each role:
// every attempt is answered by its code and what to do, and writes nothing in the journal.

let dir: string
let host: HostInside
let journal: Database.Database
/** A request that came by e-mail, the acknowledgement that was made of it, and a declaration that silence accepted. */
let fileId: string
let documentId: string
let acceptedId: string
let incompleteId: string

const open = async (more: object) =>
  (
    await done<Output<'file.open'>>(host, 'agent2', 'commands/file.open', {
      procedureId: 'attestation-accueil',
      serviceId: 'titres',
      channel: 'post',
      receivedOn: today,
      pieces: [],
      person: { familyName: 'Diallo' },
      ...more,
    })
  ).fileId

beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir, { at: `${today}T10:42:00+01:00` })
  journal = new Database(join(dir, 'guichet.sqlite'), { readonly: true })
  const court = '43 rue du Général de Gaulle, 77000 Melun'
  const decided = [
    'attestation-accueil',
    'inscription-scolaire',
    'pacs',
    'urbanisme',
    'elections',
    'naissance',
  ]
  const remedies = decided.map((procedureId) => ({ procedureId, authority: null, court }))
  await done(host, 'admin', 'commands/office.setLaw', { remedies, regulations: [regulation] })
  const power = { procedures: null, from: '2026-01-01', until: null, act: 'arrêté n° 12', capacity: 'deputy' }
  const ended = { ...power, agentId: 'agent3', until: '2026-03-02' }
  await done(host, 'admin', 'commands/paper.set', { delegations: [{ agentId: 'agent1', ...power }, ended] })
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/sheet.update', { procedureId: 'cni' })
  fileId = await open({ channel: 'email' })
  const form = { fileId, form: 'aee', on: today }
  const made = await done<Output<'file.acknowledge'>>(host, 'agent2', 'commands/file.acknowledge', form)
  documentId = made.document!.documentId
  const works = { procedureId: 'urbanisme', answers: { genre: 'déclaration' } }
  acceptedId = await open({ ...works, receivedOn: '2026-01-15' })
  incompleteId = await open({ ...works, pieces: [{ pieceId: 'plan-situation', state: 'missing' }] })
}, 60_000)
afterAll(async () => {
  journal?.close()
  await host?.stop()
  await removeFolder(dir)
})

const length = () => Number(journal.prepare('select count(*) from events').pluck().get())

/**
 * The code of the answer, and whether it is a refusal that the call declares, in a sentence that says what to do, and leaves the
 * journal as it was.
 */
async function attempt(holder: string, name: CommandName, input: object) {
  const before = length()
  const { status, error } = await post(host, holder, `commands/${name}`, input)
  const known = error !== undefined && (calls[name].refusals as readonly string[]).includes(error.code)
  const said = /^\p{Lu}.*[.)]$/su.test(error?.message ?? '')
  return { code: error?.code ?? 'done', sound: status === 409 && known && said && length() === before }
}

describe.each(wordsTried.map(([what, doors, said]) => ({ what, doors, said })))(
  '$what',
  ({ doors, said }) => {
    test.each(doors.map(([name, input, holder], rank) => ({ name, input, holder, rank })))(
      'neither asks, orders nor refuses, by $name ($rank)',
      async ({ name, input, holder }) => {
        const passed: unknown[] = []
        for (const words of someByDay(said, 3)) {
          const { code, sound } = await attempt(holder, name, input(words, { fileId, documentId }))
          if (!sound) passed.push([words, code])
        }
        expect(passed).toEqual([])
      },
    )
  },
)

// What a door says of each demand and of each refusal is told by day without a host (test/unit/law, test/unit/documents).
const unlawful = someByDay(
  demandsAsked.unlawful.filter(({ exchanges = [] }) => exchanges.length === 0),
  5,
)
const caseOf = ({ procedureId, answers }: Asked) => ({ procedureId, answers, label: 'Une demande' })
const files = new Map<string, Promise<string>>()
/** One file by case: no demand changes it. */
function fileOf(asked: Asked): Promise<string> {
  const key = JSON.stringify(caseOf(asked))
  const file = files.get(key) ?? open(caseOf(asked))
  files.set(key, file)
  return file
}
const asPiece = ({ demand }: Asked) =>
  'label' in demand ? { source: 'usage de la mairie', ...demand } : demand
const lawOf = ({ demand }: Asked) => ('label' in demand ? demand.source : undefined) ?? 'CRPA, art. L123-1'
const newFile = { serviceId: 'titres', channel: 'post', receivedOn: today }

type DemandDoor = readonly [CommandName, (asked: Asked, fileId: string) => object]
const demandDoors: readonly DemandDoor[] = [
  [
    'file.open',
    (asked) => ({ ...caseOf(asked), ...newFile, pieces: [{ ...asked.demand, state: 'missing' }] }),
  ],
  [
    'file.requestPieces',
    (asked, id) => ({ fileId: id, pieces: [asPiece(asked)], on: today, dueOn: '2026-06-30' }),
  ],
  [
    'document.issue',
    (asked, id) => {
      const law = [{ title: lawOf(asked), said: null }]
      return { what: { ...step, fileId: id, law, breach: plain, formalities: [`Fournir ${titleOf(asked)}`] } }
    },
  ],
]

test('a demand without a text is made in a hundred and fifty ways, and a refusal in forty', () => {
  expect(demandsAsked.unlawful.length).toBeGreaterThanOrEqual(150)
  expect(refusalCases.length).toBeGreaterThanOrEqual(40)
})

test.each(demandDoors)('a demand without a text is refused by %s, whoever asks', async (name, input) => {
  const passed: unknown[] = []
  for (const [rank, asked] of unlawful.entries()) {
    const holder = ['agent1', 'agent2', 'supervisor'][rank % 3]!
    const { code, sound } = await attempt(holder, name, input(asked, await fileOf(asked)))
    const ofDemand = stopped({ refusal: code }) || code === 'stepWithoutText'
    if (!sound || !ofDemand) passed.push([asked, code])
  }
  expect(passed).toEqual([])
})

const never = someByDay(
  refusalCases.filter(({ expected }) => expected !== 'issued'),
  3,
)
test.each(never.map((one) => [`${one.procedureId} : ${one.title}`, one] as const))(
  'a refusal is no paper, no decision, nor one of another software: %s',
  async (_, one) => {
    const { procedureId, label, answers, pieces = [] } = one
    const id = await open({ procedureId, pieces, ...(label && { label }), ...(answers && { answers }) })
    const decision = { fileId: id, decision: 'refused', on: today }
    const elsewhere = { issuer: 'Parapheur', number: '2026-12' }
    const heard = [
      await attempt('agent1', 'document.issue', { what: { kind: 'refus', fileId: id, ...writtenIn(one) } }),
      await attempt('agent1', 'file.decide', { ...decision, ...writtenIn(one) }),
      await attempt('agent1', 'file.decide', { ...decision, elsewhere }),
    ]
    const unreasoned = ['officeDoesNotDecide', 'groundMissing', 'refusalUnreasoned']
    expect(heard.map(({ sound }) => sound)).toEqual([true, true, true])
    expect(heard.slice(0, 2).map(({ code }) => code)).toEqual([one.expected, one.expected])
    expect(unreasoned).toContain(heard[2]!.code)
  },
)

test.each(story)('%s is what %s hears of %s', async (code, holder, name, input) => {
  expect(await attempt(holder, name, input({ fileId, documentId, acceptedId, incompleteId }))).toEqual({
    code,
    sound: true,
  })
})

test('words that show nothing are no reason, no name and no visa', async () => {
  for (const [holder, name, input] of [
    ['agent2', 'file.describe', { fileId, person: { familyName: '\u3164' } }],
    ['agent2', 'document.cancel', { documentId, reason: '\u200b\u00ad' }],
    ['agent2', 'file.forward', { fileId, ...forwarded, to: ' \u2800 ' }],
    ['admin', 'archives.recordVisa', { slipId: nobody, visaNumber: 'AD77-1', on: today, by: '\u1160' }],
  ] as const) {
    const before = length()
    expect(await post(host, holder, `commands/${name}`, input)).toMatchObject({
      status: 400,
      error: { code: 'badInput' },
    })
    expect(length()).toBe(before)
  }
})

test('no other role signs, asks, corrects nor destroys', async () => {
  const before = length()
  for (const holder of ['kiosk', 'display', 'integration'])
    for (const name of [
      'document.issue',
      'document.correct',
      'document.cancel',
      'file.decide',
      'file.requestPieces',
      'file.forward',
      'sheet.update',
      'visit.close',
      'office.setLaw',
      'paper.set',
      'archives.eliminate',
      'person.erase',
    ])
      expect([holder, name, (await post(host, holder, `commands/${name}`, {})).status]).toEqual([
        holder,
        name,
        403,
      ])
  for (const name of ['archives.eliminate', 'person.erase', 'office.setLaw', 'paper.set'])
    expect([name, (await post(host, 'agent1', `commands/${name}`, {})).status]).toEqual([name, 403])
  expect(length()).toBe(before)
})
