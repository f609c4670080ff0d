import { z } from 'zod'
import { Assistance } from './assistance.ts'
import { FileId, LocalDate, PieceId, ProcedureId } from '../ids.ts'
import { Capacity, PieceState } from '../law/assessment.ts'
import { longestNamePart } from '../longestName.ts'
import { line, spaced, written } from '../typed.ts'
import { PlaceKept } from '../appointments/keptPlace.ts'

export const Cerfa = z.string().regex(/^[0-9]{5}(\*[0-9]{2})?$/)

/** Titles that prove identity; `declared` has no paper, which never blocks a filing. */
export const identityKinds = [
  'cni',
  'passport',
  'residencePermit',
  'drivingLicence',
  'carteVitalePhoto',
  'carteCombattant',
  'cmi',
  'carteFonctionnaire',
  'carteMilitaire',
  'permisChasser',
  'carteParlementaire',
  'carteEluLocal',
  'recepisseL2241',
  'other',
  'declared',
] as const

/** Identity as it was *seen*: no number, no copy, no photograph. */
export const Identity = z.strictObject({
  kind: z.enum(identityKinds),
  issuer: spaced.max(100).nullable().optional(),
  issuedOn: LocalDate.nullable().optional(),
  validUntil: LocalDate.nullable().optional(),
  verified: z.boolean().optional(),
  /** How it was read: by the agent's eyes, by its machine-readable zone, by its 2D-Doc. */
  read: z.enum(['seen', 'mrz', '2ddoc']).optional(),
})
export type Identity = z.infer<typeof Identity>

/**
 * For whom the request is made. The family name addresses them (CRPA L111-3); the name of use only where they asked
 * for it. All of it is personal, and optional: identity declared without a paper never blocks a filing.
 */
export const Person = z.strictObject({
  familyName: spaced.min(1).max(longestNamePart),
  firstName: spaced.max(longestNamePart).nullable().optional(),
  usageName: z
    .strictObject({ name: spaced.min(1).max(longestNamePart), askedOn: LocalDate })
    .nullable()
    .optional(),
  birthDate: LocalDate.nullable().optional(),
})
export type Person = z.infer<typeof Person>

/** The mandate or the judgment seen, its scope and its end: what the capacity allows today. */
export const CapacitySeen = z.strictObject({
  proofSeen: z.boolean(),
  scope: written.max(200).nullable().optional(),
  until: LocalDate.nullable().optional(),
})
export type CapacitySeen = z.infer<typeof CapacitySeen>

/** A number that the ministry's own software gave: recorded, never doubled by a receipt of ours. */
export const Ministry = z.strictObject({
  issuer: spaced.min(1).max(100),
  number: spaced.min(1).max(60),
})
export type Ministry = z.infer<typeof Ministry>

/**
 * `read`: a verified 2D-Doc filled it, which can't be refused (CRPA R113-8). `askedAgain`: an administration holds it, and
 * it is asked all the same because the exchange could not give it (CRPA L114-10).
 */
const pieceNotes = { read: z.literal('2ddoc').optional(), askedAgain: z.literal(true).optional() }

/**
 * A piece by its id in the rules, or by a label that the agent typed. A labelled one lacks only on a text: `source` names an
 * article of the base, or the local regulation, that requires it.
 */
export const SheetPiece = z.union([
  z.strictObject({ pieceId: PieceId, state: PieceState, ...pieceNotes }),
  z.strictObject({ label: line, state: PieceState, source: line.optional() }),
])
export type SheetPiece = z.infer<typeof SheetPiece>

/** What a page may note of a piece: that it is asked again though held elsewhere has its own act, with its reason. */
const noted = { state: PieceState, read: pieceNotes.read }
export const NotedPiece = z.union([
  z.strictObject({ pieceId: PieceId, ...noted }),
  z.strictObject({ label: line, ...noted, source: line.optional() }),
])

/** The working sheet of a visit: what the agent notes while receiving. It is personal, saved at each act and dropped at its term. */
export const Sheet = z.strictObject({
  procedureId: ProcedureId.nullable(),
  label: z.string().nullable(),
  capacity: Capacity.nullable(),
  identity: Identity.nullable(),
  answers: z.record(z.string(), z.string()),
  pieces: z.array(SheetPiece),
  note: z.string().nullable(),
  person: Person.nullable().default(null),
  capacitySeen: CapacitySeen.nullable().default(null),
  /** The file for which the person came back. */
  fileId: FileId.nullable().default(null),
  ministry: Ministry.nullable().default(null),
  assisted: Assistance.nullable().default(null),
  /** « Lecture faite », or « ne peut signer ». */
  signing: z.enum(['readAloud', 'cannotSign']).nullable().default(null),
  /** Forms handed out, by their cerfa number: a reason to come back. */
  forms: z.array(Cerfa).default([]),
  /** Pieces kept in original, to be returned (CRPA R113-5): by the names that the sheet gives them. */
  originals: z.array(line).default([]),
  /** The place that another office keeps for the person sent there. */
  elsewhere: PlaceKept.optional(),
  /** Begun from the request before, of the same household: where they live, who represents them. */
  household: z.literal(true).optional(),
})
export type Sheet = z.infer<typeof Sheet>
