import type { PublishedRule } from '../../contract/rules.ts'
import type { ExchangeTexts } from '../exchange.fr.ts'
import type { FollowTexts } from '../follow.ts'
import type { KioskTexts } from '../kiosk.fr.ts'

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

/** All that the public reads in one language: another language is one more file of this type. */
export type PublicLanguage = {
  readonly direction: 'ltr' | 'rtl'
  readonly kiosk: KioskTexts
  readonly exchange: ExchangeTexts
  readonly follow: FollowTexts
  readonly paper: PaperTexts
  readonly room: RoomTexts
}

/** A count in its sentence: « # » is the figure, the form is the language's own for it. */
export const plural = (
  locale: string,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string },
): ((count: number) => string) => {
  const rules = new Intl.PluralRules(locale)
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', String(count))
}
