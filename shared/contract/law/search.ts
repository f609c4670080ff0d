import { z } from 'zod'
import { read } from '../define.ts'
import { LocalDate } from '../ids.ts'
import { written } from '../typed.ts'

/** From one character to another, the second not included (UTF-16 units). */
const Ranges = z.array(z.tuple([z.int().min(0), z.int().min(0)]))

const LawKind = z.enum(['fiche', 'article', 'procedure', 'piece'])

const found = {
  kind: LawKind,
  /** « F2191 », LEGIARTI id or source id, procedure, or `procedure/piece`. */
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  /** From when the text holds; of a fiche, its last change: it speaks of the law of that day. */
  date: LocalDate.nullable(),
  /** Nobody read it in an official base: shown « à confirmer ». */
  toConfirm: z.boolean(),
}

const roles = ['agent', 'supervisor', 'admin'] as const

export const law = {
  /** The fiches and articles shipped, and the office's procedures, by their words; works without a network. */
  'law.search': read({
    pace: { agent: 'searches', supervisor: 'searches', admin: 'searches' },
    roles,
    input: z.strictObject({ text: written.max(200), limit: z.int().min(1).max(50) }),
    output: z.strictObject({
      results: z
        .array(
          z.strictObject({
            ...found,
            titleMarks: Ranges,
            snippet: z.string(),
            marks: Ranges,
          }),
        )
        .max(50),
      total: z.int().min(0),
    }),
    refusals: [],
  }),
  /** One of what was found, whole, with where it comes from; null for one that is not here. */
  'law.show': read({
    roles,
    input: z.strictObject({ kind: LawKind, id: z.string().min(1).max(120) }),
    output: z.strictObject({
      text: z
        .strictObject({
          ...found,
          /** Last day of an article that was repealed or changed since. */
          until: LocalDate.nullable(),
          /** Source, date and licence, to show beside the text. */
          mention: z.string(),
          lines: z.array(
            z.strictObject({
              kind: z.enum(['titre', 'cas', 'texte', 'point', 'note']),
              level: z.int().min(0),
              text: z.string(),
            }),
          ),
        })
        .nullable(),
    }),
    refusals: [],
  }),
} as const
