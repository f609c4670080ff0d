import { z } from 'zod'
import { LocalDate, PieceId, ProcedureId } from '../contract/ids.ts'
import { holidayPlaces } from '../contract/office/calendar.ts'
import { Text } from '../contract/text.ts'
import { Delay, Remedy, sentence, sources, word, yesNo } from './formatParts.ts'
import { Refusals } from './formatRefusals.ts'

// The format of a rule file: publicodes 1.10.3 in a restricted profile, and our metadata in `_g`. The keys are
// French because lawyers and other administrations read and write these files; the code that uses them is not.

const Option = z.strictObject({
  valeur: z.string().min(1),
  titre: sentence,
  /** Where the text gives this answer; absent where it is given everywhere. */
  lieux: z.array(z.enum(holidayPlaces)).min(1).optional(),
})

/** In what capacity someone acts; the words are those of `capacityNames`. */
const CapacityWord = z.enum([
  'soi',
  'représentant légal',
  'tutelle',
  'curatelle',
  'habilitation familiale',
  'mandat',
  'proche',
  'accompagnant',
  'interprète',
])

const Noted = z.strictObject({ titre: sentence, détail: sentence, sources })

/**
 * An unknown regime is said to be unknown; `sansObjet` when no decision is expected. `droit commun`: unknown, but no text
 * of the procedure rules it: two months are worth an acceptance (CRPA L231-1), or a rejection in the cases of L231-4.
 */
const Silence = z.strictObject({
  sens: z.enum(['rejet', 'acceptation', 'inconnu', 'sansObjet']),
  délai: Delay.nullable(),
  'droit commun': z.literal('oui').optional(),
  qui: sentence,
  sources,
})

/** CRPA L112-3 and R112-4; `exception` names which exception applies. */
const Acknowledgement = z.strictObject({
  dû: yesNo,
  exception: z.enum(['R112-4 1°', 'R112-4 2°', 'autre']).nullable(),
  pourquoi: sentence,
  sources,
})

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
  /** `recueil: oui`: the office that receives only collects; it decides nothing and can refuse nothing. */
  décide: z.strictObject({ titre: Text, détail: sentence, recueil: yesNo, sources }),
  population: z.strictObject({ titre: sentence, définition: sentence, sources }),
  silence: Silence,
  accusé: Acknowledgement,
  /**
   * Where a ground changes the silence, the acknowledgement or the recourse: the first that holds wins. While one is
   * not known, so is what it would change.
   */
  'cas particuliers': z
    .array(
      z.strictObject({
        si: z.string().min(1),
        silence: Silence.optional(),
        accusé: Acknowledgement.optional(),
        recours: Remedy.nullable().optional(),
      }),
    )
    .default([]),
  /** CRPA L114-5: what missing pieces do to the silence's clock. */
  incomplet: z.strictObject({
    titre: sentence,
    détail: sentence,
    effet: z.enum(['suspend', 'repart', 'aucun', 'inconnu']),
    /** The time that a text gives to bring what lacks, from the day it is asked; absent where the office sets it. */
    terme: Delay.optional(),
    sources,
  }),
  /** Null when nothing is decided. */
  recours: Remedy.nullable(),
  /** On what grounds a request is refused; absent where the office only collects, or no list is known. */
  refus: Refusals.optional(),
  /** How what was asked is handed over, and when it is destroyed if nobody collects it. */
  remise: z
    .strictObject({ titre: sentence, détail: sentence, destruction: Delay.nullable(), sources })
    .nullable(),
  /** Papers that the procedure gives, each with what it is worth: never taken for one another. */
  délivre: z.array(
    z.strictObject({
      id: word,
      titre: sentence,
      vaut: sentence,
      'sur place': yesNo,
      duplicata: yesNo,
      sources,
    }),
  ),
  'qui peut agir': z
    .array(
      z.strictObject({
        capacité: CapacityWord,
        titre: sentence,
        détail: sentence.optional(),
        peut: z.array(z.enum(['déposer', 'signer', 'retirer'])).min(1),
        /** The proof seen; null when none may be or need be asked. */
        preuve: sentence.nullable(),
        sources,
      }),
    )
    .min(1),
  /**
   * What the person must do by when. `règle` is a rule of legal time (`domain/legal`), `entrée` the field of its input,
   * `selon` the date question that gives it, or `date-demande`, or `prochain-scrutin`; a delay without a date has no rule.
   */
  délais: z.array(
    z.strictObject({
      id: word,
      titre: sentence,
      détail: sentence,
      règle: z.strictObject({ nom: word, entrée: z.string().min(1), selon: word }).nullable(),
      sources,
    }),
  ),
  /** What a late or wrong declaration costs; empty when nothing. */
  retard: z.array(Noted),
  /** The right to error (CRPA L123-1); null when no sanction is possible. */
  erreur: Noted.nullable(),
  /** Whether the domicile may be proved here at all (CRPA R113-8). */
  domicile: z.strictObject({
    preuve: z.enum(['exigée', 'permise', 'interdite', 'sansObjet']),
    détail: sentence,
    sources,
  }),
  /** Whether the table of CRPA R113-5 dispenses from pieces here (its exceptions are in R113-9). */
  dispenses: z.strictObject({ 'R113-5': yesNo, pourquoi: sentence, sources }),
  /** Which identity titles are accepted: a list of `identity/titles`, or any (`ouverte`). */
  'titres admis': z.strictObject({
    liste: z.enum(['ouverte', 'électorale', 'titre sécurisé', 'aucune']),
    détail: sentence,
    sources,
  }),
  /** The request gives a right (CRPA L114-5-1): each piece then says whether it is indispensable. */
  droit: yesNo,
  /** Forms, by their cerfa number. */
  formulaires: z.array(
    z.strictObject({ cerfa: z.string().regex(/^[0-9]{5}(\*[0-9]{2})?$/), titre: sentence, sources }),
  ),
  /** How long what was filed is kept; an unknown duration is null, and blocks elimination (C. patr. L214-3). */
  conservation: z.strictObject({ titre: sentence, mois: z.int().min(1).nullable(), sources }),
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
  /** The status to show while the answers do not tell; only for what the text asks of everyone. */
  'tant que inconnu': z.enum(['requise']).optional(),
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
