import { z } from 'zod'
import { LocalDate, PieceId, ProcedureId } from '../contract/ids.ts'
import { Text } from '../contract/text.ts'

// The format of a rule file: publicodes 1.10.3 in a restricted profile, and our metadata in `_g`. The keys are
// French because lawyers and other administrations read and write these files; the code that uses them is not.

const sentence = z.string().min(1).max(400)
const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const yesNo = z.enum(['oui', 'non'])

/** A source that a rule cites, with, if it bears on a part only (« durée d’un an »), that part. */
const Cited = z.union([word, z.strictObject({ source: word, pour: sentence })])
const sources = z.array(Cited).min(1)

const Option = z.strictObject({ valeur: z.string().min(1), titre: sentence })

const Header = z.strictObject({
  genre: z.literal('procédure'),
  procédure: ProcedureId,
  version: z.string().regex(/^[1-9][0-9]{0,3}$/),
  /** First and last day of filing under this version; `au` is null while no end is known. */
  du: LocalDate,
  au: LocalDate.nullable(),
  /** Past this day, the file asks to be read again. */
  revue: LocalDate,
  titre: Text,
  décide: z.strictObject({ titre: Text, détail: sentence, sources }),
  population: z.strictObject({ titre: sentence, définition: sentence, sources }),
  silence: z.strictObject({
    sens: z.enum(['rejet', 'acceptation', 'inconnu', 'sansObjet']),
    mois: z.int().min(1).max(24).nullable(),
    qui: sentence,
    sources,
  }),
  accusé: z.strictObject({ dû: yesNo, pourquoi: sentence, sources }),
  incomplet: z.strictObject({ titre: sentence, détail: sentence, sources }),
  recours: z.strictObject({ titre: sentence, détail: sentence, mois: z.int(), sources }).nullable(),
  remise: z.strictObject({ titre: sentence, détail: sentence, mois: z.int(), sources }).nullable(),
  'qui peut agir': z.array(z.strictObject({ titre: sentence, détail: sentence.optional(), sources })),
  apporter: z.array(
    z.strictObject({
      icône: z.enum(['form', 'photo', 'card', 'home', 'people', 'stamp', 'money']),
      titre: Text,
      détail: Text.optional(),
    }),
  ),
})

const Injected = z.strictObject({ genre: z.literal('injecté') })
const Group = z.strictObject({ genre: z.literal('groupe') })

const Question = z.strictObject({
  genre: z.literal('question'),
  id: word,
  /** `{il y a 5 ans}` stands for that injected date, written out. */
  détail: sentence.optional(),
  /** In the order of the keys 1, 2, 3…; none for a date. */
  options: z.array(Option).max(9),
  /** What a title seen as identity says of this question, by its last day of validity. */
  identité: z
    .strictObject({
      titre: z.string(),
      'si valide': z.string(),
      'si périmé depuis moins de': z.strictObject({ ans: z.int().min(1), valeur: z.string() }),
      sinon: z.string(),
    })
    .optional(),
  pourquoi: sentence,
  sources,
})

const Ground = z.strictObject({ genre: z.literal('motif'), 'si faux': sentence, sources })
const CasePart = z.strictObject({ genre: z.literal('cas') })

const Piece = z.strictObject({
  genre: z.literal('pièce'),
  id: PieceId,
  détail: sentence.optional(),
  /** The reason when no ground decides: the last branch, or the only value. */
  pourquoi: sentence,
  'si inconnu': sentence.optional(),
  /** The status to show while the answers do not tell; only for what the text asks of everyone. */
  'tant que inconnu': z.enum(['requise']).optional(),
  /** Shown in the first list even while unknown. */
  'en tête': z.literal('oui').optional(),
  /** Pieces of one group stand for one another. */
  groupe: word.optional(),
  /** What presenting this piece says of a question that nobody answered. */
  répond: z.strictObject({ question: word, valeur: z.string() }).optional(),
  sources,
})

const Price = z.strictObject({ genre: z.literal('prix'), pourquoi: sentence, sources })

const Duty = z.strictObject({
  genre: z.literal('devoir'),
  de: z.enum(['personne', 'administration']),
  id: word,
  détail: sentence,
  sources,
})

const Metadata = z.discriminatedUnion('genre', [
  Header,
  Injected,
  Group,
  Question,
  Ground,
  CasePart,
  Piece,
  Price,
  Duty,
])
export type Metadata = z.infer<typeof Metadata>
export type Kind = Metadata['genre']
export type MetadataOf<K extends Kind> = Extract<Metadata, { genre: K }>

const expression = z.string().min(1)
const Branch = z.union([
  z.strictObject({ si: expression, alors: expression }),
  z.strictObject({ sinon: expression }),
])
export type Branch = z.infer<typeof Branch>

/** One rule of the profile. Any other key is refused: publicodes would silently make a question of it. */
export const Rule = z.strictObject({
  titre: sentence,
  question: sentence.optional(),
  unité: z.literal('€').optional(),
  valeur: expression.optional(),
  variations: z.array(Branch).min(2).optional(),
  'toutes ces conditions': z.array(expression).min(1).optional(),
  'une de ces conditions': z.array(expression).min(1).optional(),
  'applicable si': expression.optional(),
  'une possibilité': z
    .array(z.string().regex(/^'[^']+'$/))
    .min(2)
    .optional(),
  _g: Metadata,
})
export type Rule = z.infer<typeof Rule>

/** Rules by full name, in the order of the file, which is the order of questions and of the checklist. */
export const RuleFile = z.record(z.string(), Rule)
export type RuleFile = z.infer<typeof RuleFile>

/** The header of a rule file, on its only root rule of that kind; null when there is none. */
export function headerOf(rules: RuleFile): MetadataOf<'procédure'> | null {
  for (const rule of Object.values(rules)) if (rule._g.genre === 'procédure') return rule._g
  return null
}

/** How a text was read: see the head of `sources/identite.yaml`. */
const mark = z.enum(['V', 'P', 'L4', 'S', 'O', 'F', 'M'])

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
  url: z.url().nullable(),
  marque: mark,
  lu: sentence,
})
export type Article = z.infer<typeof Article>

/** One file of `sources/`. */
export const SourceFile = z.strictObject({ texte: sentence, articles: z.record(word, Article) })
export type SourceFile = z.infer<typeof SourceFile>

/** Whether a rule has a value of its own; one that has none is asked of a person. */
export const computes = (rule: Readonly<Partial<Record<string, unknown>>>): boolean =>
  rule['valeur'] !== undefined ||
  rule['variations'] !== undefined ||
  rule['toutes ces conditions'] !== undefined ||
  rule['une de ces conditions'] !== undefined

/** The words that a piece's rule may give, and what they mean at the counter. */
export const pieceStatus = {
  requise: 'required',
  alternative: 'alternative',
  dispensée: 'notRequired',
  interdite: 'mayNotBeAsked',
} as const
export type PieceValue = keyof typeof pieceStatus
