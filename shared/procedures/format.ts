import { z } from 'zod'
import { PieceId } from '../contract/ids.ts'
import { holidayPlaces } from '../contract/office/calendar.ts'
import { sentence, sources, word, yesNo } from './formatParts.ts'
import { Header } from './formatHeader.ts'

// The format of a rule file: publicodes 1.10.3 in a restricted profile, and our metadata in `_g`. The keys are
// French because lawyers and other administrations read and write these files; the code that uses them is not.

const Option = z.strictObject({
  valeur: z.string().min(1),
  titre: sentence,
  /** Where the text gives this answer; absent where it is given everywhere. */
  lieux: z.array(z.enum(holidayPlaces)).min(1).optional(),
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
      /** Kinds of title, as identity is seen: one, or several that say the same. */
      titre: z.union([z.string(), z.array(z.string()).min(1)]),
      'si valide': z.string(),
      'si périmé depuis moins de': z.strictObject({ ans: z.int().min(1), valeur: z.string() }),
      /** Older than that; left out where the title alone does not say it. */
      sinon: z.string().optional(),
    })
    .optional(),
  /** A date that the sheet may already hold: nothing is asked twice. */
  lit: z
    .union([
      z.literal('naissance de la personne'),
      /** The last day of the title seen, when it is of one of these kinds. */
      z.strictObject({ 'fin du titre': z.array(z.string()).min(1) }),
    ])
    .optional(),
  /** A date that is behind us: one later than the filing is refused. */
  passée: z.literal('oui').optional(),
  pourquoi: sentence,
  sources,
})

/** Kinds of pieces of the table of CRPA R113-5, and of R113-8. */
export const PieceNature = z.enum([
  'livret de famille',
  'livret de famille avec mention',
  'carte d’identité',
  'passeport',
  'carte du combattant',
  'carte d’invalidité',
  'acte de naissance avec mention',
  'acte de naissance',
  'acte de naissance des parents',
  'acte de naissance des enfants',
  'acte de mariage',
  'acte de mariage des parents',
  'acte de décès',
  'certificat de nationalité',
  'preuve de nationalité',
  'domicile',
  'copie certifiée',
])
export type PieceNature = z.infer<typeof PieceNature>

const Ground = z.strictObject({ genre: z.literal('motif'), 'si faux': sentence, sources })
const CasePart = z.strictObject({ genre: z.literal('cas') })

const Piece = z.strictObject({
  genre: z.literal('pièce'),
  id: PieceId,
  détail: sentence.optional(),
  /** The reason when no ground decides: the last branch, or the only value. */
  pourquoi: sentence,
  'si inconnu': sentence.optional(),
  /** The status to show while the answers do not tell; only for what the text asks of everyone, or protects until they do. */
  'tant que inconnu': z.enum(['requise', 'interdite']).optional(),
  /** Shown in the first list even while unknown. */
  'en tête': z.literal('oui').optional(),
  /** Pieces of one group stand for one another. */
  groupe: word.optional(),
  /** What it is, where the table of CRPA R113-5 or R113-8 speaks of it. */
  nature: PieceNature.optional(),
  /** The exchange that holds it (CRPA D114-9-1, `exchanges.ts`): not asked where the office is connected to it. */
  échange: word.optional(),
  /** CRPA L114-5-1: whether the instruction can't go on without it. */
  indispensable: yesNo.optional(),
  /** « De moins de N mois », with the text that says so: without one, any date of issue is accepted (CRPA R113-7). */
  ancienneté: z.strictObject({ mois: z.int().min(1), sources }).optional(),
  /** Other words by which an agent would ask for it: what may not be asked is recognised by them. */
  mots: z.array(sentence).optional(),
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
  détenue: 'heldByAdministration',
  interdite: 'mayNotBeAsked',
} as const
export type PieceValue = keyof typeof pieceStatus
