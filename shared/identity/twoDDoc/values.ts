import { fromBase32 } from './base32.ts'
import { dayOf, dayOfCount } from './days.ts'
import type { ValueForm } from './identifierRow.ts'
import { meanings } from './meanings.ts'

/** A value in words, and its date when it is one (`AAAA-MM-JJ`, with `Thh:mm` when it has an hour). */
export type ValueText = { readonly value: string; readonly date?: string }

let months: Intl.DateTimeFormat | undefined
const monthNamed = (month: string): string =>
  (months ??= new Intl.DateTimeFormat('fr', { month: 'long', timeZone: 'UTC' })).format(
    Date.UTC(2000, Number(month) - 1),
  )

/** « 1er juin 2030 » of `2030-06-01`. */
export function frenchDay(day: string): string {
  const [year = '', month = '', date] = day.split('-')
  return `${date === '01' ? '1er' : Number(date)} ${monthNamed(month)} ${year}`
}

const sexes: Readonly<Record<string, string>> = {
  M: 'masculin',
  F: 'féminin',
  X: 'autre',
  U: 'inconnu',
}

/** Codes of the standard beside ISO 3166-1 (§15.2). */
const ownCountries: Readonly<Record<string, string>> = {
  XA: 'Apatride',
  XB: 'Réfugié (convention de 1951)',
  XC: 'Réfugié (autre)',
  XD: 'Corée',
  XE: 'Empire ottoman',
  XF: 'Indes anglaises',
  XG: 'Indes néerlandaises',
  XH: 'Kosovo',
  XI: 'Royaume des Serbes, Croates et Slovènes',
  XJ: 'Rwanda-Urundi',
  XL: 'Yougoslavie',
  XM: 'Possessions britanniques au Proche-Orient',
  XO: 'Somaliland',
  XS: 'Serbie-et-Monténégro',
  XT: 'Tchécoslovaquie',
  XU: 'Britannique (hors Union européenne)',
  XX: 'Indéterminé',
  XZ: 'Tibet',
  ZZ: 'En mer',
}

/** Made when a code is first read: it takes milliseconds of a page's start. */
let regions: Intl.DisplayNames | undefined
const regionOf = (code: string): string | undefined =>
  (regions ??= new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' })).of(code)

const spaced = (text: string): string => text.replaceAll('/', ' ').trim()

/** `undefined` where the value is not of its form: it is then shown as it is written. */
const forms: Readonly<Record<ValueForm, (raw: string) => ValueText | undefined>> = {
  text: () => undefined,
  eori: () => undefined,
  names: (raw) => ({ value: spaced(raw) }),
  date: (raw) => dated(raw.slice(4), raw.slice(2, 4), raw.slice(0, 2)),
  // The text of §7.12 says AAAAMMJJ, its reference code is JJMMAAAA.
  dateEither: (raw) => forms.date(raw) ?? dated(raw.slice(0, 4), raw.slice(4, 6), raw.slice(6)),
  days: (raw) => (/^[0-9A-F]{4}$/.test(raw) ? onDay(dayOfCount(raw)) : undefined),
  moment: (raw) => {
    const day = dated(raw.slice(4, 8), raw.slice(2, 4), raw.slice(0, 2))
    const hour = hourOf(raw.slice(8))
    return day?.date !== undefined && hour
      ? { value: `${day.value} à ${hour.value}`, date: `${day.date}T${hour.iso}` }
      : undefined
  },
  time: (raw) => {
    const hour = hourOf(raw.slice(0, 4))
    return hour && { value: hour.value }
  },
  amount: (raw) => {
    const [, sign, whole, cents] = /^(-?)([0-9]+)(,[0-9]{1,2})?$/.exec(raw) ?? []
    if (whole === undefined) return undefined
    return { value: `${sign}${whole.replace(/\B(?=(?:[0-9]{3})+$)/g, '\u202f')}${cents ?? ''}\u00a0€` }
  },
  country: (raw) => {
    const name = ownCountries[raw] ?? (/^[A-Z]{2}$/.test(raw) ? regionOf(raw) : undefined)
    return name === undefined ? undefined : { value: name }
  },
  sex: (raw) => (sexes[raw] === undefined ? undefined : { value: sexes[raw] }),
  yesNo: (raw) => (raw === '0' ? { value: 'non' } : raw === '1' ? { value: 'oui' } : undefined),
  address: (raw) => {
    const bytes = fromBase32(raw)
    const percent = Array.from(bytes ?? [], (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
    try {
      return bytes && { value: decodeURIComponent(percent) }
    } catch {
      // Not UTF-8.
      return undefined
    }
  },
}

const onDay = (day: string | undefined): ValueText | undefined =>
  day === undefined ? undefined : { value: frenchDay(day), date: day }

/** A date of birth may have 00 for a day, or a day and a month, that nobody knows (§7.5). */
function dated(year: string, month: string, day: string): ValueText | undefined {
  if (!/^[0-9]{8}$/.test(year + month + day)) return undefined
  if (day === '00' && month === '00') return { value: year }
  if (day === '00') {
    return Number(month) > 12 ? undefined : { value: `${monthNamed(month)} ${year}` }
  }
  return onDay(dayOf(Number(year), Number(month), Number(day)))
}

function hourOf(raw: string): { readonly value: string; readonly iso: string } | undefined {
  const [, hours, minutes] = /^([01][0-9]|2[0-3])([0-5][0-9])$/.exec(raw) ?? []
  return hours === undefined
    ? undefined
    : { value: `${Number(hours)} h ${minutes}`, iso: `${hours}:${minutes}` }
}

/** What a value says: a meaning of the standard's own tables, else by its form, else as it is written. */
export function sayValue(id: string, form: ValueForm, raw: string): ValueText {
  const meaning = meanings[id]?.(raw)
  if (meaning !== undefined) return { value: meaning }
  return (raw === '' ? undefined : forms[form](raw)) ?? { value: raw.trimEnd() }
}
