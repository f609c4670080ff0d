import { z } from 'zod'
import { LocalDate, ProcedureId, PieceId } from '../contract/ids.ts'
import { Text } from '../contract/text.ts'
import { Delay, Remedy, sentence, sources, word, yesNo } from './formatParts.ts'

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

/**
 * What is handed in: a request (CRPA L110-1) has an acknowledgement (L112-3) and its silence a sense (L231-1); a declaration
 * asks for nothing, it is received; nor does a payment. Absent from the rules of before, where nothing says it.
 */
const Nature = z.enum(['demande', 'déclaration', 'paiement'])

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
const Refusals = z.strictObject({
  liste: z.enum(['fermée', 'ouverte']),
  titre: sentence,
  sources,
  motifs: z.array(RefusalGround),
})

export const Header = z.strictObject({
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
  nature: Nature.optional(),
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
        nature: Nature.optional(),
        silence: Silence.optional(),
        accusé: Acknowledgement.optional(),
        recours: Remedy.nullable().optional(),
        /** Papers of `délivre` that this case has none of, whatever another changes; promised once it is ruled out. */
        'ne délivre pas': z.array(z.strictObject({ id: word, sources })).optional(),
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
  /** How what was asked is handed over, and when it is destroyed if nobody collects it; in person alone where a text says so. */
  remise: z
    .strictObject({
      titre: sentence,
      détail: sentence,
      'en personne': yesNo.optional(),
      destruction: Delay.nullable(),
      sources,
    })
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
   * What the person must do by when. `règle` is a rule of legal time (`shared/domain/law/time`), `entrée` the field of its input,
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
