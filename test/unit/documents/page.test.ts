import { describe, expect, it } from 'vitest'
import { actsOnDocument, type DocumentActs } from '../../../renderer/documents/acts.ts'
import { changesOf, correctable } from '../../../renderer/documents/correction.ts'
import { offeredHere, offeredOnFile } from '../../../renderer/documents/offered.ts'
import { pastMissing } from '../../../renderer/documents/PastVisit.tsx'
import { searchInput, anything, numberTyped } from '../../../renderer/documents/search.ts'
import { documentState } from '../../../renderer/documents/state.tsx'
import {
  askOf,
  hourTyped,
  lawTyped,
  lawWritten,
  nothingTyped,
  type AskKind,
  type Typed,
} from '../../../renderer/documents/typedAsk.ts'
import { judge } from '../../../renderer/documents/verdict.ts'
import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { FileId, LocalDate, ProcedureId } from '../../../shared/contract/ids.ts'
import { DocumentAsk } from '../../../shared/contract/documents/asks.ts'
import { scanOf } from '../../../shared/identity/scans.ts'
import { papers } from '../../../shared/messages/documents/papers.fr.ts'
import { officeKey, officeId, someFacts } from '../../fixtures/papers.ts'
import { specimens } from '../../fixtures/specimens.ts'
import { fileShown, filesToday as today } from '../../fixtures/views.files.ts'
import { renewal } from '../../fixtures/views.renewal.ts'
import { issueDocument } from '../../../shared/documents/seal.ts'
import type { DocumentId } from '../../../shared/contract/ids.ts'

const day = (text: string) => text as LocalDate
const zone = 'Europe/Paris'
const line = {
  kind: 'recepisse',
  erased: false,
  handedAt: null,
  cancelledBy: null,
  correctedBy: null,
} as const
const issuedAt = someFacts().issuedAt

describe('what can be done on a document', () => {
  it('offers everything on one that was just issued', () => {
    expect(actsOnDocument(line)).toEqual(['print', 'handOver', 'duplicate', 'correct', 'cancel'])
  })

  it('corrects and hands over nothing that was already handed over', () => {
    expect(actsOnDocument({ ...line, handedAt: issuedAt })).toEqual(['print', 'duplicate', 'cancel'])
  })

  it('offers nothing on what is erased, cancelled or replaced', () => {
    expect(actsOnDocument({ ...line, erased: true })).toEqual([])
    expect(actsOnDocument({ ...line, cancelledBy: 'AN-2026-1' as never })).toEqual([])
    expect(actsOnDocument({ ...line, correctedBy: 'RD-2026-2' as never })).toEqual([])
  })

  it('gives no duplicate of an attestation de recensement, though a misprint can be put right', () => {
    expect(actsOnDocument({ ...line, kind: 'recensement' })).not.toContain('duplicate')
    expect(actsOnDocument({ ...line, kind: 'recensement' })).toContain('correct')
  })

  it('cancels neither a decision, nor money, nor a cancellation', () => {
    for (const kind of ['refus', 'recu', 'quittance', 'bordereau', 'annulation'] as const)
      expect(actsOnDocument({ ...line, kind })).not.toContain('cancel')
  })

  it('says in words what it is worth', () => {
    expect(documentState(line, zone).said).toBe('Délivré')
    expect(documentState({ ...line, handedAt: issuedAt }, zone).said.replaceAll('\u00a0', ' ')).toBe(
      'Remis le 3 mars 2026, 10 h 21',
    )
    expect(documentState({ ...line, handedAt: issuedAt, cancelledBy: 'AN-2026-1' as never }, zone).said).toBe(
      'Annulé par AN-2026-1',
    )
  })
})

describe('a search', () => {
  it.each([
    ['rd 2026 318', 'RD-2026-318'],
    [' RD-2026-3 ', 'RD-2026-3'],
    ['ap–2026', 'AP-2026'],
  ])('« %s » is the number %s', (typed, number) => {
    expect(numberTyped(typed)).toBe(number)
  })

  it('asks only what was typed', () => {
    expect(searchInput(anything)).toEqual({ asks: {} })
    expect(searchInput({ ...anything, kind: 'accuse' })).toEqual({ asks: { kind: 'accuse' } })
  })

  it('takes one date alone for that day, and an end alone for all before it', () => {
    expect(searchInput({ ...anything, from: today })).toEqual({ asks: { date: today, until: today } })
    expect(searchInput({ ...anything, to: today })).toMatchObject({ asks: { until: today } })
  })

  it('refuses an end before its beginning, in words', () => {
    expect(searchInput({ ...anything, from: today, to: day('2026-03-01') })).toEqual({
      problem: papers.search.datesMixedUp,
    })
  })
})

describe('a passage to attest', () => {
  const typed = { wanted: 'attestation', code: '', number: 'a 42', on: today } as const

  it('is found by the code of the ticket, or by its number and its day', () => {
    expect(pastMissing(typed)).toBeNull()
    expect(pastMissing({ ...typed, number: '', code: 'K7M4' })).toBeNull()
    expect(pastMissing({ ...typed, number: '42' })).toBe(papers.past.numberMissing)
    expect(pastMissing({ ...typed, on: null })).toBe(papers.issue.fields.dateMissing)
  })

  it('is told step by step only to who holds the paper', () => {
    expect(pastMissing({ ...typed, wanted: 'passage' })).toBe(papers.past.codeMissing)
    expect(pastMissing({ ...typed, wanted: 'passage', code: 'K7M4' })).toBeNull()
  })
})

describe('what only a person can say of a document', () => {
  const of = {
    fileId: '0195a000-0000-7000-8000-000000070318' as FileId,
    ticketId: null,
    today,
    zone,
  }
  const whole: Typed = {
    ...nothingTyped,
    doubt: 'Le cachet est illisible.',
    facts: 'La largeur restante serait de 80 cm.',
    law: 'CGPPP, art. L2122-1 : nul ne peut occuper le domaine public sans titre',
    askedOn: today,
    breach: 'La déclaration manque.',
    formalities: 'Déposer la déclaration\n\nJoindre le plan',
    dueOn: day('2026-04-03'),
    consequence: 'La demande est classée.',
    registration: 'DP 077 186 26 00012',
    what: 'Le réseau est coupé.',
    since: '9 h 15',
    effect: 'La demande n’a pas pu être enregistrée.',
    court: 'Tribunal administratif de Melun',
  }
  const kinds: readonly AskKind[] = DocumentAsk.options.map(({ shape }) => shape.kind.value)

  it.each(kinds)('%s: what is composed is what the contract asks', (kind) => {
    const read = askOf(kind, whole, of)
    expect(DocumentAsk.parse('what' in read ? read.what : read)).toMatchObject({ kind })
  })

  it.each([
    ['original', 'doubt', papers.issue.fields.doubtMissing],
    ['refus', 'facts', papers.issue.fields.factsMissing],
    ['refus', 'law', papers.issue.fields.lawMissing],
    ['motifs', 'facts', papers.issue.fields.factsMissing],
    ['regularisation', 'breach', papers.issue.fields.breachMissing],
    ['regularisation', 'formalities', papers.issue.fields.formalitiesMissing],
    ['regularisation', 'consequence', papers.issue.fields.consequenceMissing],
    ['urbanisme', 'registration', papers.issue.fields.registrationMissing],
    ['incident', 'what', papers.issue.fields.whatMissing],
    ['incident', 'since', papers.issue.fields.hourMissing],
    ['incident', 'effect', papers.issue.fields.effectMissing],
  ] as const)('%s without its %s says what is to be written', (kind, name, sentence) => {
    expect(askOf(kind, { ...whole, [name]: '  ' }, of)).toEqual({ missing: sentence })
  })

  it('an incident of nobody asks what the public could not do', () => {
    const typed = { ...whole, effect: '  ' }
    expect(askOf('incident', typed, { ...of, ofNobody: true })).toEqual({
      missing: papers.issue.fields.effectForAllMissing,
    })
  })

  it('parts a text from what it says at the colon, line by line, and writes it back the same', () => {
    const law = lawTyped('CRPA, art. L211-2\n\nCGPPP, art. L2122-1 : nul ne peut : occuper')
    expect(law).toEqual([
      { title: 'CRPA, art. L211-2', said: null },
      { title: 'CGPPP, art. L2122-1', said: 'nul ne peut : occuper' },
    ])
    expect(lawTyped(lawWritten(law))).toEqual(law)
  })

  it.each([
    ['9 h 15', 9 * 60 + 15],
    ['9h', 9 * 60],
    ['0915', 9 * 60 + 15],
    ['23:59', 23 * 60 + 59],
  ])('« %s » is an hour of today', (typed, minutes) => {
    expect(hourTyped(typed, of)).toBe(Date.parse('2026-03-03T00:00:00+01:00') + minutes * 60_000)
  })

  it.each(['24 h', '9 h 75', 'tout à l’heure', ''])('« %s » is none', (typed) => {
    expect(hourTyped(typed, of)).toBeUndefined()
  })

  it.each(['twoMonths', 'none'] as const)(
    'says how long to contest, once a court is written: %s',
    (delay) => {
      const read = askOf('refus', { ...whole, delay }, of)
      expect('what' in read && read.what).toMatchObject({ remedies: { prior: 'no', delay } })
    },
  )

  it('says nothing of where to contest without a court', () => {
    const read = askOf('refus', { ...whole, court: '', authority: 'Le maire' }, of)
    expect('what' in read && read.what).not.toHaveProperty('remedies')
  })
})

describe('documents offered', () => {
  it('are, in a file, those that its state calls for', () => {
    expect(offeredOnFile(fileShown)).toEqual(['accuse', 'pieces', 'refus', 'regularisation', 'originaux'])
    expect(offeredOnFile({ ...fileShown, state: 'closed' })).toEqual([])
  })

  it('are no refusal where the office only collects', () => {
    const regime = { ...fileShown.regime, collectsOnly: true }
    expect(offeredOnFile({ ...fileShown, regime })).not.toContain('refus')
  })

  it('are no refusal once the request was sent to who decides', () => {
    const sent = (competent: boolean) =>
      offeredOnFile({
        ...fileShown,
        procedureId: 'sejour' as ProcedureId,
        forwarded: [{ on: today, receivedOn: null, competent, to: 'Préfecture' }],
      })
    expect(sent(true)).not.toContain('refus')
    expect(sent(true)).not.toContain('sejour')
    expect(sent(false)).toContain('sejour')
    expect(sent(false)).toContain('refus')
  })

  it('are the reasons of a rejection, or the proof of an acceptance, only once silence has decided', () => {
    const clock = (sense: 'rejet' | 'acceptation', state: 'running' | 'decided') =>
      offeredOnFile({ ...fileShown, clock: fileShown.clock && { ...fileShown.clock, sense, state } })
    expect(clock('rejet', 'running')).not.toContain('motifs')
    expect(clock('rejet', 'decided')).toContain('motifs')
    expect(clock('rejet', 'decided')).not.toContain('acceptation')
    expect(clock('acceptation', 'decided')).toContain('acceptation')
  })

  it('are, at the counter, what the person received can be given now', () => {
    const sheet = { procedureId: null, pieces: [], fileId: null }
    expect(offeredHere(sheet, null)).toEqual(['attestation', 'incident'])
    expect(
      offeredHere(
        { ...sheet, procedureId: 'recensement' as ProcedureId, pieces: [{ label: 'x', state: 'presented' }] },
        renewal,
      ),
    ).toEqual(['attestation', 'recepisse', 'trace', 'recensement', 'incident'])
  })
})

describe('a slip of the hand', () => {
  const before = correctable(someFacts())

  it('is put right by what was changed alone', () => {
    const [first, ...others] = before.pieces
    if (!first) throw new Error('the renewal has pieces')
    const pieces = [{ ...first, state: 'missing' as const }, ...others]
    expect(changesOf(before, { ...before, pieces })).toEqual({
      pieces: [{ title: first.title, state: 'missing' }],
    })
    expect(changesOf(before, { ...before, label: ' Passeport ' })).toEqual({ label: 'Passeport' })
  })

  it('is nothing where nothing was changed, or the object was emptied', () => {
    expect(changesOf(before, before)).toBeNull()
    expect(changesOf(before, { ...before, label: ' ' })).toBeNull()
  })

  it('puts a name right, and leaves empty what was emptied', () => {
    const named = correctable(specimens.accuse ?? someFacts())
    if (named.addressee === null) throw new Error('the specimen is addressed')
    const addressee = { ...named.addressee, familyName: 'Nunez', usageName: '' }
    expect(changesOf(named, { ...named, addressee })).toEqual({
      addressee: expect.objectContaining({ familyName: 'Nunez', usageName: null }),
    })
  })
})

describe('a code that is read', () => {
  const key = officeKey(7)
  const other = officeKey(8)
  const issued = (sign: typeof key, label = 'Passeport'): IssuedDocument =>
    issueDocument({
      facts: someFacts({ label }),
      documentId: '0195a000-0000-7000-8000-000000000001' as DocumentId,
      salt: 'c2Vs',
      previous: null,
      officeId,
      ...sign,
    })
  const document = issued(key)
  const row = {
    documentId: document.seal.documentId,
    kind: document.seal.kind,
    number: document.seal.number,
    issuedAt: document.seal.issuedAt,
    erased: false,
    handedAt: null,
    cancelledBy: null,
    correctedBy: null,
    ticket: 'A42',
    file: null,
    copies: 1,
  }
  /** An office that has these rows, and of each this document. */
  const office = (rows: readonly object[], kept = document): Pick<DocumentActs, 'list' | 'get'> => ({
    list: () => Promise.resolve({ output: { documents: rows as never, more: false } }),
    get: () => Promise.resolve({ output: kept }),
  })
  const here = { publicKey: key.publicKey, officeName: 'Mairie de Fontaine-le-Port' }

  it('is authentic, with whose it is and its number', async () => {
    const verdict = await judge(` ${document.code}\r`, here, office([row]))
    expect(verdict).toMatchObject({ tone: 'done', row })
    expect(verdict.details.join(' ')).toContain('Mairie de Fontaine-le-Port')
    expect(verdict.details.join(' ')).toContain('RD-2026-1')
  })

  it('is authentic and needs attention where the document no longer holds', async () => {
    expect(await judge(document.code, here, office([{ ...row, cancelledBy: 'AN-2026-1' }]))).toMatchObject({
      tone: 'attention',
      row: { cancelledBy: 'AN-2026-1' },
    })
  })

  it('of a duplicate says that the first no longer holds, and by what', async () => {
    const relates = { how: 'duplicate', number: 'RD-2026-9', issuedAt } as const
    const again = issueDocument({
      facts: someFacts({ relates }),
      documentId: document.seal.documentId,
      salt: 'c2Vs',
      previous: null,
      officeId,
      ...key,
    })
    const first = { ...row, number: 'RD-2026-9', documentId: 'x' }
    const judged = (of: object) => judge(again.code, here, office([row, { ...first, ...of }], again))
    expect((await judged({})).tone).toBe('done')
    const verdict = await judged({ cancelledBy: 'AN-2026-1' })
    expect(verdict.tone).toBe('attention')
    expect(verdict.details.join(' ')).toContain('RD-2026-9, qui est annulé par AN-2026-1')
    expect((await judged({ correctedBy: 'RD-2026-10' })).details.join(' ')).toContain(
      'est remplacé par RD-2026-10',
    )
  })

  it('is altered when one figure of it changed', async () => {
    expect(await judge(document.code.replace('|2/1|', '|3/1|'), here, office([row]))).toMatchObject({
      tone: 'stop',
      row: null,
    })
  })

  it('is another office’s when another key signed it', async () => {
    const verdict = await judge(issued(other).code, here, office([row]))
    expect(verdict.sentence).toContain('n’a pas été émis par cet office')
  })

  it('is a forgery when its number is not in the journal, or is another document’s there', async () => {
    expect(await judge(document.code, here, office([]))).toMatchObject({
      tone: 'stop',
      sentence: papers.verify.unknown,
    })
    expect(await judge(document.code, here, office([row], issued(key, 'Autre chose')))).toMatchObject({
      tone: 'stop',
      sentence: papers.verify.another,
    })
  })

  it('is still the office’s when the facts were erased', async () => {
    expect(await judge(document.code, here, office([{ ...row, erased: true }]))).toMatchObject({
      tone: 'done',
      row: { erased: true },
    })
  })

  it('is known as a scan by its beginning, whole or cut, whatever the capital lock', () => {
    expect(scanOf(`${document.code}\r`)).toEqual({ kind: 'document', text: document.code })
    expect(scanOf(`]Q1${document.code}`)).toEqual({ kind: 'document', text: document.code })
    const locked = document.code.replaceAll(/[a-z]/gi, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    )
    expect(scanOf(locked)).toEqual({ kind: 'document', text: document.code })
    expect(scanOf('GUICHET de la mairie')).toBeNull()
  })
})
