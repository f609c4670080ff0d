import { z } from 'zod'
import { GroundSaid } from './grounds.ts'
import { DocumentKind } from './kinds.ts'
import {
  AskedPieceSaid,
  cited,
  ClockEffect,
  documentHead,
  hours,
  Price,
  Remedies,
  runsElsewhere,
  Signatory,
  SilenceSaid,
} from './said.ts'
import { Instant, LocalDate } from '../ids.ts'
import { NonReceptionFacts, PassageFacts } from './presenceFacts.ts'
import { BordereauFacts, QuittanceFacts, RecuFacts } from '../till/papers.ts'

const of = <const K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ ...documentHead, kind: z.literal(kind), ...shape })

const PieceSeen = z.strictObject({
  title: z.string(),
  state: z.enum(['presented', 'missing', 'notExamined']),
})
const reasons = {
  /** The person's own facts (CRPA L211-5), in French. */
  facts: z.string(),
  /** The texts applied, with what each says here. */
  law: z.array(z.strictObject({ title: z.string(), said: z.string().nullable(), ...cited })),
  /** Chosen among those of the procedure; absent for another, and in what an older version issued. */
  ground: GroundSaid.optional(),
  signatory: Signatory.nullable(),
  remedies: Remedies.nullable(),
  /** The decision rests on a rule engine: its purpose (CRPA L311-3-1, R311-3-1-1); null when it does not. */
  algorithm: z.strictObject({ purpose: z.string() }).nullable(),
}

export const letterFacts = [
  of('accuse', {
    /** On paper; electronic, of the request; electronic, of the sending alone (its date and no more). */
    form: z.enum(['ar', 'are', 'aee']),
    sentOn: LocalDate.nullable(),
    receivedOn: LocalDate,
    ...hours,
    /** The office that acknowledges is the competent one (CRPA L114-4). */
    competent: z.boolean(),
    decides: z.string().nullable(),
    pieces: z.array(PieceSeen),
    silence: SilenceSaid.nullable(),
    /** What lacks, by when, and what it does to the clock (CRPA L114-5); null for a complete request. */
    incomplete: z
      .strictObject({ pieces: z.array(AskedPieceSaid), dueOn: LocalDate.nullable(), effect: ClockEffect })
      .nullable(),
    remedies: Remedies.nullable(),
  }),
  of('pieces', {
    receivedOn: LocalDate,
    ...hours,
    askedOn: LocalDate,
    pieces: z.array(AskedPieceSaid),
    dueOn: LocalDate,
    effect: ClockEffect,
    ...runsElsewhere,
    silence: SilenceSaid.nullable(),
    /** What the procedure's own rule says of an incomplete request; the law's is said anyway. */
    consequence: z.string().nullable(),
  }),
  of('original', {
    receivedOn: LocalDate,
    askedOn: LocalDate,
    pieces: z.array(AskedPieceSaid),
    /** Why the copy is doubted: the request is reasoned (CRPA R113-6). */
    doubt: z.string(),
    /** The clock runs at who decides: nothing is stopped. Absent otherwise, and from the papers of before. */
    moves: z.literal(false).optional(),
  }),
  of('transmission', {
    receivedOn: LocalDate,
    on: LocalDate,
    to: z.strictObject({
      name: z.string(),
      address: z.string().nullable(),
      /** How to reach it, where it was said. */
      contact: z.string().optional(),
    }),
    sent: z.string(),
    competent: z.boolean(),
    /** When it was received there, where that is known already. */
    arrivedOn: LocalDate.nullable(),
    silence: SilenceSaid.nullable(),
    /** It came by e-mail (CRPA L112-11). Absent otherwise, and from the papers of before. */
    electronic: z.literal(true).optional(),
  }),
  of('refus', {
    /** All of what was asked is refused, or a part of it. */
    extent: z.enum(['whole', 'part']),
    receivedOn: LocalDate,
    decidedOn: LocalDate,
    /** What the request costs, as its rules say it, refused or not; absent where it costs nothing, and from the papers of before. */
    price: Price.optional(),
    ...reasons,
  }),
  of('acceptation', {
    /** The complete request's reception: from it the delay ran. */
    completeOn: LocalDate,
    acquiredOn: LocalDate,
    silence: SilenceSaid,
    signatory: Signatory.nullable(),
  }),
  of('motifs', { receivedOn: LocalDate, rejectedOn: LocalDate, askedOn: LocalDate, ...reasons }),
  of('nonReception', NonReceptionFacts.shape),
  of('trace', {
    /** The document whose reasoning this is; null for a request under way. */
    about: z.string().nullable(),
    purpose: z.string(),
    /** The day of which the rules were applied. */
    rulesOn: LocalDate,
    /** What was worked on, and whose word it is: an answer, or a piece that was shown (CRPA R311-3-1-2, 2°). */
    answers: z.array(
      z.strictObject({ question: z.string(), answer: z.string(), from: z.enum(['answer', 'piece']) }),
    ),
    pieces: z.array(PieceSeen),
    /** What the sheet or the file says of the person, where the rules read it. */
    birthDate: LocalDate.nullable(),
    identity: z.strictObject({ kind: z.string(), validUntil: LocalDate.nullable() }).nullable(),
    /** What was worked out, each line under what it rests on (4°); `more` were left out. */
    lines: z.array(z.strictObject({ depth: z.int().min(0), text: z.string(), ...cited })),
    more: z.int().min(0),
  }),
  of('regularisation', {
    breach: z.string(),
    /** The texts that were not followed. */
    law: z.array(z.strictObject({ title: z.string(), said: z.string().nullable(), ...cited })),
    formalities: z.array(z.string()),
    dueOn: LocalDate,
    consequence: z.string(),
  }),
  of('urbanisme', {
    /** The registration number (C. urb. R423-3): « DP 077 186 26 00012 ». */
    registration: z.string(),
    permit: z.enum(['declaration', 'house', 'demolition', 'other']),
    receivedOn: LocalDate,
    /** The day from which silence is worth a tacit permit, or from which works may begin; or a rejection (`excluded`). */
    tacitOn: LocalDate,
    /** No tacit permit can be had: silence is worth a rejection (C. urb. R424-2, R424-3). */
    excluded: z.boolean(),
    /** Filed by electronic means: it is then the electronic acknowledgement too (CRPA R112-11-1). */
    electronic: z.boolean(),
    ...cited,
  }),
  of('sejour', {
    /** What the paper is: each is worth something else (CESEDA R431-12, R431-15-1). */
    paper: z.enum(['recepisse', 'depositAttestation', 'extensionAttestation']),
    from: LocalDate,
    until: LocalDate.nullable(),
    /** Nothing lacks without which the request can't be examined (CE, 10 June 2020, n° 435594). */
    complete: z.boolean(),
    ...cited,
  }),
  of('originaux', {
    pieces: z.array(z.strictObject({ title: z.string(), heldOn: LocalDate })),
    returnedOn: LocalDate,
    means: z.enum(['counter', 'post', 'registeredPost', 'email']),
  }),
  of('incident', {
    what: z.string(),
    from: Instant,
    until: Instant.nullable(),
    /** What the person could not do because of it, and what they may do now. */
    effect: z.string(),
  }),
  of('passage', PassageFacts.shape),
  of('quittance', QuittanceFacts.shape),
  of('recu', RecuFacts.shape),
  of('bordereau', BordereauFacts.shape),
  of('annulation', {
    /** What no longer holds: a duplicate of the cancellation names it still. */
    cancels: z.strictObject({ kind: DocumentKind, number: z.string(), issuedAt: Instant }),
    /** The duplicates of it that are about: they no longer hold either. Absent where there is none. */
    duplicates: z
      .array(z.strictObject({ number: z.string(), issuedAt: Instant }))
      .min(1)
      .optional(),
    /**
     * What was asked those days is asked no more, but for what another paper asks still, and since when the delay runs again.
     * Absent where nothing is withdrawn.
     */
    withdrawn: z
      .strictObject({
        asked: z.array(LocalDate).min(1),
        askedElse: z.literal(true).optional(),
        runsAgainOn: LocalDate.optional(),
      })
      .optional(),
    reason: z.string(),
  }),
  of('recensement', {
    birthDate: LocalDate.nullable(),
    birthPlace: z.string().nullable(),
    domicile: z.string().nullable(),
    /** Where it is not the domicile. */
    residence: z.string().nullable(),
    filedOn: LocalDate,
  }),
] as const
