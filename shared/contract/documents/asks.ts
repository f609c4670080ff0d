import { z } from 'zod'
import { ChosenGround } from './grounds.ts'
import { type DocumentKind, HandedMeans } from './kinds.ts'
import { DocumentId, FileId, Instant, LocalDate, TicketId, TicketNumber } from '../ids.ts'
import { Capacity } from '../law/assessment.ts'
import { line, paragraph, written } from '../typed.ts'

/** The texts applied, by the titles that were typed, with what each says here. */
export const TypedLaw = z.array(z.strictObject({ title: line, said: line.nullable() })).max(20)
export type TypedLaw = z.infer<typeof TypedLaw>
/**
 * Where to contest, said by who signs: only where the rules of the procedure know no remedy, or not the whole of it. The
 * delay is the two months of CJA R421-1, which only an administrative court has, or no text sets one.
 */
const saidRemedies = z
  .strictObject({
    prior: z.enum(['yes', 'no']),
    authority: line.nullable(),
    court: line,
    delay: z.enum(['twoMonths', 'none']).default('twoMonths'),
  })
  .optional()
export type SaidRemedies = z.infer<typeof saidRemedies>
const ofFile = { fileId: FileId }
const ask = <const K extends DocumentKind, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape })

/**
 * Which document, of what, with what only a person can say; all the rest is the office's own facts. `ticketId: null` is
 * the person received at this counter.
 */
export const DocumentAsk = z.discriminatedUnion('kind', [
  ask('recepisse', { ticketId: TicketId.nullable() }),
  ask('attestation', {
    ticketId: TicketId.nullable(),
    /** A ticket of any day: by what its paper bears, or by its number on that date. */
    code: written.toUpperCase().min(1).max(20).optional(),
    ofDay: z.strictObject({ number: TicketNumber, date: LocalDate }).optional(),
  }),
  ask('accuse', {
    ...ofFile,
    form: z.enum(['ar', 'are', 'aee']),
    /** Last day given for what lacks, where nothing was asked yet: the acknowledgement asks it (CRPA L114-5). */
    dueOn: LocalDate.optional(),
  }),
  ask('pieces', ofFile),
  ask('original', { ...ofFile, doubt: paragraph }),
  ask('transmission', { ...ofFile, address: line.nullable() }),
  ask('refus', {
    ...ofFile,
    facts: paragraph,
    law: TypedLaw,
    ground: ChosenGround.optional(),
    /** Where no decision is noted yet: all of it, unless a part is said. */
    extent: z.enum(['whole', 'part']).optional(),
    remedies: saidRemedies,
  }),
  ask('acceptation', ofFile),
  ask('motifs', {
    ...ofFile,
    askedOn: LocalDate,
    facts: paragraph,
    law: TypedLaw,
    ground: ChosenGround.optional(),
    remedies: saidRemedies,
  }),
  ask('trace', { fileId: FileId.nullable(), documentId: DocumentId.nullable() }),
  ask('regularisation', {
    fileId: FileId.nullable(),
    breach: paragraph,
    law: TypedLaw,
    formalities: z.array(line).min(1).max(20),
    dueOn: LocalDate,
    consequence: paragraph,
  }),
  ask('urbanisme', {
    ...ofFile,
    registration: line,
    permit: z.enum(['declaration', 'house', 'demolition', 'other']),
  }),
  ask('sejour', {
    fileId: FileId.nullable(),
    paper: z.enum(['recepisse', 'depositAttestation', 'extensionAttestation']),
    until: LocalDate.nullable(),
  }),
  /** Gives back the originals that are held: at the counter, to the person, unless it is said otherwise. */
  ask('originaux', { ...ofFile, means: HandedMeans.optional(), to: Capacity.optional() }),
  ask('incident', {
    ticketId: TicketId.nullable(),
    what: paragraph,
    from: Instant,
    until: Instant.nullable(),
    effect: paragraph,
  }),
  /** What is declared beside the name and the birth date of the sheet (C. service national R111-7). */
  ask('recensement', {
    birthPlace: line.nullable(),
    domicile: line.nullable(),
    residence: line.nullable().optional(),
  }),
])
export type DocumentAsk = z.infer<typeof DocumentAsk>
