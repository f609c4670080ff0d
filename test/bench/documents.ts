import { hash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { Batch, Journal } from '../../db/journal/port.ts'
import { openForReading, openJournal } from '../../db/open.ts'
import { verifyDocuments } from '../../electron/host/documents/journal.ts'
import { documentText, renderDocument } from '../../electron/host/documents/render.ts'
import { officeKey } from '../../electron/host/office/key.ts'
import type { OfficeKey } from '../../electron/host/core/officeKey.ts'
import { schoolOffice } from '../../electron/host/training/school.ts'
import type { DocumentSeal } from '../../shared/contract/documents/issued.ts'
import type {
  CommandId,
  CounterId,
  DocumentId,
  Instant,
  Seq,
  TicketId,
  VisitId,
} from '../../shared/contract/ids.ts'
import { emptyOffice } from '../../shared/domain/state.ts'
import { sealPdf, verifyPdf } from '../../shared/documents/pdfSeal.ts'
import { firstPrevious, issueDocument, sealedText } from '../../shared/documents/seal.ts'
import { verifyCode } from '../../shared/documents/code.ts'
import { issueJournal } from '../fixtures/issuedJournal.ts'
import { officeId, someFacts } from '../fixtures/papers.ts'
import { alone, microseconds, percentile, spread, type Part, type Row } from './measure.ts'
import { whoIs } from './office.ts'

/** A year of a busy office: what is verified in less than two seconds. */
const year = 100_000
const together = 5000

/** What documents cost from their issue to a judge's desk: issued whole, verified one by one and by the year, as PDFs. */
export const documents: Part = {
  name: 'documents',
  title: 'Les documents',
  run: async ({ quick, folder, say }) => {
    const key = officeKey(folder)
    return [
      await issuing(join(folder, 'issuing'), key, quick ? 20 : 300),
      ...(await checking(key, quick ? 5 : 60)),
      await aYear(join(folder, 'year'), key, quick ? 2000 : year, say),
      ...(await withFacts(join(folder, 'facts'), key, quick ? 200 : 5000)),
      ...(await pdfs(key, quick ? 1 : 8)),
    ]
  },
}

const facts = someFacts()
const issued = (key: OfficeKey, previous: { readonly count: number; readonly hash: string } | null) =>
  issueDocument({
    facts,
    documentId: uuidv7() as DocumentId,
    salt: 'a5'.repeat(16),
    previous,
    officeId,
    ...key,
  })

/** Appends that follow each other in a journal of one office. */
async function appender(folder: string, key: OfficeKey) {
  await mkdir(folder, { recursive: true })
  const journal: Journal = await openJournal(folder)
  const who = whoIs('agent1', emptyOffice)
  let head = 0 as Seq
  const at = facts.issuedAt
  const append = async (events: readonly Batch['events'][number]['event'][], batch: Partial<Batch> = {}) => {
    const recorded = events.map((event) => ({ at, who, commandId: uuidv7() as CommandId, event }))
    const empty = { personal: [], answers: [], jobs: [] }
    const result = await journal.append(head, { ...empty, ...batch, events: recorded })
    if (result === 'conflict') throw new Error('conflict')
    head = (head + result.stored.length) as Seq
  }
  const { settings } = schoolOffice
  const born = { officeId: officeId as never, settings, school: true, publicKey: key.publicKey }
  await append([{ type: 'officeCreated', data: born }])
  return { append, close: () => journal.close() }
}

const ofVisit = () => ({
  ticketId: uuidv7() as TicketId,
  visitId: uuidv7() as VisitId,
  counterId: '1' as CounterId,
  fileId: null,
})

/** Facts to paper: numbered, chained, signed, stored for good, and laid out. */
async function issuing(folder: string, key: OfficeKey, count: number): Promise<Row> {
  const { append, close } = await appender(folder, key)
  const took: number[] = []
  let last = { count: 0, hash: firstPrevious }
  for (let at = -20; at < count; at++) {
    const began = performance.now()
    const document = issued(key, last.count === 0 ? null : last)
    last = { count: last.count + 1, hash: document.seal.hash }
    const { documentId: id } = document.seal
    await append([{ type: 'documentIssued', data: { ...document.seal, ...ofVisit() } }], {
      personal: [{ op: 'put', kind: 'document', id, value: document, at: facts.issuedAt as Instant }],
    })
    documentText(document)
    if (at >= 0) took.push(performance.now() - began)
  }
  await close()
  return alone('émis : numéro, chaîne, signature, rangement durable, mise en page', 'ms', spread([took]))
}

/** One document at a time, as anyone verifies it, with the public key alone. */
async function checking(key: OfficeKey, samples: number): Promise<readonly Row[]> {
  const document = issued(key, null)
  const pdf = sealPdf(Buffer.from('%PDF-1.4\nstartxref\n0\n%%EOF\n'), document.code, key.sign)
  const code = microseconds(() => verifyCode(document.code, key.publicKey), 5, samples)
  const file = microseconds(() => verifyPdf(pdf, key.publicKey), 5, samples)
  return [
    alone('codes vérifiés', 'par seconde', 1_000_000 / code.p50),
    alone('sceaux de PDF vérifiés (code et fichier)', 'par seconde', 1_000_000 / file.p50),
  ]
}

/** A year's journal, whose facts had their time: the chain of events, each series, the read table. */
async function aYear(
  folder: string,
  key: OfficeKey,
  count: number,
  say: (line: string) => void,
): Promise<Row> {
  say(`Un journal de ${count} documents…`)
  const { append, close } = await appender(folder, key)
  let previous = firstPrevious
  for (let done = 0; done < count; done += together) {
    const seals = Array.from({ length: Math.min(together, count - done) }, (_, at): DocumentSeal => {
      const linked = {
        documentId: uuidv7() as DocumentId,
        kind: 'recepisse' as const,
        number: `RD-2026-${done + at + 1}` as DocumentSeal['number'],
        year: 2026,
        issuedAt: facts.issuedAt as Instant,
        commitment: hash('sha256', String(done + at), 'hex'),
        previous,
      }
      previous = hash('sha256', sealedText(linked), 'hex')
      return { ...linked, hash: previous, signature: 'A'.repeat(86) }
    })
    await append(seals.map((seal) => ({ type: 'documentIssued', data: { ...seal, ...ofVisit() } })))
  }
  await close()
  const db = await openForReading(folder)
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    const found = verifyDocuments(db, { signatures: false })
    times.push(performance.now() - began)
    if (!found.ok || found.documents !== count) throw new Error('le journal devait tenir')
  }
  db.close()
  return alone(
    `le journal de ${count} documents vérifié`,
    'ms',
    percentile(times, 0.5),
    { most: 2000, unit: 'ms' },
    'chaîne des événements, séries, table ; sans les faits ni les signatures',
  )
}

/** With the facts that are kept, and with each signature. */
async function withFacts(folder: string, key: OfficeKey, count: number): Promise<readonly Row[]> {
  await mkdir(folder, { recursive: true })
  await issueJournal(folder, count, undefined, key)
  const db = await openForReading(folder)
  const rate = (signatures: boolean): number => {
    const began = performance.now()
    if (!verifyDocuments(db, { signatures }).ok) throw new Error('les documents devaient tenir')
    return (count * 1000) / (performance.now() - began)
  }
  rate(false)
  const rows = [
    alone('vérifiés avec leurs faits', 'par seconde', rate(false)),
    alone('vérifiés avec leurs faits et leurs signatures', 'par seconde', rate(true)),
  ]
  db.close()
  return rows
}

/** A browser started for each, as a host without Electron does. */
async function pdfs(key: OfficeKey, count: number): Promise<readonly Row[]> {
  const document = issued(key, null)
  const rows: Row[] = []
  for (const [what, format] of [
    ['PDF balisé et scellé, A4', 'a4'],
    ['PDF scellé, bande de 80 mm', '80mm'],
  ] as const) {
    const took: number[] = []
    for (let at = 0; at < count; at++) {
      const began = performance.now()
      sealPdf(await renderDocument(document, format), document.code, key.sign)
      took.push(performance.now() - began)
    }
    rows.push(alone(what, 'ms', spread([took])))
  }
  return rows
}
