import { List } from 'immutable'
import type { DocumentFacts, DocumentKind, IssuedDocument, Outcome } from '../contract/documents.ts'
import { documentKinds } from '../contract/documents.ts'
import type { Event } from '../contract/events.ts'
import type {
  CounterId,
  DocumentId,
  FileReference,
  Instant,
  PrinterId,
  TicketId,
  VisitId,
} from '../contract/ids.ts'
import type { RuleVersion } from '../contract/procedures.ts'
import type { Sheet } from '../contract/visits.ts'
import { missingMentions } from '../documents/mentions.ts'
import { issueDocument } from '../documents/seal.ts'
import { yearIn } from './calendar.ts'
import { assessSheet, pieceTitle, requestLabel } from './checklist.ts'
import { rulesNow } from './rulesNow.ts'
import type { Context, Decide, Evolve, NewJob, PersonalChange } from './decision.ts'
import {
  counterOf,
  keptLines,
  placeOf,
  serviceOf,
  type LastDocument,
  type Office,
  type Ticket,
  type Visit,
} from './office.ts'
import { printJob } from './printing.ts'

/** A visit under way, with its sheet and how it ends. */
export type Served = {
  readonly ticket: Ticket & { readonly visit: Visit }
  readonly sheet: Sheet
  readonly outcome: Outcome
  /** The file that this request opens, or goes on with. */
  readonly file?: FileReference | null
}

/**
 * The papers that an outcome requires. A filing leaves its dated list of pieces, even refused or incomplete
 * (Défenseur des droits, décision 2017-134); who was not received, sent elsewhere or refused leaves with a
 * certificate of presence; information, a title handed over and what was done online (the site has its own receipt)
 * leave none. Where the ministry's software gave its own receipt, nothing is doubled: ours is printed for what it lacks,
 * the pieces that are missing.
 */
export function documentsFor(
  outcome: Outcome,
  sheet: Pick<Sheet, 'pieces' | 'ministry'>,
): readonly DocumentKind[] {
  const produced = sheet.pieces.some((piece) => piece.state === 'presented')
  switch (outcome) {
    case 'information':
    case 'handedOver':
    case 'assisted':
      return []
    case 'filed':
      return sheet.ministry && !sheet.pieces.some(({ state }) => state === 'missing') ? [] : ['recepisse']
    case 'incomplete':
      return ['recepisse']
    case 'forwarded':
    case 'refused':
    case 'notServed':
      return produced ? ['recepisse', 'attestation'] : ['attestation']
  }
}

type IssuedPapers = {
  readonly documents: readonly IssuedDocument[]
  readonly jobs: readonly NewJob[]
  readonly rule: RuleVersion | null
  /** The last document of each series after these. */
  readonly series: Office['documents']
}

/** Issues what the outcome requires, each with its print job: numbered, chained, signed; refused when a mandatory mention lacks. */
export function issueFor(
  office: Office,
  context: Context,
  served: Served,
):
  | IssuedPapers
  | { readonly refusal: 'mentionMissing' | 'labelMissing'; readonly details?: readonly string[] } {
  const { settings, officeId } = office
  if (settings === null || officeId === null) return { refusal: 'mentionMissing' }
  const { sheet, outcome, ticket } = served
  const kinds = documentsFor(outcome, sheet)
  // « Autre démarche » names what is asked: a receipt for nothing in particular would prove nothing.
  if (kinds.length > 0 && sheet.procedureId === 'autre' && sheet.label === null)
    return { refusal: 'labelMissing' }
  const assessment = assessSheet(rulesNow(office, context), sheet)
  const documents: IssuedDocument[] = []
  let last = office.documents
  for (const kind of kinds) {
    const facts = factsOf(office, context, served, kind)
    const missing = missingMentions(facts)
    if (missing.length > 0)
      return {
        refusal: 'mentionMissing',
        details: missing.map(({ mention }) => mention),
      }
    const series = seriesOf(kind, yearIn(facts.zone, facts.issuedAt))
    const document = issueDocument({
      facts,
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
  // At the entrance and at the kiosk there is no counter's printer: the tickets' one.
  const place = placeOf(office, ticket.visit.counterId)
  const printerId = place ? place.printerId : settings.ticketPrinterId
  const jobs = documents.flatMap((document) => documentJobs(office, context, document, 1, printerId))
  return { documents, jobs, rule: assessment?.rule ?? null, series: last }
}

const seriesOf = (kind: DocumentKind, year: number) => `${documentKinds[kind]}-${year}`
const afterSeal = ({ number, hash }: { number: string; hash: string }): LastDocument => ({
  count: Number(number.slice(number.lastIndexOf('-') + 1)),
  hash,
})

/** The journal's part of documents: their seals, with the visit that they are of. */
export const issuedEvents = (
  documents: readonly IssuedDocument[],
  visit: { readonly ticketId: TicketId; readonly visitId: VisitId; readonly counterId: CounterId },
): Event[] => documents.map(({ seal }) => ({ type: 'documentIssued', data: { ...seal, ...visit } }))

/** Their facts, which are personal. */
export const keptDocuments = (documents: readonly IssuedDocument[], at: Instant): PersonalChange[] =>
  documents.map((document) => ({
    op: 'put',
    kind: 'document',
    id: document.seal.documentId,
    value: document,
    at,
  }))

/** What is true of this visit now, frozen. */
function factsOf(
  office: Office,
  context: Context,
  { ticket, sheet, outcome, file }: Served,
  kind: DocumentKind,
): DocumentFacts {
  const { now, who, personal } = context
  const settings = office.settings!
  const rules = rulesNow(office, context)
  const assessment = assessSheet(rules, sheet)
  const states = new Map(
    sheet.pieces.map((piece) => ['pieceId' in piece ? piece.pieceId : `label ${piece.label}`, piece.state]),
  )
  const ruled = (assessment?.pieces ?? []).flatMap((piece) => {
    const state = states.get(piece.pieceId) ?? 'notExamined'
    // What was shown is written even when it wasn't due; what was neither due nor shown is not, nor what only
    // some cases need while the case is not known, unless the agent noted that it lacks.
    const due = piece.status === 'required' || (piece.status === 'unknown' && !piece.conditional)
    const lacks = state === 'missing' && (piece.status === 'unknown' || piece.status === 'alternative')
    if (!due && !lacks && state !== 'presented') return []
    return [{ title: piece.title, state, sources: piece.sources, toConfirm: piece.toConfirm }]
  })
  // Shown, though the answers given since make it another case's: what was produced is written.
  const others = sheet.pieces.flatMap((piece) => {
    if (!('pieceId' in piece) || piece.state !== 'presented' || sheet.procedureId === null) return []
    if (assessment?.pieces.some(({ pieceId }) => pieceId === piece.pieceId)) return []
    const title = pieceTitle(rules, sheet.procedureId, piece.pieceId)
    return title === undefined ? [] : [{ title, state: piece.state, sources: [], toConfirm: false }]
  })
  // A label that was typed and then set aside is a slip of the hand, not a piece.
  const typed = sheet.pieces.flatMap((piece) =>
    'label' in piece && piece.state !== 'notExamined'
      ? [{ title: piece.label, state: piece.state, sources: [], toConfirm: false }]
      : [],
  )
  const agentId = who.agentId ?? ticket.visit.startedBy
  return {
    kind,
    issuedAt: now,
    zone: settings.calendar.zone,
    office: settings.address,
    service: serviceOf(office, ticket.serviceId)?.name.fr ?? ticket.serviceId,
    agent: (agentId === null ? undefined : personal.agents.get(agentId)) ?? null,
    ticket: ticket.number,
    label:
      requestLabel(sheet, assessment) ?? serviceOf(office, ticket.serviceId)?.name.fr ?? ticket.serviceId,
    outcome,
    arrivedAt: ticket.takenAt,
    receivedAt: ticket.visit.startedAt,
    pieces: [...ruled, ...others, ...typed],
    silence: assessment && {
      title: assessment.silence.title,
      sources: assessment.silence.sources,
      toConfirm: assessment.silence.toConfirm,
    },
    decides: assessment?.decides ?? null,
    rule: assessment?.rule ?? null,
    ...(file && { file }),
    ...(sheet.ministry && { ministry: sheet.ministry }),
    ...(sheet.signing && { signing: sheet.signing }),
    school: office.school,
    personWord: settings.personWord,
  }
}

/** The job of one copy. Without a printer the paper waits on the screen. */
export const documentJobs = (
  office: Office,
  context: Context,
  document: IssuedDocument,
  copy: number,
  printerId: PrinterId | null,
): readonly NewJob[] =>
  printJob(office, context, printerId, document.seal.number, { of: 'document', document, copy })

/** One more copy, counted: the host has found the document and put it in the context. */
export const printDocument: Decide<'document.print'> = (office, { documentId, printerId }, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const named = context.personal.document
  if (named === 'erased') return { refusal: 'documentErased' }
  if (named?.issued.seal.documentId !== documentId) return { refusal: 'unknownDocument' }
  const place = counterOf(office, context.who.agentId)
  const chosen =
    printerId ??
    (place && placeOf(office, place.counterId)?.printerId) ??
    office.settings.printers[0]?.printerId ??
    null
  // The day's state knows the copies of this moment, the tables those of the days before.
  const copy = Math.max(office.copies.get(documentId) ?? 1, named.copies) + 1
  const job = documentJobs(office, context, named.issued, copy, chosen)[0]
  if (!job) return { refusal: 'unknownPrinter' }
  return {
    events: [{ type: 'documentPrinted', data: { documentId, copy } }],
    jobs: [job],
    output: { jobId: job.jobId, copy },
  }
}

/** A page that shows accents, codes and a ruler, to see what a printer does. */
export const printTest: Decide<'print.test'> = (office, { printerId }, context) => {
  const { settings } = office
  if (settings === null) return { refusal: 'officeNotCreated' }
  const printer = settings.printers.find((known) => known.printerId === printerId)
  if (!printer) return { refusal: 'unknownPrinter' }
  const jobs = printJob(office, context, printerId, 'Essai', {
    of: 'test',
    printer: printer.name,
    at: context.now,
    zone: settings.calendar.zone,
    officeName: settings.address.name,
  })
  return { events: [], jobs, output: { jobId: jobs[0]!.jobId } }
}

export const evolveDocuments: Evolve = (office, { event }) => {
  switch (event.type) {
    case 'documentIssued': {
      const { documentId, kind, year, number, hash, issuedAt, counterId, ticketId } = event.data
      const ticket = office.tickets.get(ticketId)?.number
      const line = ticket && { documentId, kind, number, issuedAt, erased: false, ticket }
      return {
        ...office,
        documents: office.documents.set(seriesOf(kind, year), afterSeal({ number, hash })),
        traces: office.traces.update(kind, 0, (count) => count + 1),
        issued: line
          ? office.issued.update(counterId, List(), (lines) => lines.unshift(line).take(keptLines))
          : office.issued,
      }
    }
    case 'documentPrinted':
      return { ...office, copies: office.copies.set(event.data.documentId, event.data.copy) }
    default:
      return undefined
  }
}
