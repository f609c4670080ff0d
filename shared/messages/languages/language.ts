import type { DocumentKind } from '../../contract/documentKinds.ts'
import type { PublishedRule } from '../../contract/rules.ts'
import type { ExchangeTexts } from '../exchange.fr.ts'
import type { FollowTexts } from '../follow.ts'
import type { KioskTexts } from '../kiosk.fr.ts'
import type { PosterTexts } from '../posterTexts.ts'

/** What papers say to who holds them besides the kiosk's own words, under the French lines, which are of record. */
export type PaperTexts = {
  readonly reprint: string
  readonly replaces: string
  readonly estimated: (hour: string) => string
  readonly beforeClosing: Readonly<Record<'sure' | 'likely' | 'unlikely', string>>
  readonly bring: string
  readonly leaving: string
  readonly bound: string
  readonly rule: string
  readonly onArrival: string
  /** @param ways how the service is told: its telephone, its address */
  readonly cannotCome: (ways: string) => string
  readonly obligations: string
  /** Before what is asked for the request in general, whatever the case. */
  readonly usually: string
}

/** What the waiting room reads at ten metres: a wait or a state has eighteen letters at most. */
export type RoomTexts = {
  readonly takeTicket: string
  readonly shownHere: string
  /** @param low @param high whole minutes, under an hour */
  readonly wait: (low: number, high: number) => string
  readonly nobody: string
  readonly waiting: (people: number) => string
  readonly noCounter: string
  readonly closed: string
  readonly lastTickets: (hour: string) => string
  readonly order: (rule: Pick<PublishedRule, 'appointments' | 'weighted'>) => string
  /** The article keeps its French name: it is what a person can look for. */
  readonly law: string
}

/**
 * What a document of record says in short, for whoever reads no French: beside it, never instead of it (CRPA L111-1).
 * Days are written by the language itself.
 */
export type SummaryTexts = {
  readonly title: string
  /** « Traduction pour information : seul le texte français fait foi. » */
  readonly information: string
  readonly purposes: Readonly<Record<DocumentKind, string>>
  readonly keep: string
  readonly number: (number: string, day: string) => string
  /** What lacks, or what is asked, is to be given until a day, that day included. */
  readonly giveBy: (day: string) => string
  /** What silence is worth from a day on. */
  readonly silence: Readonly<Record<'rejet' | 'acceptation', (day: string) => string>>
  /** A decision can be contested within so many days, or months. */
  readonly contest: Readonly<Record<'days' | 'months', (count: number) => string>>
  readonly valid: (from: string, until: string) => string
  readonly appointment: (day: string, hour: string) => string
  readonly paid: (amount: string) => string
  readonly sentTo: (office: string) => string
  readonly cancels: (number: string) => string
  readonly date: (at: number, zone: string) => string
  readonly money: (cents: number) => string
}

/** All that the public reads in one language: another language is one more file of this type. */
export type PublicLanguage = {
  readonly direction: 'ltr' | 'rtl'
  readonly kiosk: KioskTexts
  readonly exchange: ExchangeTexts
  readonly posters: PosterTexts
  readonly follow: FollowTexts
  readonly paper: PaperTexts
  readonly room: RoomTexts
  readonly summary: SummaryTexts
}
