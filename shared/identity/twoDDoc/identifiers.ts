import type { ValueForm } from './identifierRow.ts'
import { bills } from './identifiersBills.ts'
import { goods } from './identifiersGoods.ts'
import { people } from './identifiersPeople.ts'

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
