import { z } from 'zod'
import { ProcedureId } from '../../contract/ids.ts'

// A draft made from a fiche: every part waits for a person, and nothing of it can be used at a counter before all
// are validated. French keys, as in rule files: lawyers read and correct it.

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const validated = /^validé par (\S.{0,79}) le (\d{4}-\d{2}-\d{2})$/u

/** `à valider`, or `validé par NOM le AAAA-MM-JJ`. */
const State = z.union([z.literal('à valider'), z.string().regex(validated)])

/** One way to be concerned: every answer of it is given. No answer at all: always. */
const Way = z.array(z.strictObject({ question: id, réponse: z.string().min(1) }))

export const Draft = z.strictObject({
  brouillon: z.literal('fiche'),
  mention: z.string(),
  fiche: z.strictObject({
    id: z.string(),
    titre: z.string(),
    date: z.string().nullable(),
    schéma: z.string().nullable(),
    url: z.string().nullable(),
  }),
  procédure: ProcedureId,
  titre: z.strictObject({ id: z.literal('titre'), texte: z.string().min(1), état: State }),
  /** By key of a rule file's header; the fiche says none of them in a form that can be read. */
  'en-tête': z.array(z.strictObject({ id, clé: z.string(), contenu: z.unknown(), état: State })),
  questions: z.array(
    z.strictObject({
      id,
      question: z.string().min(1),
      /** `oui` and `non` alone make a question of one case. */
      réponses: z.array(z.strictObject({ valeur: z.string(), titre: z.string() })).min(2),
      état: State,
    }),
  ),
  pièces: z.array(
    z.strictObject({
      id,
      titre: z.string().min(1),
      /** The line as the fiche has it. */
      texte: z.string(),
      précisions: z.array(z.string()),
      /** How many lines of the fiche say it, and how they were known to be pieces. */
      lignes: z.int(),
      lu: z.enum(['type', 'titre', 'phrase']),
      chapitre: z.string(),
      cas: z.array(Way).min(1),
      /** Pieces of one group stand for one another. */
      groupe: id.nullable(),
      /** « De moins de 3 mois », in months: lawful only with a text of its own (CRPA R113-7). */
      ancienneté: z.int().min(1).nullable(),
      état: State,
    }),
  ),
  montants: z.array(
    z.strictObject({
      id,
      montant: z.string(),
      phrase: z.string(),
      chapitre: z.string(),
      cas: z.array(Way).min(1),
      /** A price is shown at the counter; an information is not. */
      retenu: z.enum(['prix', 'information']),
      état: State,
    }),
  ),
  délais: z.array(
    z.strictObject({
      id,
      durées: z.array(z.string()),
      phrase: z.string(),
      chapitre: z.string(),
      /** Whose duty it is; an information is not shown. The fiche never says it. */
      retenu: z.enum(['personne', 'administration', 'information']),
      état: State,
    }),
  ),
  formulaires: z.array(
    z.strictObject({ id, cerfa: z.string(), titre: z.string(), url: z.string().nullable(), état: State }),
  ),
  références: z.array(
    z.strictObject({
      id,
      titre: z.string(),
      url: z.string().nullable(),
      legi: z.string().nullable(),
      état: State,
    }),
  ),
  'non lu': z.array(z.strictObject({ id, quoi: z.string(), textes: z.array(z.string()), état: State })),
})
export type Draft = z.infer<typeof Draft>
export type Way = z.infer<typeof Way>

/** Who validated a part, and on what day; null while it waits. */
export function validationOf(state: string): { readonly by: string; readonly on: string } | null {
  const [, by, on] = validated.exec(state) ?? []
  return by === undefined || on === undefined ? null : { by, on }
}

/** One answer, in the words of the fiche: « Carte périmée depuis moins de 5 ans ». */
export function answerWords(draft: Draft, { question, réponse }: Way[number]): string {
  const match = draft.questions.find(({ id: known }) => known === question)
  if (réponse === 'oui')
    return /« (.*) » \?$/u.exec(match?.question ?? '')?.[1] ?? match?.question ?? question
  return match?.réponses.find(({ valeur }) => valeur === réponse)?.titre ?? réponse
}

type Part = { readonly id: string; readonly état: string }

/** Every part of a draft, in its order. */
export const partsOf = (draft: Draft): readonly Part[] => [
  draft.titre,
  ...draft['en-tête'],
  ...draft.questions,
  ...draft.pièces,
  ...draft.montants,
  ...draft.délais,
  ...draft.formulaires,
  ...draft.références,
  ...draft['non lu'],
]

/** Parts that nobody validated yet: while there is one, no rule can be made of the draft. */
export const waiting = (draft: Draft): readonly string[] =>
  partsOf(draft)
    .filter(({ état }) => validationOf(état) === null)
    .map((part) => part.id)

/** The draft with some parts validated by a named person on a day, `AAAA-MM-JJ`; ids that it lacks change nothing. */
export function withValidated(draft: Draft, ids: ReadonlySet<string>, by: string, on: string): Draft {
  const stamped = <P extends Part>(part: P): P =>
    ids.has(part.id) ? { ...part, état: `validé par ${by} le ${on}` } : part
  return Draft.parse({
    ...draft,
    titre: stamped(draft.titre),
    'en-tête': draft['en-tête'].map(stamped),
    questions: draft.questions.map(stamped),
    pièces: draft.pièces.map(stamped),
    montants: draft.montants.map(stamped),
    délais: draft.délais.map(stamped),
    formulaires: draft.formulaires.map(stamped),
    références: draft.références.map(stamped),
    'non lu': draft['non lu'].map(stamped),
  })
}
