import type { Recipient } from '../../contract/partners/directory.ts'
import type { FactsOf } from '../../contract/documents/issued.ts'
import type { Outcome } from '../../contract/visit/outcomes.ts'
import type { VisitFacts } from '../../contract/documents/visitFacts.ts'
import type { Event } from '../../contract/events.ts'
import type { CounterId, FileReference, LocalDate, PrinterId } from '../../contract/ids.ts'
import type { RuleVersion } from '../../contract/law/assessment.ts'
import type { Capacity, Sheet } from '../../contract/visit/calls.ts'
import { assessSheet, pieceTitle, requestLabel } from '../visit/checklist.ts'
import type { Context, Refused } from '../decision.ts'
import { missingMentions, type MissingMention } from '../../documents/mentions.ts'
import { dateIn } from '../office/calendar/index.ts'
import type { FileRow, FileState } from '../files/state.ts'
import { placeOf, serviceName, zoneOf, type Office } from '../state.ts'
import type { Ticket } from '../queue/state.ts'
import { acknowledgementOf, type Acknowledged } from './acknowledging.ts'
import type { Composing } from './composing.ts'
import { rulesNow } from '../law/rulesNow.ts'
import { addresseeOf, letterheadOf, nameOfAgent, seenAsOf } from './head.ts'
import { issue, type IssuedPapers } from './issue.ts'
import type { Visit } from '../visit/state.ts'

/** A visit under way, with its sheet and how it ends. */
export type Served = {
  readonly ticket: Ticket & { readonly visit: Visit }
  readonly sheet: Sheet
  readonly outcome: Outcome
  /** The file that this request opens, or goes on with, by its reference. */
  readonly file?: FileReference | null
  /** The same as the closing leaves it: without it nothing is acknowledged. */
  readonly left?: FileLeft
  /** Last day given to produce what lacks. */
  readonly dueOn?: LocalDate | undefined
  /** The office to which the person is sent. */
  readonly to?: Recipient
}
type FileLeft = { readonly file: FileState; readonly row: FileRow }

/** What an end gives for the request's acknowledgement (CRPA R112-4, R112-5, L114-4). */
export type EndPapers = {
  readonly documents: readonly ('recepisse' | 'attestation' | 'accuse')[]
  readonly acknowledgement: 'given' | 'notDue' | 'incomplete'
  /** What lacks for a complete one. */
  readonly lacks: readonly MissingMention[]
  /** Where this end gives one. */
  readonly acknowledged: Acknowledged | null
  /** Why the receipt is not one. */
  readonly how: NonNullable<VisitFacts['acknowledgement']>['how']
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
): readonly VisitFacts['kind'][] {
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

/** Why a receipt of filing is no acknowledgement of that file's request (CRPA R112-4, L114-4, L112-6). */
export function receiptHow({ regime, acknowledged }: FileState): NonNullable<EndPapers['how']> {
  if (regime.collectsOnly) return 'elsewhere'
  if (!regime.acknowledgement.due) return 'notDue'
  return acknowledged.some(({ form }) => form !== 'aee') ? 'before' : 'incomplete'
}

const nothingDue = { acknowledgement: 'notDue', lacks: [], acknowledged: null } as const

/**
 * The papers of an end. A complete acknowledgement lists the pieces produced: it is the receipt too. One that would lack
 * a mention is not given: the receipt is, and says that the delays to contest don't run (CRPA L112-6).
 */
export function papersOf(office: Office, context: Composing, served: Omit<Served, 'file'>): EndPapers {
  const { outcome, sheet, left, ticket, dueOn } = served
  const documents = documentsFor(outcome, sheet)
  const files = outcome === 'filed' || outcome === 'incomplete'
  if (!files || documents.length === 0 || left === undefined)
    return { ...nothingDue, documents, how: undefined }
  const { file, row } = left
  const how = receiptHow(file)
  if (how !== 'incomplete')
    return { ...nothingDue, documents, how, acknowledgement: how === 'before' ? 'given' : 'notDue' }
  const acknowledged = acknowledgementOf(office, context, file, row, {
    form: 'ar',
    on: dateIn(zoneOf(office), context.now),
    dueOn,
    incomplete: outcome === 'incomplete',
    visit: { visitId: ticket.visit.visitId, request: ticket.visit.done },
    ticket: ticket.number,
  })
  const lacks = missingMentions(acknowledged.facts)
  return lacks.length === 0
    ? { documents: ['accuse'], acknowledgement: 'given', lacks, acknowledged, how: undefined }
    : { documents, acknowledgement: 'incomplete', lacks, acknowledged: null, how }
}

/** An acknowledgement given in a visit is the receipt too: it lists what the receipt would, examined or not. */
const receiptToo = (facts: FactsOf<'accuse'>, { pieces }: VisitFacts): FactsOf<'accuse'> => ({
  ...facts,
  pieces: pieces.map(({ title, state }) => ({ title, state })),
})

type IssuedOfVisit = IssuedPapers & {
  readonly rule: RuleVersion | null
  /** What the papers say of the file: that it is acknowledged, and what is asked. They come after the file's own. */
  readonly onFile: readonly Event[]
}

/** Issues what the outcome requires, each with its print job: numbered, chained, signed; refused when a mandatory mention lacks. */
export function issueFor(
  office: Office,
  context: Context,
  served: Served,
): IssuedOfVisit | Refused<'mentionMissing' | 'labelMissing'> {
  const { settings } = office
  if (settings === null) return { refusal: 'mentionMissing' }
  const { sheet, outcome, ticket } = served
  const end = papersOf(office, context, served)
  const kinds = end.documents
  // « Autre démarche » names what is asked: a receipt for nothing in particular would prove nothing.
  if (kinds.length > 0 && sheet.procedureId === 'autre' && sheet.label === null)
    return { refusal: 'labelMissing' }
  const { ticketId, visit } = ticket
  const issued = issue(
    office,
    context,
    end.acknowledged
      ? [receiptToo(end.acknowledged.facts, factsOf(office, context, served, 'recepisse', undefined))]
      : documentsFor(outcome, sheet).map((kind) => factsOf(office, context, served, kind, end.how)),
    {
      visit: { ticketId, visitId: visit.visitId, counterId: visit.counterId },
      fileId: end.acknowledged ? (served.left?.file.fileId ?? null) : null,
      printerId: printerAt(office, visit.counterId),
    },
  )
  if ('refusal' in issued)
    return { refusal: 'mentionMissing', ...(issued.details ? { details: issued.details } : {}) }
  return {
    ...issued,
    onFile: end.acknowledged?.events ?? [],
    rule: assessSheet(rulesNow(office, context), sheet)?.rule ?? null,
  }
}

/** At the entrance and at the kiosk there is no counter's printer: the tickets' one. */
export function printerAt(office: Office, counterId: CounterId): PrinterId | null {
  const place = placeOf(office, counterId)
  return place ? place.printerId : (office.settings?.ticketPrinterId ?? null)
}

const representatives: readonly Capacity[] = [
  'legalRepresentative',
  'tutelle',
  'habilitationFamiliale',
  'mandate',
  'relative',
]

/** Whether the person for whom the request is made sent somebody else: it is then not they who came. */
const isAbsent = (capacity: Capacity | null): capacity is Capacity =>
  capacity !== null && representatives.includes(capacity)

/** What is true of this visit now, frozen. */
export function factsOf(
  office: Office,
  context: Pick<Context, 'now' | 'who' | 'personal' | 'catalogue'>,
  { ticket, sheet, outcome, file, to }: Served,
  kind: VisitFacts['kind'],
  how: EndPapers['how'],
): VisitFacts {
  const { now, who } = context
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
  const shield = agentId === null ? undefined : office.shields.get(agentId)
  const addressee = addresseeOf(sheet.person)
  return {
    kind,
    issuedAt: now,
    zone: settings.calendar.zone,
    office: settings.address,
    service: serviceName(office, ticket.serviceId) ?? ticket.serviceId,
    ...letterheadOf(office),
    agent: shield === undefined ? nameOfAgent(context, agentId) : null,
    ...(shield === undefined ? {} : { pseudonym: shield.pseudonym }),
    ...(addressee && { addressee }),
    ...seenAsOf(assessment),
    ...(addressee && isAbsent(sheet.capacity) ? { by: sheet.capacity } : {}),
    ticket: ticket.number,
    label: requestLabel(sheet, assessment) ?? serviceName(office, ticket.serviceId) ?? ticket.serviceId,
    outcome,
    ...(to && { forwardedTo: to }),
    ...(to && sheet.elsewhere?.office.name === to.name ? { place: sheet.elsewhere } : {}),
    arrivedAt: ticket.takenAt,
    receivedAt: ticket.visit.startedAt,
    pieces: [...ruled, ...others, ...typed],
    silence: assessment && {
      title: assessment.silence.title,
      sources: assessment.silence.sources,
      toConfirm: assessment.silence.toConfirm,
    },
    ...(assessment === null
      ? {}
      : {
          acknowledgement: {
            due: assessment.acknowledgement.due,
            why: assessment.acknowledgement.why,
            sources: assessment.acknowledgement.sources,
            toConfirm: assessment.acknowledgement.toConfirm,
            exception: assessment.acknowledgement.exception,
            ...(how === undefined ? {} : { how }),
          },
        }),
    decides: assessment?.decides ?? null,
    rule: assessment?.rule ?? null,
    ...(file && { file }),
    ...(sheet.ministry && { ministry: sheet.ministry }),
    ...(sheet.signing && { signing: sheet.signing }),
    school: office.school,
    personWord: settings.personWord,
  }
}
