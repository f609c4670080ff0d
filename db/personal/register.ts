import { agree } from '../../shared/messages/format/numbers.ts'
import type { Schema } from '../schema.ts'
import { longestKept } from '../backup/rotation.ts'
import type { PersonalKind } from '../../shared/domain/decision.ts'
import { isArchive } from '../../shared/domain/privacy/archiveTerms.ts'
import {
  answersKept,
  consultationsKept,
  jobsKept,
  journals,
  retention,
  ruleUnder,
  settledTerm,
  unprintedKept,
  type Terms,
} from './retention.ts'

/** The tables of the schema, and those that only SQLite has: the row of its head, what a second machine that follows reads. */
type Table = keyof Schema | 'head_row' | 'changes' | 'following'

/** What a table holds of people: nothing, or rows that a person wrote or that name them, and for how long. */
export type Holding = {
  readonly table: Table
  /** In French. */
  readonly holds: string
  readonly personal: boolean
  readonly keeps: string
}

const days = (ms: number): string => {
  const count = Math.round(ms / 86_400_000)
  return `${count} ${agree(count, 'jour', 'jours')}`
}
const always = 'Conservé avec le journal, qui ne nomme personne.'
const facts = (holds: string) => ({ holds, personal: false, keeps: always })

/** A table without its line does not compile: the register of processing is made from here. */
const holdings: Readonly<Record<Table, Omit<Holding, 'table'>>> = {
  events: {
    holds:
      'Le journal : des faits, des identifiants sans signification, des empreintes salées. Les identifiants des agents en font une donnée pseudonyme (RGPD, art. 4.5).',
    personal: true,
    keeps: journals.acts.rule,
  },
  head: facts('La fin du journal.'),
  head_row: facts('La fin du journal, quand la dernière réponse ne la dit pas.'),
  personal: {
    holds: 'Ce qui est écrit sur les personnes, par nature (voir plus bas).',
    personal: true,
    keeps: 'Selon chaque nature.',
  },
  answers: {
    holds: 'Les réponses aux actes, pour qu’un acte répété ne soit fait qu’une fois.',
    personal: true,
    keeps: `${days(answersKept)}, ou effacées avec ce qu’elles répètent.`,
  },
  jobs: {
    holds: 'Les papiers à imprimer, et ceux qui viennent de sortir.',
    personal: true,
    keeps: `Effacés ${days(jobsKept)} après leur sortie, ou avec leur document ; ${days(unprintedKept)} après la demande s’ils n’ont pas de document et ne sont jamais sortis (étiquettes).`,
  },
  snapshots: facts('L’état de l’office, refait du journal.'),
  visits: facts('Un passage : des heures et un numéro.'),
  visits_day: facts('Un passage de la journée, jusqu’à sa clôture : des heures et un numéro.'),
  acts_day: facts(
    'Un acte de la journée, jusqu’à sa clôture : ce que le passage était avant lui, et ce qu’il compte.',
  ),
  calls: facts('Les appels : des heures et des raisons codées.'),
  endings: facts('Comment chaque demande s’est terminée.'),
  projected: facts('La version des tables de lecture.'),
  documents: facts('Un document émis : son numéro, son empreinte, sa signature.'),
  document_closings: facts('Les clôtures des documents.'),
  document_duplicates: facts('Les duplicata et rectifications des documents.'),
  files: facts('Un dossier : sa référence et ses dates.'),
  file_acts: facts('Les actes sur un dossier.'),
  file_keys: {
    holds: 'Les noms et numéros par lesquels un dossier se retrouve.',
    personal: true,
    keeps: 'Effacés avec les renseignements du dossier.',
  },
  consultations: {
    holds: 'Quel agent a consulté quels dossiers, documents ou passages (identifiants).',
    personal: true,
    keeps: `${days(consultationsKept)} (CNIL, recommandation de 2021), jamais pour évaluer les agents.`,
  },
  till_entries: facts('Les écritures de la régie : montants, moyens, empreintes.'),
  till_closings: facts('Les clôtures de la régie.'),
  webhook_positions: facts('Jusqu’où chaque autre logiciel a été averti.'),
  webhook_dead: facts('Les avertissements qui ne sont pas arrivés.'),
  changes: facts('Quelles lignes un second ordinateur doit relire, par leur identifiant.'),
  following: facts('Jusqu’où le second ordinateur suit celui-ci.'),
  api_token_uses: facts('Quand chaque jeton d’un autre logiciel a servi.'),
}

/** The register's lines on tables. */
export const tablesKept = (): readonly Holding[] =>
  Object.entries(holdings).map(([table, holding]) => ({ table: table as Table, ...holding }))

/**
 * The register's lines on kinds of personal rows, each with its text, and its rule under the office's own terms.
 * @param terms of public archives, those that the office settled
 */
export const kindsKept = (terms: Terms) =>
  (Object.keys(retention) as PersonalKind[]).map((kind) => {
    const { why, toConfirm } = retention[kind]
    return {
      kind,
      rule: ruleUnder(kind, terms),
      why,
      toConfirm: toConfirm && settledTerm(kind, terms) === undefined,
      archive: isArchive[kind],
    }
  })

/** Days after which no backup holds what was erased. */
export const backupsKept = longestKept
