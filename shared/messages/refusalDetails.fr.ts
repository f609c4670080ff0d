import { LocalDate } from '../contract/ids.ts'
import type { SecretFlaw } from '../contract/people/calls.ts'
import { calendarDate } from './format/numbers.ts'

// What a refusal adds: how long, how large, how many, from which day.

/** The longest message that a call takes, in bytes, and by which call what is longer comes: « 256 Kio au plus ». */
export const longestSaid = ([bytes, inParts]: readonly string[]): string[] => [
  ...(bytes === undefined ? [] : [`${Math.floor(Number(bytes) / 1024)} Kio au plus`]),
  ...(inParts === undefined
    ? []
    : [`un fichier plus long s’envoie par parties, avec «\u00a0${inParts}\u00a0»`]),
]

/** What an absence still needs: calls, then seconds. */
export const absenceLeft = ([calls = '0', seconds = '0']: readonly string[]): string[] => [
  ...(calls === '0' ? [] : [calls === '1' ? 'encore 1 appel' : `encore ${calls} appels`]),
  ...(seconds === '0' ? [] : [`encore ${seconds} s`]),
]

/** How long until the next try, from seconds. */
export function waitLeft([seconds = '0']: readonly string[]): string[] {
  const left = Number(seconds)
  return [left < 90 ? `encore ${left} s` : `encore ${Math.ceil(left / 60)} min`]
}

const isDay = (detail: string): boolean => LocalDate.safeParse(detail).success

/** Days as they are written, « 12 mars 2026 », among details that stay as they are. */
export const daysSaid = (details: readonly string[]): string[] =>
  details.map((detail) => (isDay(detail) ? calendarDate(detail) : detail))

/** What to do about a day that comes too early: « Choisissez le 12 mars 2026 ou après. » */
export const earliestSaid = (details: readonly string[]): string[] =>
  details.filter(isDay).map((day) => `Choisissez le ${calendarDate(day)} ou après.`)

/** What makes a secret too weak. */
export const secretFlaw: Readonly<Record<SecretFlaw, string>> = {
  tooShort: 'trop court',
  allTheSame: 'trop peu de caractères différents',
  inOrder: 'des chiffres qui se suivent',
  repeated: 'une suite qui se répète',
  wellKnown: 'l’un des codes les plus essayés',
  itsName: 'rien d’autre que votre nom',
}
