import { documentKinds } from '../../contract/documents/kinds.ts'
import type { FilePerson } from '../../contract/files/file.ts'
import { FileReference, LocalDate, TicketNumber } from '../../contract/ids.ts'
import type { FileRow } from './state.ts'
import { searchKey } from '../../contract/letters.ts'

/** The key of a person in the index of names. */
export const nameKey = (name: string, birthDate: LocalDate): string => `${searchKey(name)} ${birthDate}`

/** The key of a receipt that a ministry issued, or of a title. */
export const receiptKey = (number: string): string => `# ${searchKey(number)}`

/**
 * Whether what was typed names this title: the beginning of a family name or of a name of use, with the first name after it or
 * not; the file's reference or its number; the number of the request or of the title.
 */
export function namesTitle(
  { reference, row }: { readonly reference: FileReference; readonly row: FileRow | undefined },
  text: string,
): boolean {
  const wanted = searchKey(text)
  if (wanted === '') return false
  const of = searchKey(reference)
  if (of === wanted || of.endsWith(` ${wanted}`)) return true
  const numbers = [row?.ministry?.number, row?.titleNumber]
  if (numbers.some((number) => typeof number === 'string' && searchKey(number) === wanted)) return true
  const { person } = row ?? {}
  if (!person) return false
  return [person.familyName, person.usageName?.name]
    .filter((name) => typeof name === 'string')
    .some((name) => searchKey(`${name} ${person.firstName ?? ''}`).startsWith(wanted))
}

/**
 * By what a file is found, beside its reference: family name and name of use, with the birth date where it is known, the
 * numbers of a receipt and of a title.
 */
export function searchKeys({ person, ministry, assistance, titleNumber }: FileRow): readonly string[] {
  const numbers = [ministry?.number, assistance?.number, titleNumber].filter(
    (number) => typeof number === 'string',
  )
  const names = person ? [person.familyName, person.usageName?.name].filter((name) => name !== undefined) : []
  const birthDate = person?.birthDate
  return [
    ...new Set([
      ...numbers.map(receiptKey),
      ...names.map((name) => (birthDate ? nameKey(name, birthDate) : searchKey(name))),
    ]),
  ]
}

/** Whether a person bears each of these words, in a name or a first name, whole or by its beginning. */
export function bears(person: FilePerson, words: string): boolean {
  const { familyName, firstName, usageName } = person
  const own = searchKey([familyName, usageName?.name, firstName].filter(Boolean).join(' ')).split(' ')
  return searchKey(words)
    .split(' ')
    .every((word) => own.some((name) => name.startsWith(word)))
}

/** What one field of search is given: which number, of what, or else whose name. */
export type Sought =
  | { readonly is: 'file'; readonly reference: FileReference }
  | { readonly is: 'document'; readonly number: string }
  | { readonly is: 'ticket'; readonly number: TicketNumber }
  | { readonly is: 'number'; readonly key: string }
  | { readonly is: 'person'; readonly name: string; readonly birthDate: LocalDate }
  | { readonly is: 'name'; readonly name: string }

const papers = Object.values(documentKinds).join('|')
const ofPaper = new RegExp(`^(${papers})\\s*-?\\s*(\\d{4})\\s*-\\s*(\\d+)$`, 'i')

/**
 * What was typed in the one field: a reference (« 2026-42 », « DO-2026-42 », « 42 » of this year), the number of a paper
 * (« RD-2026-412 »), a ticket of the day (« A 42 »), a name with or without a birth date, else the number of a receipt or
 * of a title.
 * @param year of the day, in the office's zone
 */
export function soughtBy(typed: string, year: string): Sought {
  const text = typed.trim()
  const [, ofYear = year, count = ''] = /^(?:DO\s*-?\s*)?(?:(\d{4})\s*-\s*)?(\d{1,6})$/i.exec(text) ?? []
  const reference = FileReference.safeParse(`DO-${ofYear}-${count.replace(/^0+/, '')}`).data
  if (reference !== undefined) return { is: 'file', reference }
  const [, letters, paperYear, paperCount] = ofPaper.exec(text) ?? []
  if (letters !== undefined && paperYear !== undefined && paperCount !== undefined)
    return {
      is: 'document',
      number: `${letters.toUpperCase()}-${paperYear}-${paperCount.replace(/^0+/, '')}`,
    }
  const ticket = TicketNumber.safeParse(text.replaceAll(/\s/g, '').toUpperCase()).data
  if (ticket !== undefined) return { is: 'ticket', number: ticket }
  const [, name = '', day, month, born] =
    /^(.*?\p{L}.*?)[\s,;]+(\d{1,2})[/. -]?(\d{1,2})[/. -]?(\d{4})$/u.exec(text) ?? []
  const birthDate = LocalDate.safeParse(`${born}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`).data
  if (birthDate !== undefined && !/\d/.test(name)) return { is: 'person', name: name.trim(), birthDate }
  return /\d/.test(text) ? { is: 'number', key: receiptKey(text) } : { is: 'name', name: text }
}
