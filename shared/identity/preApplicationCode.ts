import { preApplicationNumber } from '../contract/appointments/outside.ts'

// What the code of a pre-application's paper holds is published nowhere: each plain way to write a number is read.

const words = /^(?:n(?:°|o|um[ée]ro)?\s*)?(?:de\s+)?pr[ée]-?demande\s*:?\s*(\S+)$/i
/** A page of the State, whose path or questions may hold a number. */
const page = /^https?:\/\/(?:[a-z0-9-]+\.)*(?:gouv|service-public)\.fr[/?#](\S+)$/i

/**
 * The pre-application number that a code bears: ten letters or digits alone, after its words, or the only one in an address of
 * the State. Whether it is one, the national service alone says.
 * @returns null when it bears none, or several
 */
export function preApplicationIn(code: string): string | null {
  const text = code.trim()
  if (text.length > 300) return null
  const said = /^\S+$/.test(text) ? preApplicationNumber(text) : null
  if (said !== null) return said
  const named = words.exec(text)?.[1]
  if (named !== undefined) return preApplicationNumber(named)
  const parts = page.exec(text)?.[1]?.split(/[^A-Za-z0-9]+/) ?? []
  // A word of ten letters is a word of the address.
  const numbers = new Set(parts.filter((part) => /\d/.test(part)).map(preApplicationNumber))
  numbers.delete(null)
  const [only, ...more] = numbers
  return only === undefined || more.length > 0 ? null : only
}
