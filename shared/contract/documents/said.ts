import { z } from 'zod'
import { nature } from './nature.ts'
import { FileReference, Instant, LocalDate, TicketNumber } from '../ids.ts'
import { AgentName, OfficeAddress } from '../office/settings.ts'
import { Delay, RuleVersion, SourceRef } from '../law/assessment.ts'

// What papers of many kinds say alike: who, to whom, by which text, until when. Each kind's own facts are in facts.ts.

/** What is said with its texts, to be confirmed where nobody has read one. */
export const cited = { sources: z.array(SourceRef), toConfirm: z.boolean() }

/** Who speaks for the office, by name (CRPA L111-2); by a safety pseudonym that only the administration resolves. */
export const Author = z.union([AgentName, z.strictObject({ pseudonym: z.string() })])
export type Author = z.infer<typeof Author>

/** To whom the document is addressed: by family name, the name of use only where it was asked (CRPA L111-3). */
export const Addressee = z.strictObject({
  familyName: z.string(),
  firstName: z.string().nullable(),
  usageName: z.string().nullable(),
  /** A postal or electronic address, as given. */
  contact: z.string().nullable(),
  /** Where it is known: it tells two people of one name apart. Absent from the papers of before. */
  birthDate: LocalDate.optional(),
})
export type Addressee = z.infer<typeof Addressee>

/** In which quality a text sees the person, with the definition that it gives: they are designated by characteristics. */
export const SeenAs = z.strictObject({
  title: z.string(),
  definition: z.string(),
  sources: z.array(SourceRef),
})
export type SeenAs = z.infer<typeof SeenAs>

/** The document that this one repeats, puts right or cancels: nothing is ever edited. */
export const Relation = z.strictObject({
  how: z.enum(['duplicate', 'correction', 'cancellation']),
  number: z.string(),
  issuedAt: Instant,
})
export type Relation = z.infer<typeof Relation>

/** What the office adds to every paper: lines above its name, and whom to ask about personal data. */
const letterhead = { lines: z.array(z.string()), dataContact: z.string().nullable() }
export const Letterhead = z.strictObject(letterhead)
export type Letterhead = z.infer<typeof Letterhead>

/** A piece asked, with the texts that require it. `indispensable`: null where the request gives no right (CRPA L114-5-1). */
export const AskedPieceSaid = z.strictObject({
  title: z.string(),
  /** What restricts it: « Une photocopie suffit ». Absent where nothing does, and from the papers of before. */
  detail: z.string().optional(),
  indispensable: z.boolean().nullable(),
  ...cited,
})
export type AskedPieceSaid = z.infer<typeof AskedPieceSaid>

/** The opening spans of one day, minutes since midnight; empty when it is closed. */
export const DayHours = z.array(z.tuple([z.int(), z.int()]))
export type DayHours = z.infer<typeof DayHours>
/** Seven days from Monday: when what lacks can be brought. Absent from the papers of before. */
export const hours = { hours: z.array(DayHours).length(7).optional() }

/** What silence is worth, and from when; `on` is null while no day can be said. */
export const SilenceSaid = z.strictObject({
  sense: z.enum(['rejet', 'acceptation', 'inconnu', 'sansObjet']),
  /** No text of its own: acceptance after two months, or rejection where the law excepts it (CRPA L231-1, L231-4). */
  general: z.literal(true).optional(),
  on: LocalDate.nullable(),
  title: z.string(),
  ...cited,
})
export type SilenceSaid = z.infer<typeof SilenceSaid>

/** Where, before whom and by when a decision is contested. Authority and court with their address where it is known. */
export const Remedies = z.strictObject({
  title: z.string(),
  detail: z.string().nullable(),
  /** « Recours administratif préalable obligatoire ». */
  prior: z.enum(['yes', 'no', 'unknown']),
  authority: z.string().nullable(),
  court: z.string().nullable(),
  /** Null where it is not known, or where there is none. */
  delay: Delay.nullable(),
  /** No text sets a delay: it is known that there is none. Absent from the papers of before, whose seal covers what they say. */
  noDelay: z.literal(true).optional(),
  ...cited,
})
export type Remedies = z.infer<typeof Remedies>

/**
 * What a request for pieces does to the clock of silence (CRPA L114-5 al. 2 and 3); nothing where a right is at stake and
 * the piece is not indispensable (L114-5-1). `unknown`: what silence is worth is not known, so both are said.
 */
export const ClockEffect = z.enum(['suspends', 'restarts', 'none', 'unknown'])
export type ClockEffect = z.infer<typeof ClockEffect>

/** The clock runs at who decides, where nothing of this office stops it. Absent otherwise, and from the papers of before. */
export const runsElsewhere = { elsewhere: z.literal(true).optional() } as const

/** Who decides, and by which act they may sign: the author's own power has none (CRPA L212-1). */
export const Signatory = z.strictObject({ name: AgentName, delegation: z.string().nullable() })
export type Signatory = z.infer<typeof Signatory>

/** What every document after the visit's own two begins with. */
export const documentHead = {
  issuedAt: Instant,
  zone: z.string(),
  office: OfficeAddress,
  letterhead: Letterhead,
  service: z.string(),
  /** Null where the office attests alone: nobody received who was not called. */
  author: Author.nullable(),
  addressee: Addressee.nullable(),
  /** Absent where no procedure says it, and from the papers of before. */
  seenAs: SeenAs.optional(),
  ...nature,
  /** What was asked: « Carte nationale d’identité, renouvellement ». */
  label: z.string(),
  /** What the agent typed of it: printed beside that name, as theirs. Absent where nothing was, and from the papers of before. */
  saidLabel: z.string().optional(),
  ticket: TicketNumber.nullable(),
  file: FileReference.nullable(),
  rule: RuleVersion.nullable(),
  relates: Relation.nullable(),
  /** Training: every paper says SPÉCIMEN. */
  school: z.boolean(),
  personWord: z.string(),
}

/** A price, why it is due, and by which text; in cents. */
export const Price = z.strictObject({ cents: z.int(), why: z.string(), ...cited })
export type Price = z.infer<typeof Price>
