/** One element of a DER structure (ITU-T X.690): its tag, its bytes with and without the heading. */
export type Element = {
  readonly tag: number
  readonly whole: Uint8Array
  readonly content: Uint8Array
}

/** The element at the head of the bytes and what follows it; `undefined` when they hold none. */
function readElement(
  bytes: Uint8Array,
): { readonly element: Element; readonly rest: Uint8Array } | undefined {
  const tag = bytes[0]
  const first = bytes[1]
  if (tag === undefined || first === undefined) return undefined
  const longForm = first & 0x7f
  // Lengths on more than four bytes are of no certificate or list.
  if (first >= 0x80 && (longForm === 0 || longForm > 4)) return undefined
  const from = first < 0x80 ? 2 : 2 + longForm
  const length = first < 0x80 ? first : bytes.slice(2, from).reduce((sum, byte) => sum * 256 + byte, 0)
  if (bytes.length < from + length) return undefined
  const end = from + length
  return {
    element: { tag, whole: bytes.subarray(0, end), content: bytes.subarray(from, end) },
    rest: bytes.subarray(end),
  }
}

/** The elements that fill the bytes, `undefined` when something else is among them. */
export function readElements(bytes: Uint8Array): readonly Element[] | undefined {
  const elements: Element[] = []
  let rest = bytes
  while (rest.length > 0) {
    const read = readElement(rest)
    if (read === undefined) return undefined
    elements.push(read.element)
    rest = read.rest
  }
  return elements
}

/** The instant of a UTCTime or a GeneralizedTime in milliseconds (RFC 5280 §4.1.2.5), `undefined` for another. */
export function readTime({ tag, content }: Element): number | undefined {
  const text = String.fromCharCode(...content.subarray(0, 20))
  const [, year = '', month, day, hour, minute, second] =
    (tag === 0x17 ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/ : generalized).exec(text) ?? []
  if ((tag !== 0x17 && tag !== 0x18) || second === undefined) return undefined
  const whole = tag === 0x18 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900)
  return Date.UTC(whole, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}

const generalized = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/

/** Bytes in small hexadecimal. */
export const hexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
