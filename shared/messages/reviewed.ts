import type { Language } from '../contract/text.ts'

/** The sets of texts that the public reads or hears. */
export const publicTexts = ['kiosk', 'exchange', 'posters'] as const
export type PublicTexts = (typeof publicTexts)[number]

/**
 * Whether a person who speaks the language has read a set of texts: `by` is a function or a body, never a private
 * person's name; `on` a date. Null: written, and still to be read. French is the text of record.
 */
export type Reviewed = { readonly by: string; readonly on: string } | null

/** Which translations a person has read. A text that changes after it was read goes back to null. */
export const reviewed: Readonly<Record<PublicTexts, Readonly<Record<Exclude<Language, 'fr'>, Reviewed>>>> = {
  kiosk: { en: null, es: null, ar: null, uk: null },
  exchange: { en: null, es: null, ar: null, uk: null },
  posters: { en: null, es: null, ar: null, uk: null },
}
