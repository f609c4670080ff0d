import type { DocumentKind } from '../../contract/documents/kinds.ts'
import type { PublishedRule } from '../../contract/queue/rules.ts'
import type { FollowTexts } from './followTexts.ts'
import type { KioskTexts } from './fr/kiosk.ts'

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
  /** What differs of a declaration: nothing was asked. */
  readonly declared: {
    readonly purposes: Partial<Readonly<Record<DocumentKind, string>>>
    readonly silence: Readonly<Record<'rejet' | 'acceptation', (day: string) => string>>
  }
  /** A decision can be contested within so many days, or months; `noDelay`: no text says by when. */
  readonly contest: Readonly<Record<'days' | 'months', (count: number) => string>> & {
    readonly noDelay: string
  }
  readonly valid: (from: string, until: string) => string
  readonly appointment: (day: string, hour: string) => string
  readonly paid: (amount: string) => string
  readonly sentTo: (office: string) => string
  readonly cancels: (number: string) => string
  readonly date: (at: number, zone: string) => string
  readonly money: (cents: number) => string
}

/** Where a person can be called to, when the counter's French name begins so. */
export const voicePlaces = [
  'accueil',
  'box',
  'bureau',
  'caisse',
  'comptoir',
  'guichet',
  'porte',
  'poste',
  'regie',
  'salle',
] as const
export type VoicePlace = (typeof voicePlaces)[number]

/** What a person reads to record the pieces of a call (voice.ts), in their own language. */
export type VoiceTexts = {
  readonly ticket: string
  readonly screen: string
  /** The names of A to Z. */
  readonly letters: readonly string[]
  readonly places: Readonly<Record<VoicePlace, string>>
  /** A number from 0 to 99, of hundreds or of thousands; its figures, where that is how it is read. */
  readonly number?: (value: number) => string
  /** What is said between the parts of a number, where something is. */
  readonly and?: string
  /** How a part is said before another one, where it changes. */
  readonly before?: Readonly<Record<number, string>>
}

/** What the page of a ticket taken in the hall says, on the telephone of who is there. */
export type HallTexts = {
  readonly title: string
  readonly help: string
  /** The office gives no ticket so, or no longer. */
  readonly off: string
  /** The code is of another minute, or none of this office. */
  readonly stale: string
  readonly tooMany: string
  readonly notGiven: string
}

/**
 * What the public reads and hears in one language: another language is one more file of this type. What it reads in the
 * written exchange and on the posters is beside it (`exchange.ts`, `posters.ts`).
 */
export type PublicLanguage = {
  readonly direction: 'ltr' | 'rtl'
  readonly kiosk: KioskTexts
  readonly follow: FollowTexts
  readonly hall: HallTexts
  readonly paper: PaperTexts
  readonly room: RoomTexts
  readonly summary: SummaryTexts
  readonly voice: VoiceTexts
}
