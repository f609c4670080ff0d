/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * The one text of a JSON value, after RFC 8785 (JCS): keys sorted by UTF-16 code units, no space, numbers and
 * strings as ECMAScript writes them. Undefined members are left out, as JSON does.
 * @throws RangeError on a number that JSON can't say (NaN, Infinity)
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`not a JSON number: ${value}`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  let text = ''
  if (Array.isArray(value)) {
    for (const one of value) text += text === '' ? canonicalJson(one) : `,${canonicalJson(one)}`
    return `[${text}]`
  }
  for (const key of Object.keys(value).toSorted()) {
    const member = (value as Record<string, unknown>)[key]
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}

/** Letters that JSON writes as they are, which most texts of an event have alone. */
const asTheyAre = /^[ !#-[\]-~]*$/

const quoted = (text: string): string => (asTheyAre.test(text) ? `"${text}"` : JSON.stringify(text))
