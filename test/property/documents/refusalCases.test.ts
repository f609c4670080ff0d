import { beforeEach, describe, expect, test } from 'vitest'
import { draftContent } from '../../../shared/documents/content.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'
import type { RefusalCase } from '../../fixtures/refusals/case.ts'
import { refusalCases, saidRemedies, writtenIn } from '../../fixtures/refusals.ts'
import type { SigningCapacity } from '../../../shared/contract/documents/signing.ts'

const court = '43 rue du Général de Gaulle, 77000 Melun'
const person = { familyName: 'Diallo', firstName: 'Awa' }
const named = refusalCases.map((one) => [`${one.procedureId} : ${one.title}`, one] as const)

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  const decided = [
    'attestation-accueil',
    'inscription-scolaire',
    'pacs',
    'urbanisme',
    'elections',
    'naissance',
  ]
  const remedies = decided.map((procedureId) => ({ procedureId, authority: null, court }))
  given(office.act('office.setLaw', { exchanges: [], ballots: [], remedies }, 'admin'))
  given(signed('deputy'))
})

const signed = (capacity: SigningCapacity | undefined, more: object = {}) =>
  office.act(
    'paper.set',
    {
      delegations: [
        {
          agentId: 'agent1',
          procedures: null,
          from: '2026-01-01',
          until: null,
          act: 'arrêté n° 12',
          ...(capacity && { capacity }),
          ...more,
        },
      ],
    },
    'admin',
  )
const opened = ({ procedureId, label, answers, pieces }: RefusalCase) =>
  office.open({
    procedureId,
    ...(label === undefined ? {} : { label }),
    ...(answers && { answers }),
    ...(pieces && { pieces }),
    person,
  })
const askOf = (one: RefusalCase, fileId: string) => ({
  kind: 'refus',
  fileId,
  ...writtenIn(one),
  ...(one.extent && { extent: one.extent }),
  ...(one.saysRemedies && { remedies: saidRemedies }),
})
const codeOf = (decision: Parameters<typeof refusalOf>[0]) => refusalOf(decision) ?? 'issued'

test('the corpus has forty refusals at least, and as many answers as doors need', () => {
  expect(refusalCases.length).toBeGreaterThanOrEqual(40)
  expect(new Set(refusalCases.map(({ expected }) => expected)).size).toBeGreaterThanOrEqual(7)
})

describe('a refusal asked as a paper', () => {
  test.each(named)('the paper of %s is issued or refused as the corpus says', (_, one) => {
    const fileId = opened(one)
    const what = askOf(one, fileId)
    const before = office.pure.recorded.length
    const { refusal, signs } = office.pure.view('document.draft', 'agent1', { what })
    expect(refusal?.code ?? 'issued', 'the draft says it before').toBe(one.expected)
    const decision = office.act('document.issue', { what })
    expect(codeOf(decision)).toBe(one.expected)
    if (one.expected !== 'issued') return expect(office.pure.recorded).toHaveLength(before)
    expect(signs).toBe(true)
    const document = office.pure.documents.get(given(decision).output.documentId)
    if (document === undefined || document === 'erased') throw new Error('not issued')
    const text = JSON.stringify(draftContent(document.facts))
    expect(text.includes('motivée en fait et en droit')).toBe(one.reasoned !== false)
    expect(text.includes('texte indiqué par le signataire, non vérifié')).toBe(one.reasoned === false)
    expect(office.shown(fileId).decision).toMatchObject({ by: 'office' })
  })
})

describe('a refusal asked as the decision of a file', () => {
  test.each(named)('the decision of %s is taken or refused as the corpus says', (_, one) => {
    const fileId = opened(one)
    const before = office.pure.recorded.length
    const decide = { fileId, decision: 'refused', on: '2026-03-03', ...writtenIn(one) }
    // Where to contest is not asked there.
    const lacks = one.saysRemedies && one.expected === 'issued'
    const code = codeOf(office.act('file.decide', decide))
    expect(code).toBe(lacks ? 'mentionMissing' : one.expected)
    if (code !== 'issued') expect(office.pure.recorded).toHaveLength(before)
    const bare = { fileId: opened(one), decision: 'refused', on: '2026-03-03', reason: 'non' }
    expect(['refusalUnwritten', 'officeDoesNotDecide']).toContain(codeOf(office.act('file.decide', bare)))
  })
})

describe('a refusal that another software issued', () => {
  const record = (one: RefusalCase, by: string, more: object) =>
    codeOf(
      office.act('file.decide', {
        fileId: opened(one),
        decision: one.extent === 'part' ? 'partlyGranted' : 'refused',
        by,
        on: '2026-03-03',
        elsewhere: { issuer: 'Parapheur', number: '2026-12' },
        ...more,
      }),
    )

  test.each(named)('the refusal of %s is not recorded by its number alone, whoever decided it', (_, one) => {
    const ours = ['groundMissing', 'refusalUnreasoned']
    const never = one.expected === 'officeDoesNotDecide'
    expect(never ? [one.expected] : ours).toContain(record(one, 'office', {}))
    if (!never) expect(ours).toContain(record(one, 'authority', {}))
    const short = record(one, 'office', { reason: 'non' })
    expect(never ? [one.expected] : ['groundMissing', 'factsMissing']).toContain(short)
  })

  test.each(named)('the refusal of %s is recorded with its ground, or with a text and facts', (_, one) => {
    // What a ground supposes is established on the paper that was made there; the facts are told here all the same.
    const told = one.facts.split(' ').length > 3
    const there = one.ground && told && ['factsMissing', 'groundNotMet'].includes(one.expected)
    expect(record(one, 'office', writtenIn(one))).toBe(there ? 'issued' : one.expected)
  })

  test('has no fact that orders, and no text that nobody could find', () => {
    const one = refusalCases.find(({ title }) => title === 'par « le règlement »')!
    const reason = (said: string) => record(one, 'office', { reason: said })
    expect(reason('Article 4 du règlement : apportez un bail signé')).toBe('orderInReasons')
    expect(reason('Le document présenté est rédigé en blanc')).toBe('articleMissing')
    expect(reason('Article 4 du règlement : le document présenté est rédigé en blanc')).toBe('issued')
  })
})

describe('a refusal kept as a draft', () => {
  test.each(named)('the draft of %s is kept unless no signature could save it', (_, one) => {
    const fileId = opened(one)
    const code = codeOf(office.act('file.keepDraft', { fileId, ...writtenIn(one) }))
    const never = ['officeDoesNotDecide', 'groundNotAllowed']
    const unknown =
      one.ground &&
      !office.pure
        .view('file.view', 'agent1', { fileId })
        .refusal?.grounds.some(({ groundId }) => groundId === one.ground?.groundId)
    expect(code).toBe(
      never.includes(one.expected) && (one.expected !== 'groundNotAllowed' || unknown)
        ? one.expected
        : 'issued',
    )
    expect(office.shown(fileId).decision, 'a draft decides nothing').toBeNull()
  })
})

describe('who signs a refusal', () => {
  const one = refusalCases.find(({ title }) => title === 'logement, établi par une pièce')!
  const refuse = () => {
    const fileId = opened(one)
    return codeOf(office.act('document.issue', { what: askOf(one, fileId) }))
  }

  test.each(['deputy', 'councillor', 'generalDirector', 'technicalDirector', 'serviceHead'] as const)(
    'is a %s by an act of delegation (CGCT L2122-18, L2122-19)',
    (capacity) => {
      given(signed(capacity))
      expect(refuse()).toBe('issued')
      expect(refusalOf(signed(capacity, { act: null })), 'no act, no delegation').toBe('delegationActMissing')
    },
  )

  test('is no other agent, nor a registrar but for civil status (CGCT R2122-10)', () => {
    expect(refusalOf(signed('agent'))).toBe('delegationNotAllowed')
    expect(refusalOf(signed('registrar'))).toBe('delegationNotAllowed')
    expect(refusalOf(signed('registrar', { procedures: ['urbanisme'] }))).toBe('delegationNotAllowed')
    given(signed('registrar', { procedures: ['pacs'] }))
    expect(refuse(), 'what it does not cover').toBe('notSignatory')
  })

  test('says in what capacity before signing: until then the draft is kept', () => {
    given(signed(undefined))
    const fileId = opened(one)
    expect(codeOf(office.act('document.issue', { what: askOf(one, fileId) }))).toBe('capacityNotSaid')
    given(office.act('file.keepDraft', { fileId, ...writtenIn(one) }))
    expect(office.pure.view('file.view', 'agent1', { fileId }).draft).toMatchObject(writtenIn(one))
  })
})

describe('a refusal drafted', () => {
  const one = refusalCases.find(({ title }) => title === 'logement, établi par une pièce')!
  const listed = (actor: string) =>
    office.pure.view('files.due', actor, {}).toSign.map(({ fileId, signs }) => [fileId, signs])

  test('waits in the list of who signs, each on its own file, until it is issued', () => {
    const [first, second] = [opened(one), opened(one)]
    for (const fileId of [first, second])
      given(office.act('file.keepDraft', { fileId, ...writtenIn(one) }, 'agent2'))
    expect(new Map(listed('agent1') as [string, boolean][])).toEqual(
      new Map([
        [first, true],
        [second, true],
      ]),
    )
    expect(listed('agent2').map(([, signs]) => signs)).toEqual([false, false])
    given(office.act('document.issue', { what: askOf(one, first) }))
    expect(listed('agent1')).toEqual([[second, true]])
    given(office.act('file.close', { fileId: second, reason: 'withdrawn' }))
    expect(listed('agent1')).toEqual([])
  })

  test('tells what can be chosen: the four cases of the law for an attestation d’accueil, nothing where it collects', () => {
    const refusal = (fileId: string) => office.pure.view('file.view', 'agent1', { fileId }).refusal
    expect(refusal(opened(one))).toMatchObject({
      closed: true,
      grounds: ['1°', '2°', '3°', '4°'].map((point) => ({ article: `CESEDA L313-3, ${point}` })),
    })
    expect(refusal(office.open({ procedureId: 'cni' }))).toBeNull()
  })
})
