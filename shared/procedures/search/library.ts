import { z } from 'zod'
import type { Line } from '../fiches/fiche.ts'

// The texts shipped for reading and searching: written by electron/host/law/fiches/compile.ts from the DILA's data.

const lineKinds = ['titre', 'cas', 'texte', 'point', 'note'] as const

/** One line of a fiche: its kind by rank, its level, its words. */
const CompiledLine = z.tuple([
  z
    .int()
    .min(0)
    .max(lineKinds.length - 1),
  z.int().min(0),
  z.string(),
])

export const Library = z.strictObject({
  /** Where the texts come from, under which licence: shown with each of them. */
  mention: z.strictObject({ fiches: z.string(), articles: z.string() }),
  fiches: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      date: z.string().nullable(),
      url: z.string().nullable(),
      description: z.string(),
      forms: z.array(z.string()),
      lines: z.array(CompiledLine),
    }),
  ),
  articles: z.array(
    z.strictObject({
      code: z.string(),
      num: z.string(),
      id: z.string(),
      from: z.string(),
      to: z.string().nullable(),
      section: z.string(),
      text: z.string(),
      url: z.string(),
    }),
  ),
})
export type Library = z.infer<typeof Library>

/** The short names by which people cite the codes shipped. */
export const codeNames: Readonly<Record<string, string>> = {
  CRPA: 'Code des relations entre le public et l’administration',
  CSS: 'Code de la sécurité sociale',
}

/** A line as the compiled library keeps it: its kind by number. */
export const compiledLine = ({ kind, level, text }: Line): z.infer<typeof CompiledLine> => [
  lineKinds.indexOf(kind),
  level,
  text,
]

/** A line of the compiled library. */
export const lineOf = ([kind, level, text]: z.infer<typeof CompiledLine>): Line => ({
  kind: lineKinds[kind] ?? 'texte',
  level,
  text,
})
