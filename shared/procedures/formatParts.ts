import { z } from 'zod'

// What the parts of a rule file are made of: sentences, words, citations, delays, recourses.

export const sentence = z.string().min(1).max(400)
export const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
export const yesNo = z.enum(['oui', 'non'])

/** A source that a rule cites, with, if it bears on a part only (« durée d’un an »), that part. */
const Cited = z.union([word, z.strictObject({ source: word, pour: sentence })])
export const sources = z.array(Cited).min(1)

/** A delay as a text gives it: calendar months to the last day, or calendar days. */
export const Delay = z.strictObject({ nombre: z.int().min(1).max(400), unité: z.enum(['mois', 'jours']) })

/**
 * How to contest a decision of this procedure. `préalable`: an administrative recourse that must come first (RAPO);
 * `auprès`: its authority, null where the recourse is to the judge alone. `délai: aucun`: no text sets one; null: not known.
 * `délai après silence`: where no text sets one against a rejection that silence made, though one runs from a decision.
 */
export const Remedy = z.strictObject({
  titre: sentence,
  détail: sentence,
  préalable: z.enum(['oui', 'non', 'inconnu']),
  auprès: sentence.nullable(),
  juridiction: sentence,
  délai: z.union([Delay, z.literal('aucun')]).nullable(),
  'délai après silence': z.literal('aucun').optional(),
  sources,
})
