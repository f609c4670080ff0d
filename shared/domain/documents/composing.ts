import type { DocumentFacts } from '../../contract/documents/issued.ts'
import type { askRefusals, Issued } from '../../contract/documents/issuing.ts'
import type { DocumentAsk } from '../../contract/documents/asks.ts'
import type { Event } from '../../contract/events.ts'
import type { DocumentNumber, FileId, PrinterId } from '../../contract/ids.ts'
import type { OnRequest } from '../../contract/onRequest.ts'
import type { Context, PersonalChange, Refused, Accepted } from '../decision.ts'
import { counterOf, placeOf, type Office } from '../state.ts'
import { issue, answered, type IssuedFor } from './issue.ts'
import type { Unsigned } from './signing.ts'

/** What composing reads: the same for a draft, which decides nothing, and for an issue, which says the request of its page. */
export type Composing = Pick<Context, 'now' | 'who' | 'personal' | 'catalogue' | 'passage'> & OnRequest

/** A document composed: its facts, of what, and what issuing it records besides. */
export type Composed = {
  readonly facts: DocumentFacts
  readonly visit?: IssuedFor['visit']
  readonly fileId?: FileId
  /** Recorded with the issue: that the file was acknowledged, that originals went back. */
  readonly events?: readonly Event[]
  /** The same, where it says by which paper. */
  readonly told?: (paper: DocumentNumber) => readonly Event[]
  readonly personal?: readonly PersonalChange[]
  /** Why who asks may not sign it: it is then a « projet ». Absent for what is no decision. */
  readonly cannotSign?: Unsigned
}

export type AskRefusal = (typeof askRefusals)[number]

export type AskOf<K extends DocumentAsk['kind']> = Extract<DocumentAsk, { kind: K }>

/** How each of these kinds is composed from the office's own facts and what only a person can say. */
export type Composers<K extends DocumentAsk['kind']> = {
  readonly [One in K]: (
    office: Office,
    what: AskOf<One>,
    context: Composing,
  ) => Composed | Refused<AskRefusal>
}

/** The printer that was said, else that of the agent's counter, else the first one; null for the screen. */
export function chosenPrinter(
  office: Office,
  { who }: Pick<Context, 'who'>,
  said: PrinterId | null | undefined,
): PrinterId | null | Refused<'unknownPrinter'> {
  if (said === null) return null
  if (said !== undefined)
    return office.settings?.printers.some(({ printerId }) => printerId === said)
      ? said
      : { refusal: 'unknownPrinter' }
  const place = counterOf(office, who.agentId)
  const here = place && placeOf(office, place.counterId)
  return here ? here.printerId : (office.settings?.printers[0]?.printerId ?? null)
}

/** Issues what an act of its own has composed. */
export function issueComposed(
  office: Office,
  context: Context,
  made: Composed,
  said: PrinterId | null | undefined,
): Refused<Unsigned | 'officeNotCreated' | 'mentionMissing' | 'unknownPrinter'> | Accepted<Issued> {
  if (made.cannotSign) return { refusal: made.cannotSign }
  const printerId = chosenPrinter(office, context, said)
  if (printerId !== null && typeof printerId === 'object') return printerId
  const { facts, visit, fileId, events = [], told, personal = [] } = made
  const issued = issue(office, context, [facts], {
    ...(visit ? { visit } : {}),
    fileId: fileId ?? null,
    printerId,
  })
  if ('refusal' in issued) return issued
  const document = issued.documents[0]!
  return {
    events: [...issued.events, ...events, ...(told?.(document.seal.number) ?? [])],
    personal: [...issued.personal, ...personal],
    jobs: issued.jobs,
    output: answered(document, issued.jobs),
  }
}
