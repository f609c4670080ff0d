import type { LetterTyped } from '../../shared/contract/files/file.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { nothingTyped, type Typed } from './typedAsk.ts'

// A letter as its file keeps it: what was written, by its field.

/** What is written among these fields, as a letter keeps it. */
export const letterSaid = (fields: Readonly<Record<string, string | null>>): LetterTyped =>
  Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => wordsIn(field[1] ?? '') !== ''),
  )

/** What is typed of a letter, by its field, as its file keeps it; what a form begins with is left out. */
export const letterTyped = (typed: Typed): LetterTyped => ({
  ...Object.fromEntries(
    Object.entries(typed).flatMap(([field, value]) =>
      typeof value === 'string' && value !== nothingTyped[field as keyof Typed] && field !== 'form'
        ? [[field, value]]
        : [],
    ),
  ),
  ...Object.fromEntries(Object.entries(typed.groundSaid).map(([fact, said]) => [`${factOf}${fact}`, said])),
})

/** Before the name of a fact that a ground needs. */
const factOf = 'fait '

/** A kept letter as the fields take it, to be typed on. */
export const letterRead = (kept: LetterTyped): Typed => {
  const fields = Object.entries(kept)
  return {
    ...nothingTyped,
    ...Object.fromEntries(fields.filter(([field]) => Object.hasOwn(nothingTyped, field))),
    groundSaid: Object.fromEntries(
      fields.flatMap(([field, said]) =>
        field.startsWith(factOf) ? [[field.slice(factOf.length), said]] : [],
      ),
    ),
  }
}
