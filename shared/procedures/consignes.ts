import { z } from 'zod'
import { LocalDate, PieceId, ProcedureId } from '../contract/ids.ts'
import type { Articles } from './sources.ts'

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)

/**
 * An instruction of a ministry: a layer of its own, beside the texts and never instead of them. Where it goes against
 * a text (`contre`), the counter shows both.
 */
export const ConsigneEntry = z.strictObject({
  id: word,
  émetteur: z.string().min(1),
  du: LocalDate,
  au: LocalDate.nullable(),
  titre: z.string().min(1),
  texte: z.string().min(1),
  procédures: z.array(ProcedureId).min(1),
  /** Pieces on which it bears; none for the procedure as a whole. */
  pièces: z.array(PieceId),
  /** Sources with which it conflicts; none when it only completes. */
  contre: z.array(word),
  sources: z.array(word).min(1),
})
export type ConsigneEntry = z.infer<typeof ConsigneEntry>

/** One file of `consignes/`. */
export const ConsigneFile = z.strictObject({ consignes: z.array(ConsigneEntry) })

/** An instruction as it is shown: who says it, since when, and the texts that say otherwise. */
export type Consigne = {
  readonly consigneId: string
  readonly issuer: string
  readonly from: LocalDate
  readonly until: LocalDate | null
  readonly title: string
  readonly text: string
  /** Labels of the texts with which it conflicts. */
  readonly against: readonly string[]
}

const inForce =
  (date: LocalDate) =>
  ({ du, au }: ConsigneEntry): boolean =>
    du <= date && (au === null || date <= au)

/** What a procedure says of its instructions: those that bear on it, and the texts with which they conflict. */
type Instructed = { readonly consignes: readonly ConsigneEntry[]; readonly articles: Articles }

/** Instructions in force on that day for a piece, or for the procedure as a whole (`null`). */
export const consignesOn = (
  { consignes, articles }: Instructed,
  pieceId: PieceId | null,
  date: LocalDate,
): readonly Consigne[] =>
  consignes
    .filter(inForce(date))
    .filter(({ pièces }) => (pieceId === null ? pièces.length === 0 : pièces.includes(pieceId)))
    .map(({ id, émetteur, du, au, titre, texte, contre }) => ({
      consigneId: id,
      issuer: émetteur,
      from: du,
      until: au,
      title: titre,
      text: texte,
      against: contre.map((source) => articles[source]?.libellé ?? source),
    }))
