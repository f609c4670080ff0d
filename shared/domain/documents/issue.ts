import type { DocumentKind } from '../../contract/documents/kinds.ts'
import { documentKinds } from '../../contract/documents/kinds.ts'
import type { DocumentFacts, IssuedDocument } from '../../contract/documents/issued.ts'
import type { PaperVariant } from '../../contract/documents/papers.ts'
import type { Event } from '../../contract/events.ts'
import type { CounterId, DocumentId, FileId, PrinterId, TicketId, VisitId } from '../../contract/ids.ts'
import type { Issued } from '../../contract/documents/issuing.ts'
import type { Language } from '../../contract/text.ts'
import { missingMentions } from '../../documents/mentions.ts'
import { issueDocument } from '../../documents/seal.ts'
import { yearIn } from '../core/calendar/index.ts'
import type { Context, NewJob, PersonalChange, Refused, Decide } from '../decision.ts'
import { counterOf, placeOf, type Office } from '../state.ts'
import type { LastDocument } from './state.ts'
import { printJob } from '../printing/decide.ts'

/** The last number of each series, and what the next is chained to, by kind and year: `RD-2026`. */
export const seriesOf = (kind: DocumentKind, year: number) => `${documentKinds[kind]}-${year}`

/** What the next document of the series follows: the count is in the number, after its last hyphen. */
export const afterSeal = ({ number, hash }: { number: string; hash: string }): LastDocument => ({
  count: Number(number.slice(number.lastIndexOf('-') + 1)),
  hash,
})

/** Of which visit, of which file, and to which printer: what is not is null. */
export type IssuedFor = {
  readonly visit?: {
    readonly ticketId: TicketId
    /** Null of a ticket that nobody called. */
    readonly visitId: VisitId | null
    readonly counterId: CounterId | null
  }
  readonly fileId?: FileId | null
  /** Null where no printer is: the paper is on the screen. */
  readonly printerId: PrinterId | null
}

/** Documents issued by an act: what it adds to the journal, to the personal rows and to the print queue. */
export type IssuedPapers = {
  readonly documents: readonly IssuedDocument[]
  readonly events: readonly Event[]
  readonly personal: readonly PersonalChange[]
  readonly jobs: readonly NewJob[]
  /** The office with these numbered: the next one is chained to them. */
  readonly office: Office
}

/**
 * Checks, numbers, chains and signs each of these facts in turn. Refused whole, with what lacks, before any number is
 * used: nothing is burnt by a refusal.
 */
export function issue(
  office: Office,
  context: Context,
  facts: readonly DocumentFacts[],
  { visit, fileId = null, printerId }: IssuedFor,
): Refused<'officeNotCreated' | 'mentionMissing'> | IssuedPapers {
  const { officeId } = office
  if (officeId === null) return { refusal: 'officeNotCreated' }
  const missing = facts.flatMap(missingMentions)
  if (missing.length > 0)
    return { refusal: 'mentionMissing', details: [...new Set(missing.map(({ mention }) => mention))] }
  const lang = visit && office.tickets.get(visit.ticketId)?.lang
  const documents: IssuedDocument[] = []
  let last = office.documents
  for (const one of facts) {
    const series = seriesOf(one.kind, yearIn(one.zone, one.issuedAt))
    const document = issueDocument({
      facts: one,
      documentId: context.newId() as DocumentId,
      salt: context.newSalt(),
      previous: last.get(series) ?? null,
      officeId,
      publicKey: context.publicKey,
      sign: context.sign,
    })
    last = last.set(series, afterSeal(document.seal))
    documents.push(document)
  }
  const of = {
    ticketId: visit?.ticketId ?? null,
    visitId: visit?.visitId ?? null,
    counterId: visit?.counterId ?? null,
    fileId,
  }
  return {
    documents,
    events: documents.map(({ seal }) => ({ type: 'documentIssued', data: { ...seal, ...of } })),
    personal: documents.map((document) => ({
      op: 'put',
      kind: 'document',
      id: document.seal.documentId,
      value: document,
      at: context.now,
    })),
    // A person who took their ticket in another language has their papers in short in it too.
    jobs: documents.flatMap((document) => copyJob(office, context, document, 1, printerId, { lang })),
    office: { ...office, documents: last },
  }
}

/** The job of one copy. Without a printer the paper waits on the screen. */
export const copyJob = (
  office: Office,
  context: Context,
  document: IssuedDocument,
  copy: number,
  printerId: PrinterId | null,
  {
    variant,
    lang,
  }: { readonly variant?: PaperVariant | undefined; readonly lang?: Language | undefined } = {},
): readonly NewJob[] =>
  printJob(office, context, printerId, document.seal.number, {
    of: 'document',
    document,
    copy,
    ...(variant === undefined ? {} : { variant }),
    ...(lang === undefined || lang === 'fr' ? {} : { lang }),
  })

/** What an act answers of a document that it issued. */
export const answered = ({ seal }: IssuedDocument, jobs: readonly NewJob[]): Issued => ({
  documentId: seal.documentId,
  kind: seal.kind,
  number: seal.number,
  jobId: jobs.find(({ documentId }) => documentId === seal.documentId)?.jobId ?? null,
})

/** One more copy, counted where it goes on paper: the host has found the document and put it in the context. */
export const printDocument: Decide<'document.print'> = (
  office,
  { documentId, printerId, variant, lang },
  context,
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const named = context.personal.document
  if (named === 'erased') return { refusal: 'documentErased' }
  if (named === 'altered') return { refusal: 'documentAltered' }
  if (named?.issued.seal.documentId !== documentId) return { refusal: 'unknownDocument' }
  const place = counterOf(office, context.who.agentId)
  const chosen =
    printerId ??
    (place && placeOf(office, place.counterId)?.printerId) ??
    office.settings.printers[0]?.printerId ??
    null
  // The day's state knows the copies of this moment, the tables those of the days before.
  const before = Math.max(office.copies.get(documentId) ?? 1, named.copies)
  const copy = before + 1
  const job = copyJob(office, context, named.issued, copy, chosen, { variant, lang })[0]
  if (!job) return { refusal: 'unknownPrinter' }
  // What stays on the screen is no copy.
  if (job.state === 'preview') return { events: [], jobs: [job], output: { jobId: job.jobId, copy: before } }
  return {
    events: [{ type: 'documentPrinted', data: { documentId, copy } }],
    jobs: [job],
    output: { jobId: job.jobId, copy },
  }
}
