import { z } from 'zod'
import { LocalDate } from '../contract/ids.ts'
import { sentence, word } from './formatParts.ts'

/** How a text was read: see the head of `sources/identite.yaml`. */
const mark = z.enum(['V', 'P', 'L4', 'C', 'S', 'O', 'F', 'M'])

/** One article or page that rules cite. An id that nobody has read is null, never guessed. */
export const Article = z.strictObject({
  libellé: sentence,
  article: z.string().min(1),
  legi: z
    .string()
    .regex(/^LEGIARTI[0-9]{12}$/)
    .nullable(),
  jorf: z
    .string()
    .regex(/^JORF(TEXT|ARTI)[0-9]{12}$/)
    .nullable()
    .optional(),
  du: LocalDate.nullable(),
  au: LocalDate.nullable(),
  /** The text itself; `[...]` marks a cut. Null when it was not read. */
  extrait: z.string().min(1).nullable(),
  /** What it says, in our words. */
  résumé: sentence,
  /** Where the text is, in the official base or on the page that was read. */
  url: z.url().nullable(),
  marque: mark,
  /** The day of the state of the text that was read; absent when no date was known. */
  état: LocalDate.optional(),
  /** An amendment that is known, from that day: a text read in an older state is « à relire ». */
  modifié: z.strictObject({ le: LocalDate, par: sentence }).optional(),
  /** How it was read: the base or the page, and its date. */
  lu: sentence,
})
export type Article = z.infer<typeof Article>

/** One file of `sources/`. */
export const SourceFile = z.strictObject({ texte: sentence, articles: z.record(word, Article) })
export type SourceFile = z.infer<typeof SourceFile>
