import { z } from 'zod'
import { PieceId } from '../contract/ids.ts'
import { Remedy, sentence, sources, word } from './formatParts.ts'

// « Motifs de refus »: on what grounds a procedure can be refused, as the texts have them.

/** A fact without which the ground says nothing: asked under it, printed with it. */
const NeededFact = z.strictObject({
  id: word,
  titre: sentence,
  /** `date`: a day, not after the decision. */
  nature: z.enum(['texte', 'date']),
  /** Needed only where the facts told hold one of these words: « visite », then its written consent. */
  'si dit': z.array(sentence).min(1).optional(),
})

const RefusalGround = z.strictObject({
  id: word,
  titre: sentence,
  /** What the text says, in its words. */
  droit: sentence,
  /** The article first, with its point in `pour`. */
  sources,
  /** It holds only while one of these pieces is noted missing on the file: any that is required, or one of those. */
  pièces: z.union([z.literal('requises'), z.array(PieceId).min(1)]).optional(),
  /** Pieces that may not be asked, and that the facts may name all the same. */
  'peut nommer': z.array(PieceId).min(1).optional(),
  faits: z.array(NeededFact).default([]),
  /** Where this ground is contested otherwise than the procedure's other decisions. */
  recours: Remedy.optional(),
})

/** `fermée`: the text lists every ground, and no other can be chosen. `ouverte`: another names its article. */
export const Refusals = z.strictObject({
  liste: z.enum(['fermée', 'ouverte']),
  titre: sentence,
  sources,
  motifs: z.array(RefusalGround),
})
export type Refusals = z.infer<typeof Refusals>
