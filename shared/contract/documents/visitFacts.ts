import { z } from 'zod'
import { FileReference, Instant, LocalDate, TicketNumber } from '../ids.ts'
import { Recipient } from '../office/recipient.ts'
import { Addressee, ClockEffect, hours, Letterhead, Relation, runsElsewhere, SeenAs } from './said.ts'
import { nature } from './nature.ts'
import { AgentName, OfficeAddress } from '../office/settings.ts'
import { Outcome } from '../queue/outcomes.ts'
import { Presence } from './presenceFacts.ts'
import { capacities, RuleVersion, SourceRef } from '../law/assessment.ts'
import { PlaceKept } from '../appointments/keptPlace.ts'

/**
 * The facts of the visit's own two documents: what was filed and shown, and that someone was here. What later programs
 * added is optional: what is already issued stays as it was signed.
 */
export const VisitFacts = z.strictObject({
  kind: z.enum(['recepisse', 'attestation']),
  issuedAt: Instant,
  zone: z.string(),
  office: OfficeAddress,
  letterhead: Letterhead.optional(),
  service: z.string(),
  agent: AgentName.nullable(),
  /** Instead of the agent's name, where their safety asks for it (CRPA L111-2). */
  pseudonym: z.string().optional(),
  /** The person, where the sheet names them: the ticket is then no identity. */
  addressee: Addressee.optional(),
  seenAs: SeenAs.optional(),
  /** In which capacity somebody else came for them; absent where they came themselves. */
  by: z.enum(capacities).optional(),
  ticket: TicketNumber,
  ...nature,
  /** What was asked: « Carte nationale d’identité, renouvellement ». */
  label: z.string(),
  /** What the agent typed of it: printed beside that name, as theirs. Absent where nothing was, and from the papers of before. */
  saidLabel: z.string().optional(),
  outcome: Outcome,
  /** The office to which the person was sent, where it was said. */
  forwardedTo: Recipient.optional(),
  /** When the file was filed, where another visit or another channel had opened it. Absent otherwise, and from the papers of before. */
  filedOn: LocalDate.optional(),
  /** The request was sent to another office, which one and when: without these the person is only shown where to go. */
  transmitted: z.strictObject({ on: LocalDate, to: z.string() }).optional(),
  /** What was sent to that office on that day was noted by mistake: nothing was sent. Absent otherwise, and from the papers of before. */
  mistaken: z.strictObject({ on: LocalDate, to: z.string(), knownOn: LocalDate }).optional(),
  /** What that office keeps for the person: their hour of arrival, or an appointment. */
  place: PlaceKept.optional(),
  /** Present from the ticket to the end of the visit. */
  arrivedAt: Instant,
  receivedAt: Instant.nullable(),
  pieces: z.array(
    z.strictObject({
      title: z.string(),
      /** What restricts a missing piece: « Une photocopie suffit ». Absent otherwise, and from the papers of before. */
      detail: z.string().optional(),
      state: z.enum(['presented', 'missing', 'notExamined']),
      /** Why a missing piece is asked: the text. */
      sources: z.array(SourceRef),
      toConfirm: z.boolean(),
    }),
  ),
  /** By when what lacks is to be brought, and what asking it does to the clock (CRPA L114-5); absent where nothing is asked. */
  incomplete: z.strictObject({ dueOn: LocalDate, effect: ClockEffect, ...runsElsewhere }).optional(),
  ...hours,
  /** When silence is a decision, and which; absent while nothing can tell it. */
  implicit: z.strictObject({ sense: z.enum(['rejet', 'acceptation']), on: LocalDate }).optional(),
  /** The file was decided before: nothing is awaited any more, by silence or by a piece. Absent otherwise, and from the papers of before. */
  decided: z
    .strictObject({
      on: LocalDate,
      bySilence: z.literal(true).optional(),
      /** The number of the paper that says it, where another software made it. */
      number: z.string().optional(),
      /** Its reasons are there: it refuses. */
      reasoned: z.literal(true).optional(),
    })
    .optional(),
  /** « Le silence gardé pendant 2 mois vaut rejet », or « régime du silence : à préciser ». */
  silence: z
    .strictObject({
      title: z.string(),
      sources: z.array(SourceRef),
      toConfirm: z.boolean(),
      /** No decision is awaited. Absent otherwise, and from the papers of before. */
      noObject: z.literal(true).optional(),
    })
    .nullable(),
  /** Whether an acknowledgement is due beside it; why not is said (« accusé non requis : R112-4 2° »). */
  acknowledgement: z
    .strictObject({
      due: z.boolean(),
      why: z.string(),
      sources: z.array(SourceRef),
      toConfirm: z.boolean(),
      /** « R112-4 2° », where an exception of the law is the reason. */
      exception: z.string().nullable().optional(),
      /** Why this paper is not one: not due, another authority's, not complete, or given before. */
      how: z.enum(['notDue', 'elsewhere', 'incomplete', 'before']).optional(),
    })
    .optional(),
  /** What the procedure's rule says that this receipt is worth: « N’autorise pas le séjour et n’en justifie pas. » */
  worth: z.string().optional(),
  decides: z.string().nullable(),
  rule: RuleVersion.nullable(),
  /** The file in which the request goes on: by it the person finds it again. Absent where there is none. */
  file: FileReference.optional(),
  /** The receipt that the ministry's software gave: named, never doubled. */
  ministry: z.strictObject({ issuer: z.string(), number: z.string() }).optional(),
  /** Read to a person who can't read it, or who can't sign. */
  signing: z.enum(['readAloud', 'cannotSign']).optional(),
  /** Of an attestation: where the person was in their visit, until when, and by whose doing not received. */
  presence: Presence.optional(),
  relates: Relation.optional(),
  /** Training: every paper says SPÉCIMEN. */
  school: z.boolean(),
  personWord: z.string(),
})
export type VisitFacts = z.infer<typeof VisitFacts>
