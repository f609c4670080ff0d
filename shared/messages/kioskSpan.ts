import type { Announced } from '../contract/waits.ts'

/**
 * The two ends of an announced wait, in whole minutes, rounded as on every paper: the upper one never down, since nine
 * people in ten are called before it.
 */
export function waitMinutes({
  p50,
  p90,
}: Pick<Announced, 'p50' | 'p90'>): readonly [low: number, high: number] {
  const high = Math.ceil(p90 / 60)
  const low = Math.min(high, Math.round(p50 / 60))
  return [low, high]
}

/**
 * A length of time said roughly, so that it is never read as an hour of the clock nor as a promise: whole hours from
 * two hours on, minutes by five below, always rounded down. @param minutes whole or not, never negative
 */
export function roughTime(minutes: number): {
  readonly count: number
  readonly unit: 'hours' | 'minutes'
} {
  if (minutes >= 120) return { count: Math.floor(minutes / 60), unit: 'hours' }
  return { count: minutes < 10 ? Math.floor(minutes) : Math.floor(minutes / 5) * 5, unit: 'minutes' }
}

/** The form of a word that goes with a count in a language: « other » where none of its own is given. */
type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/** Chooses a word's form by the language's own rule (six forms in Arabic, three in Ukrainian). */
export function formsIn(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  return (count, forms) => forms[rules.select(count)] ?? forms.other
}

/** Hours and days as a language writes them, in the office's zone; figures are those of the tickets. */
export function timesIn(locale: string) {
  const written = (options: Intl.DateTimeFormatOptions) => {
    // One formatter a zone: making one costs far more than using it, and a screen writes the hour each second.
    const made = new Map<string, Intl.DateTimeFormat>()
    return (at: number, zone: string): string => {
      const format =
        made.get(zone) ??
        new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, numberingSystem: 'latn' })
      made.set(zone, format)
      return format.format(at)
    }
  }
  return {
    hour: written({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    day: written({ weekday: 'long', day: 'numeric', month: 'long' }),
  } as const
}
