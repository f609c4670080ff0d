import type { FactsOf } from '../../../contract/documents/issued.ts'
import type { VisitEnd } from '../../../contract/queue/outcomes.ts'
import type { VisitFacts } from '../../../contract/documents/visitFacts.ts'
import type { Event } from '../../../contract/events.ts'
import type { CounterId, LocalDate, PrinterId } from '../../../contract/ids.ts'
import type { RuleVersion } from '../../../contract/law/assessment.ts'
import type { Sheet } from '../../../contract/visit/sheet.ts'
import { assessSheet } from '../../law/checklist.ts'
import type { Context, Refused } from '../../decision.ts'
import { missingMentions, type MissingMention } from '../../../documents/mentions.ts'
import { dateIn } from '../../core/calendar/index.ts'
import type { FileState } from '../../files/state.ts'
import { placeOf, zoneOf, type Office } from '../../state.ts'
import { implicitOn } from '../../files/clocks.ts'
import { isDecidedElsewhere } from '../../files/whoDecides.ts'
import { repeating, type Telling } from '../../files/letters.ts'
import { lastDayFor } from '../../files/term.ts'
import {
  acknowledgementOf,
  askedOf,
  incompleteOf,
  type Acknowledged,
  type Asked,
} from '../../files/papers/acknowledging.ts'
import { runsElsewhere, seenFile } from '../../files/papers/fileFacts.ts'
import type { Composing } from '../../documents/composing.ts'
import { rulesNow } from '../../law/rulesNow.ts'
import { issue, type IssuedPapers } from '../../documents/issue.ts'
import { factsOf, type OfFile, type Served } from './visitFacts.ts'

/** What an end gives for the request's acknowledgement (CRPA R112-4, R112-5, L114-4). */
export type EndPapers = {
  readonly documents: readonly ('recepisse' | 'attestation' | 'accuse')[]
  readonly acknowledgement: 'given' | 'notDue' | 'incomplete'
  /** What lacks for a complete one. */
  readonly lacks: readonly MissingMention[]
  /** Where this end gives one. */
  readonly acknowledged: Acknowledged | null
  /** What the receipt says of the file. */
  readonly ofFile: OfFile
  /** The last day given for what lacks, where something does; and the first that a text allows. */
  readonly dueOn?: LocalDate
  readonly notBefore?: LocalDate
  /** What lacks suspends the delay of the decision. */
  readonly suspends?: boolean
  /** What is recorded of the file: that what lacks is asked, that it is acknowledged. They come after the file's own. */
  readonly events: Telling
}

/**
 * The papers that an outcome requires. A filing leaves its dated list of pieces, even incomplete
 * (Défenseur des droits, décision 2017-134); who was not received or was sent elsewhere leaves with a
 * certificate of presence; information, a title handed over and what was done online (the site has its own receipt)
 * leave none. Where the ministry's software gave its own receipt, nothing is doubled: ours is printed for what it lacks,
 * the pieces that are missing.
 */
export function documentsFor(
  outcome: VisitEnd,
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
    case 'notServed':
      return produced ? ['recepisse', 'attestation'] : ['attestation']
  }
}

/**
 * Why a receipt of filing is no acknowledgement of that file's request (CRPA R112-4, L114-4, L112-6). Of what asks for nothing
 * at a counter none is due, by no authority (L112-3); what is sent by electronic means has its own (L112-11).
 */
function receiptHow(file: FileState): NonNullable<OfFile['how']> {
  const { regime, acknowledged } = file
  if (regime.nature !== undefined && !regime.acknowledgement.due) return 'notDue'
  if (isDecidedElsewhere(file)) return 'elsewhere'
  if (!regime.acknowledgement.due) return 'notDue'
  return acknowledged.some(({ form }) => form !== 'aee') ? 'before' : 'incomplete'
}

/** What a receipt says of a file as it stands. */
export function saidOfFile({ seen, after }: Pick<Asked, 'seen' | 'after'>): OfFile {
  // What was decided waits for nothing: neither silence nor what lacks can change it.
  if (after.decision !== null) return {}
  const lacking = incompleteOf(seen, after, false)
  const { sense } = after.regime.silence
  const on = implicitOn(after)
  return {
    how: receiptHow(after),
    ...(lacking !== null && lacking.dueOn !== null
      ? {
          incomplete: {
            dueOn: lacking.dueOn,
            effect: lacking.effect,
            ...runsElsewhere(after, lacking.effect),
          },
        }
      : {}),
    ...(on !== null && (sense === 'rejet' || sense === 'acceptation') ? { implicit: { sense, on } } : {}),
  }
}

const nothingDue = { acknowledgement: 'notDue', lacks: [], acknowledged: null, events: () => [] } as const

/**
 * The papers of an end. A complete acknowledgement lists the pieces produced: it is the receipt too. One that would lack
 * a mention is not given: the receipt is, and says that the delays to contest don't run (CRPA L112-6). What lacks is asked
 * by either, whoever decides: the office's own term, or the text's, where no day is said (CRPA L114-5).
 */
export function papersOf(office: Office, context: Composing, served: Omit<Served, 'file'>): EndPapers {
  const { outcome, sheet, left, ticket } = served
  const documents = documentsFor(outcome, sheet)
  const files = outcome === 'filed' || outcome === 'incomplete'
  if (!files || documents.length === 0 || left === undefined) return { ...nothingDue, documents, ofFile: {} }
  const { file, row } = left
  if (file.decision !== null) return { ...nothingDue, documents, ofFile: {} }
  const on = dateIn(zoneOf(office), context.now)
  const visit = { visitId: ticket.visit.visitId, request: ticket.visit.done }
  const first = lastDayFor(seenFile(office, context, file, row).assessment, on)
  const asked = askedOf(office, context, file, row, { on, dueOn: served.dueOn ?? first, visit })
  const ofFile = saidOfFile(asked)
  // A receipt that gives a last day asks again what was asked before it.
  const byReceipt: Telling = (paper) =>
    ofFile.incomplete ? [...repeating(file, visit)(paper), ...asked.events(paper)] : asked.events(null)
  const due = {
    ...(ofFile.incomplete
      ? { dueOn: ofFile.incomplete.dueOn, suspends: ofFile.incomplete.effect === 'suspends' }
      : {}),
    ...(asked.seen.assessment?.ifIncomplete.term ? { notBefore: first } : {}),
  }
  const { how } = ofFile
  if (how !== 'incomplete')
    return {
      ...nothingDue,
      ...due,
      documents,
      ofFile,
      events: byReceipt,
      acknowledgement: how === 'before' ? 'given' : 'notDue',
    }
  const acknowledged = acknowledgementOf(office, context, file, row, {
    form: 'ar',
    on,
    dueOn: served.dueOn ?? first,
    incomplete: outcome === 'incomplete',
    visit,
    ticket: ticket.number,
  })
  const lacks = missingMentions(acknowledged.facts)
  return lacks.length === 0
    ? {
        ...due,
        documents: ['accuse'],
        acknowledgement: 'given',
        lacks,
        acknowledged,
        ofFile,
        events: acknowledged.events,
      }
    : {
        ...due,
        documents,
        acknowledgement: 'incomplete',
        lacks,
        acknowledged: null,
        ofFile,
        events: byReceipt,
      }
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
  const assessment = assessSheet(rulesNow(office, context), sheet)
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
      ? [receiptToo(end.acknowledged.facts, factsOf(office, context, served, 'recepisse', {}))]
      : documentsFor(outcome, sheet).map((kind) => factsOf(office, context, served, kind, end.ofFile)),
    {
      visit: { ticketId, visitId: visit.visitId, counterId: visit.counterId },
      fileId: end.acknowledged || end.ofFile.incomplete ? (served.left?.file.fileId ?? null) : null,
      printerId: printerAt(office, visit.counterId),
    },
  )
  if ('refusal' in issued)
    return { refusal: 'mentionMissing', ...(issued.details ? { details: issued.details } : {}) }
  return {
    ...issued,
    onFile: end.events(issued.documents[0]?.seal.number ?? null),
    rule: assessment?.rule ?? null,
  }
}

/** At the entrance and at the kiosk there is no counter's printer: the tickets' one. */
export function printerAt(office: Office, counterId: CounterId): PrinterId | null {
  const place = placeOf(office, counterId)
  return place ? place.printerId : (office.settings?.ticketPrinterId ?? null)
}
