import type { LocalDate } from '../../contract/ids.ts'
import type { FileRow } from './state.ts'
import { normalForm } from '../../contract/letters.ts'

/** What a search compares: accents, case, hyphens and apostrophes forgiven, ligatures written out. */
export const searchable = (text: string): string =>
  normalForm('NFD', text.replaceAll(/œ/giu, 'oe').replaceAll(/æ/giu, 'ae'))
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The key of a person in the index of names. */
export const nameKey = (name: string, birthDate: LocalDate): string => `${searchable(name)} ${birthDate}`

/** The key of a receipt that a ministry issued. */
export const receiptKey = (number: string): string => `# ${searchable(number)}`

/** By what a file is found, beside its reference: family name and name of use with the birth date, the receipt's number. */
export function searchKeys({ person, ministry, assistance }: FileRow): readonly string[] {
  const numbers = [ministry?.number, assistance?.number].filter((number) => typeof number === 'string')
  const names = person ? [person.familyName, person.usageName?.name].filter((name) => name !== undefined) : []
  const birthDate = person?.birthDate
  return [
    ...new Set([
      ...numbers.map(receiptKey),
      ...(birthDate ? names.map((name) => nameKey(name, birthDate)) : []),
    ]),
  ]
}
