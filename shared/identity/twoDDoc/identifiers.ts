import { bills } from './identifiersBills.ts'
import { goods } from './identifiersGoods.ts'
import { people } from './identifiersPeople.ts'

/** How a value is written: JJMMAAAA, either that or AAAAMMJJ, days since 2000 in hexadecimal, JJMMAAAAHHmm, HHmm or HHmmss, UTF-8 in Base32… */
export type ValueForm =
  | 'text'
  | 'names'
  | 'date'
  | 'dateEither'
  | 'days'
  | 'moment'
  | 'time'
  | 'amount'
  | 'country'
  | 'sex'
  | 'yesNo'
  | 'address'
  | 'eori'

/** Identifier, least and greatest length in characters (`null`: none), form, French name. */
export type IdentifierRow = readonly [string, number, number | null, ValueForm, string]

/** What an identifier of data stands for. Lengths in characters; `max` is null where there is no bound. */
type Identifier = {
  readonly min: number
  readonly max: number | null
  readonly form: ValueForm
  readonly label: string
}

/** The identifiers of the C40 perimeter « 01 » (ANTS, 2D-Doc v3.2.6, §7), by their two characters. */
export const identifiers: ReadonlyMap<string, Identifier> = new Map(
  [...bills, ...people, ...goods].map(([id, min, max, form, label]) => [id, { min, max, form, label }]),
)
