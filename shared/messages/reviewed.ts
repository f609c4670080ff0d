import { otherLanguages, type OtherLanguage } from '../contract/text.ts'

/** The sets of texts that the public reads or hears: the kiosk, the exchange, posters, the telephone, papers, the room. */
export const publicTexts = ['kiosk', 'exchange', 'posters', 'follow', 'paper', 'room'] as const
export type PublicTexts = (typeof publicTexts)[number]

/**
 * Whether a person who speaks the language has read a set of texts: `by` is a function or a body, never a private
 * person's name; `on` a date. Null: written, and still to be read. French is the text of record.
 */
export type Reviewed = { readonly by: string; readonly on: string } | null

/** What persons have read. A text that changes after it was read is taken out again. */
const read: Readonly<
  Partial<Record<PublicTexts, Readonly<Partial<Record<OtherLanguage, NonNullable<Reviewed>>>>>>
> = {}

/** Each set in each language, with its state: a language that is added is to be read until somebody did. */
export const reviewed = Object.fromEntries(
  publicTexts.map((set) => [
    set,
    Object.fromEntries(otherLanguages.map((language) => [language, read[set]?.[language] ?? null])),
  ]),
) as Readonly<Record<PublicTexts, Readonly<Record<OtherLanguage, Reviewed>>>>
