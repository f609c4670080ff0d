// Counts, days, lists and amounts as each language writes them: the one place where the public's texts meet `Intl`.

/**
 * A formatter made when it is first asked for, then kept: making those of every language takes a page's start tens of
 * milliseconds, and a page writes in one or two of them.
 */
export const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

/** The plural rules of each language, made once for all its texts. */
const rulesOf = new Map<string, Intl.PluralRules>()

/** The form of a word that goes with a count in a language: « other » where none of its own is given. */
type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/** Chooses a word's form by the language's own rule (six forms in Arabic, three in Ukrainian). */
export function formsIn(locale: string): (count: number, forms: Forms) => string {
  return (count, forms) => {
    const rules = rulesOf.get(locale) ?? new Intl.PluralRules(locale)
    rulesOf.set(locale, rules)
    return forms[rules.select(count)] ?? forms.other
  }
}

/** A count in its sentence: « # » is the figure, the form is the language's own for it. */
export function plural(locale: string, forms: Forms): (count: number) => string {
  const form = formsIn(locale)
  return (count) => form(count, forms).replace('#', String(count))
}

/** Hours and days as a language writes them, in the office's zone; figures are those of the tickets. */
export function timesIn(locale: string) {
  const written = (options: Intl.DateTimeFormatOptions) => {
    // One formatter a zone: making one costs far more than using it, and a screen writes the hour each second.
    const formats = new Map<string, Intl.DateTimeFormat>()
    return (at: number, zone: string): string => {
      const format =
        formats.get(zone) ??
        new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, numberingSystem: 'latn' })
      formats.set(zone, format)
      return format.format(at)
    }
  }
  return {
    hour: written({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    day: written({ weekday: 'long', day: 'numeric', month: 'long' }),
    date: written({ day: 'numeric', month: 'long', year: 'numeric' }),
  } as const
}

/** Several things in one sentence: « A, B et C », « A، B وC ». */
export function listIn(locale: string): (items: readonly string[]) => string {
  const format = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  return (items) => format().format(items)
}

/** An amount, given in hundredths of a euro, as a language writes it, in the tickets' figures. */
export function moneyIn(locale: string): (cents: number) => string {
  const format = once(
    () => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', numberingSystem: 'latn' }),
  )
  return (cents) => format().format(cents / 100)
}
