import type { DocumentAsk, Issued, askRefusals } from '../../contract/documents/issuing.ts'
import type { DocumentFacts } from '../../contract/documents/issued.ts'
import type { Event } from '../../contract/events.ts'
import type { FileId, PrinterId } from '../../contract/ids.ts'
import { missingMentions } from '../../documents/mentions.ts'
import type { Accepted, Context, Decide, PersonalChange, Refused } from '../decision.ts'
import { counterOf, placeOf, type Office } from '../state.ts'
import type { View } from '../view.ts'
import { decisionComposers } from './decisions.ts'
import { answered, issue, type IssuedFor } from './issue.ts'
import { presenceComposers } from './presence.ts'
import { reasonComposers } from './reasons.ts'
import { receiptComposers } from './receipt.ts'
import { registrationComposers } from './registrations.ts'
import { requestComposers } from './requests.ts'
import type { Unsigned } from './signing.ts'

/** What composing reads: the same for a draft, which decides nothing, and for an issue. */
export type Composing = Pick<Context, 'now' | 'who' | 'personal' | 'catalogue' | 'passage'>

/** A document composed: its facts, of what, and what issuing it records besides. */
export type Composed = {
  readonly facts: DocumentFacts
  readonly visit?: IssuedFor['visit']
  readonly fileId?: FileId
  /** Recorded with the issue: that the file was acknowledged, that originals went back. */
  readonly events?: readonly Event[]
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

const composers: Composers<DocumentAsk['kind']> = {
  ...presenceComposers,
  ...decisionComposers,
  ...reasonComposers,
  ...receiptComposers,
  ...registrationComposers,
  ...requestComposers,
}

function composed(office: Office, what: DocumentAsk, context: Composing): Composed | Refused<AskRefusal> {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  // Which composer goes with which ask, the table's type says and TypeScript can't follow.
  const compose = composers[what.kind] as (
    office: Office,
    what: DocumentAsk,
    context: Composing,
  ) => Composed | Refused<AskRefusal>
  return compose(office, what, context)
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

/** Composed, checked, numbered, chained and signed in one act. */
export const issueAsked: Decide<'document.issue'> = (office, { what, printerId }, context) => {
  const made = composed(office, what, context)
  return 'refusal' in made ? made : issueComposed(office, context, made, printerId)
}

/** The same for what an act of its own has composed. */
export function issueComposed(
  office: Office,
  context: Context,
  made: Composed,
  said: PrinterId | null | undefined,
): Refused<Unsigned | 'officeNotCreated' | 'mentionMissing' | 'unknownPrinter'> | Accepted<Issued> {
  if (made.cannotSign) return { refusal: made.cannotSign }
  const printerId = chosenPrinter(office, context, said)
  if (printerId !== null && typeof printerId === 'object') return printerId
  const { facts, visit, fileId, events = [], personal = [] } = made
  const issued = issue(office, context, [facts], {
    ...(visit ? { visit } : {}),
    fileId: fileId ?? null,
    printerId,
  })
  if ('refusal' in issued) return issued
  return {
    events: [...issued.events, ...events],
    personal: [...issued.personal, ...personal],
    jobs: issued.jobs,
    output: answered(issued.documents[0]!, issued.jobs),
  }
}

/** The same, not issued: what it would say, and what lacks. */
export const draftView: View<'document.draft'> = (office, { what }, { now, who, model, catalogue }) => {
  const made = composed(office, what, { now, who, catalogue, personal: model.personal })
  if ('refusal' in made)
    return {
      facts: null,
      lacks: [],
      refusal: { code: made.refusal, details: [...(made.details ?? [])] },
      signs: false,
    }
  return {
    facts: made.facts,
    lacks: missingMentions(made.facts).map((lack) => ({ ...lack })),
    refusal: null,
    signs: made.cannotSign === undefined,
  }
}
