import { LocalDate } from '../../contract/ids.ts'
import type { SourceRef } from '../../contract/law/assessment.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import type { Refused } from '../decision.ts'

/**
 * The mother of the child who is declared asked that nobody knows who she is (C. civ., art. 326): the rules name the request
 * and its pieces, and no paper repeats words typed beside them, which could name her.
 */
export const keepsSecret = ({ procedureId, answers }: Pick<Sheet, 'procedureId' | 'answers'>): boolean =>
  procedureId === 'naissance' && answers['parents'] === 'secret'

/**
 * Nothing of what was typed, nor of the reasoning that leads to that secret, goes on a paper: the text that has a reasoning told
 * keeps the secrets of the law (CRPA R311-3-1-2).
 */
export const secretKept = (
  sheet: Pick<Sheet, 'procedureId' | 'answers'> | undefined,
): Refused<'typedWordsWithheld'> | undefined =>
  sheet !== undefined && keepsSecret(sheet) ? { refusal: 'typedWordsWithheld' } : undefined

/** What stands for words typed of that request, and for what was answered of it, where all that is kept is given to somebody. */
export const unsaidWords = 'Mots qui ne sont pas écrits ici'

/** What is typed or answered of a request, by the names of its rows. */
const typedOf: ReadonlySet<string> = new Set(
  'label labels answers note reason sent mistaken letters draft originals'.split(' '),
)

/** The same on a paper, where what the rules name and what was typed have one place. */
const typedOnPaper: ReadonlySet<string> = new Set([
  ...typedOf,
  ...'saidLabel pieces doubt what effect breach law established formalities consequence detail'.split(' '),
])

/** A row as it is given: the words that could name her are not in it, nor what was answered. */
function untold(value: unknown, typed: boolean, names = typedOf): unknown {
  if (typeof value === 'string') return typed ? unsaidWords : value
  if (Array.isArray(value)) return value.map((one) => untold(one, typed, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => {
      // The facts of a refusal are words; those of a paper are all that it says.
      const words = names.has(name) || (name === 'facts' && typeof inside === 'string')
      return [name, untold(inside, typed || words, names)]
    }),
  )
}

type Kept = { readonly kind: string; readonly value: unknown }

/** Whether a row is a paper of a declaration of birth. */
function isBirthPaper({ kind, value }: Kept): boolean {
  if (kind !== 'document') return false
  const { facts } = (value ?? {}) as { readonly facts?: { readonly rule?: { procedureId?: unknown } | null } }
  return facts?.rule?.procedureId === 'naissance'
}

/**
 * All that is kept of somebody, as they are given it: what else was typed of a secret birth could name the mother, and is
 * another's (GDPR 15.4).
 * @param procedureId that of the file under which the rows are kept, which the row of a file does not repeat
 */
export function givenRows<Row extends Kept>(
  rows: readonly Row[],
  procedureId: Sheet['procedureId'],
): { readonly rows: readonly Row[]; readonly secret: boolean } {
  const secret = new Set(
    rows.filter(({ value }) => {
      const { answers, ...row } = (value ?? {}) as Partial<Pick<Sheet, 'procedureId' | 'answers'>>
      return answers !== undefined && keepsSecret({ procedureId: row.procedureId ?? procedureId, answers })
    }),
  )
  return {
    secret: secret.size > 0,
    rows: rows.map((row) => {
      if (secret.has(row)) return { ...row, value: untold(row.value, false) }
      if (secret.size > 0 && isBirthPaper(row))
        return { ...row, value: untold(row.value, false, typedOnPaper) }
      return secret.size > 0 && row.kind === 'reason' ? { ...row, value: untold(row.value, true) } : row
    }),
  }
}

/** The texts of that secret, and of a child whose parents are not told (C. civ., art. 57). */
const textsOfSecret = /^(?:C\. civ\. (?:57|326)|CASF L222-6)(?!\d)/

/** Whether what the rules say rests on that secret: on a paper that is given out, its title alone would tell it. */
export const tellsSecret = ({ sources }: { readonly sources: readonly SourceRef[] }): boolean =>
  sources.some(({ title }) => textsOfSecret.test(title))

/** The piece that is asked of no mother who asked for that secret: shown all the same, it is not named. */
export const ofMother = (pieceId: string): boolean => pieceId === 'identite-mere'

/** What stands on a paper for a piece that was shown under a name which is not repeated. */
export const unnamedPiece = 'Pièce qui n’est pas nommée ici'

/** What stands on a paper for the texts of a refusal that are not repeated, where none else is left. */
export const unnamedText = 'Texte qui n’est pas nommé ici'

/** What was sent of that request, where the words that told it are not repeated. */
export const unnamedSent = 'ce qui concerne cette déclaration'

/** Why the original of a copy is asked, where the words that told it are not repeated. */
export const unnamedDoubt = 'La copie paraît douteuse. Ce qui fait douter n’est pas écrit ici.'

/** What stands for the facts of a refusal: the text that wants them keeps the secrets of the law (CRPA L211-6). */
export const unnamedFacts = 'Les faits ne sont pas tous écrits ici (CRPA, art. L211-6).'

type SaidOfGround = { readonly title: string; readonly said: string }

/** What was typed of a ground, where a day names nobody and words could. */
export const unnamedEstablished = <Said extends SaidOfGround>(established: readonly Said[]): Said[] =>
  established.map((one) => (LocalDate.safeParse(one.said).success ? one : { ...one, said: unsaidWords }))

/** Of the texts cited, those that the base has, without what was typed of them; none that tells the secret. */
export const unnamedLaw = <
  Cited extends { readonly said: string | null; readonly sources: readonly SourceRef[] },
>(
  law: readonly Cited[],
): Cited[] =>
  law.filter((one) => one.sources.length > 0 && !tellsSecret(one)).map((one) => ({ ...one, said: null }))

/** Why a paper of that request no longer holds, where the reason typed is not repeated. */
export const unnamedReason = 'Motif qui n’est pas écrit ici'
