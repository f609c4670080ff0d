import type { FactsOf } from '../../contract/documents/issued.ts'
import type { DocumentKind } from '../../contract/documents/kinds.ts'
import type { SourceRef } from '../../contract/law/assessment.ts'
import type { Language } from '../../contract/text.ts'
import { namedWhole } from '../../contract/media/spoken.ts'
import { words } from '../../messages/documents/documents.fr.ts'
import { date as day } from '../../messages/format/numbers.ts'

/** One row of a table: what it is about, and what is said of it. */
export type Row = { readonly term: string; readonly detail: string }

export type Section =
  | {
      readonly is: 'text'
      readonly title: string
      readonly lines: readonly string[]
      readonly lang?: Language
    }
  /** The title says what they all are. */
  | {
      readonly is: 'list'
      readonly title: string
      readonly items: readonly string[]
      /** It may be said in one line where the sheet is full: what was shown, never what lacks. */
      readonly brief?: true
      readonly lang?: Language
    }
  | {
      readonly is: 'table'
      readonly title: string
      /** Null where each row's own head says enough. */
      readonly columns: readonly [string, string] | null
      readonly rows: readonly Row[]
    }

/** What a filing lacks, said before all else: how many pieces, which, by when, where and how. */
export type Lacks = {
  readonly title: string
  /** Each piece with the text that requires it; empty where they are too many to stand beside a date. */
  readonly pieces: readonly Row[]
  /** « à apporter au plus tard le », then the day; null where no day is given. */
  readonly due: { readonly by: string; readonly day: string } | null
  readonly how: readonly string[]
}

/** What a kind says of its own, between the head and the foot that all documents have. */
export type DocumentBody = {
  /** The document's name, where the facts change it (« Attestation de dépôt »); else the kind's. */
  readonly title?: string
  /** The sentence that matters most, then what goes with it. */
  readonly lead: string
  readonly notes: readonly string[]
  /** Absent where nothing lacks, or where the kind says it in its own sections. */
  readonly lacks?: Lacks | null
  readonly sections: readonly Section[]
  /** In small type at the foot, after the ticket. */
  readonly small?: readonly string[]
  /** « Reçu par Nadia Ferrand, agente d’accueil » */
  readonly signed: string
  /** A decision's author signs above their name (CRPA L212-1). */
  readonly signature?: string
}

/** How each of these kinds says its facts. */
export type BodyWriters<K extends DocumentKind> = {
  readonly [One in K]: (facts: FactsOf<One>) => DocumentBody
}

/** « 1er janvier 2026 » for `2026-01-01`; what is no date is said as it is. */
export function calendarDay(text: string): string {
  const at = Date.parse(text)
  return Number.isNaN(at) ? text : day(at, 'UTC')
}

/** The text with the full stop that it lacks. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/**
 * « CRPA, art. L114-5 » for « CRPA L114-5 », « décret n° 55-1397 » for « décret 55-1397 », as the rules name them: one way to
 * cite on a paper, whoever wrote the source. The Conseil d’État's decisions have dates, no article.
 */
export const citedText = (title: string): string =>
  title
    .replace(/^(C\. [\p{L}. ]+?|(?!CE\b)[A-Z]{2,}),? (?=(?:[LRDA]\*?)?\d)/u, '$1, art. ')
    .replace(/^(décret|arrêté|loi|ordonnance) (?=\d{2,4}-\d)/u, '$1 n°\u00a0')
    .replace(/^fiche (?=F\d)/u, 'service-public.gouv.fr, fiche ')

/** « CRPA, art. R113-8 ; CRPA, art. L114-5 »: how sure a reading is, is said to the agents, never on a paper that is given. */
export const cite = (sources: readonly Pick<SourceRef, 'title'>[]): string =>
  sources.map(({ title }) => citedText(title)).join(' ; ')

/** The same with its doubt, where a line of reasoning is what the paper is about (CRPA L311-3-1). */
export function citeDoubt(sources: readonly SourceRef[], toConfirm: boolean): string {
  const cited = sources.map(({ title, toConfirm: doubtful }) =>
    doubtful && !toConfirm ? `${citedText(title)}, ${words.toConfirm}` : citedText(title),
  )
  return [cited.join(' ; '), ...(toConfirm ? [words.toConfirm] : [])].filter((part) => part !== '').join(', ')
}

/** A piece to bring, with what restricts it; its texts follow, so no full stop ends it. */
export const toBring = ({
  title,
  detail,
}: {
  readonly title: string
  readonly detail?: string | undefined
}) => namedWhole(title, detail?.replace(/\.$/, ''))

/** Who decides, where the rules name them: « l’autorité compétente » tells nobody anything. */
export const decider = (who: string | null): string | null => (who === words.anyAuthority ? null : who)

/** Who speaks for the office, as it is said at the foot: by name and capacity, by pseudonym, or the service alone. */
export function speaker(
  who:
    | { readonly firstName: string; readonly familyName: string; readonly capacity: string }
    | { readonly pseudonym: string }
    | null,
): string | null {
  if (who === null) return null
  return 'pseudonym' in who ? who.pseudonym : `${who.firstName} ${who.familyName}, ${who.capacity}`
}
