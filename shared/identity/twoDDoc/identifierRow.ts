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
