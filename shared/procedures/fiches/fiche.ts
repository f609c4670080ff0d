import type { Certainty, Choice, Condition } from './visit.ts'

// What could be read in an official fiche « Vos droits et démarches » (DILA, Licence Ouverte 2.0). A fiche explains;
// it is no source of law: everything here waits for a person's validation.

/** Where something stands: the answers that lead there, and the headings above it. */
export type Place = { readonly conditions: readonly Condition[]; readonly headings: readonly string[] }

/** One line of a list of pieces. */
export type FichePiece = Place & {
  readonly title: string
  readonly certainty: Certainty
  /** The line, by its rank, of which this one is a detail; null at the first level. */
  readonly parent: number | null
  /** The list, by its rank in the fiche. */
  readonly list: number
  /** « L’un des documents suivants » : one line of the list is enough. */
  readonly oneOf: boolean
}

/** A value that the fiche marks: an amount in euros, or something else (a rate). */
export type FicheAmount = Place & {
  readonly text: string
  /** In euro cents; null for what is no amount of money. */
  readonly cents: number | null
  readonly sentence: string
  /** Its heading or its sentence speaks of a price. */
  readonly price: boolean
}

export type FicheForm = {
  readonly cerfa: string
  readonly title: string
  readonly url: string | null
  readonly notice: boolean
}

export type FicheReference = {
  readonly title: string
  readonly complement: string | null
  readonly url: string | null
  /** LEGIARTI, LEGISCTA, LEGITEXT, JORFARTI or JORFTEXT, as the address has it. */
  readonly legi: string | null
}

/** A sentence with a delay in it: « dans un délai de 3 mois ». */
export type FicheDelay = Place & { readonly sentence: string; readonly durations: readonly string[] }

export type FicheService = { readonly title: string; readonly url: string | null }

/** Where to go, with the kind of office of the national directory when the fiche names it. */
export type FicheOffice = { readonly title: string; readonly pivots: readonly string[] }

/** What the fiche says, and that no machine can read. */
export type Unread = {
  readonly kind: 'coût' | 'délai' | 'pièces' | 'silence' | 'recours' | 'condition' | 'élément'
  readonly where: string
  readonly text: string
}

/** The readable text, line by line. */
export type Line = {
  readonly kind: 'titre' | 'cas' | 'texte' | 'point' | 'note'
  /** Depth of headings and cases, or of points. */
  readonly level: number
  readonly text: string
}

export type Fiche = {
  readonly id: string
  readonly title: string
  /** The day of its last change, `AAAA-MM-JJ`; null when the fiche does not say it. */
  readonly date: string | null
  /** Of the schema of publication: « 3.3 »; null when not said. */
  readonly schema: string | null
  readonly kind: string
  readonly audience: string
  readonly subject: string
  readonly description: string
  readonly url: string | null
  readonly choices: readonly Choice[]
  readonly pieces: readonly FichePiece[]
  readonly amounts: readonly FicheAmount[]
  readonly forms: readonly FicheForm[]
  readonly references: readonly FicheReference[]
  readonly delays: readonly FicheDelay[]
  readonly services: readonly FicheService[]
  readonly offices: readonly FicheOffice[]
  readonly unread: readonly Unread[]
  readonly lines: readonly Line[]
}
