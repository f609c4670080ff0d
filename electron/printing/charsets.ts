import CodepageEncoder from '@point-of-sale/codepage-encoder'
import type { Codepage } from '../../shared/contract/printing/printers.ts'
import { normalForm } from '../../shared/contract/letters.ts'

/** Spaces that code pages place differently become ordinary ones, hyphens and the modifier apostrophe their plain selves. */
const plain: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u02bc': '’',
}

/** Signs of French typography that an old table lacks, each with one of the same width. */
const older: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '•': '-',
  '‹': '<',
  '›': '>',
}

const tables = new Map<Codepage, ReadonlySet<string>>()

/** What a table prints, line breaks and orders left out: in old tables « ∟ » or « ► » are orders' own bytes. */
function tableOf(codepage: Codepage): ReadonlySet<string> {
  const cached = tables.get(codepage)
  if (cached) return cached
  const table = new Set(
    CodepageEncoder.getCodepoints(codepage, true)
      .filter((point, byte) => byte >= 0x20 && byte !== 0x7f && point >= 0x20 && point !== 0x7f)
      .map((point) => String.fromCodePoint(point)),
  )
  for (let point = 0x20; point < 0x7f; point++) table.add(String.fromCodePoint(point))
  tables.set(codepage, table)
  return table
}

/** How a text goes to a printer: by one table, by several, or not as characters at all. */
export type EncodedText = { readonly by: Codepage | 'auto' | null; readonly text: string }

/**
 * A text as a printer that has these tables can print it. It cannot command the printer: an escape character typed in
 * a label would be an order to it.
 */
export function sayWith(codepages: readonly Codepage[], typed: string): EncodedText {
  const clean = normalForm('NFC', typed)
    .replace(/[\u00a0\u202f\u2009\u2010\u2011\u2212\u02bc]/g, (character) => plain[character] ?? ' ')
    .replace(/\p{Cc}/gu, ' ')
  const has = (character: string) => codepages.some((page) => tableOf(page).has(character))
  const text = [...clean]
    .map((character) => (has(character) ? character : (older[character] ?? character)))
    .join('')
  const characters = [...new Set(text)]
  // One table for the whole line: the encoder's « auto » copies a table for each character, 45 ms a receipt.
  const whole = codepages.find((page) => characters.every((character) => tableOf(page).has(character)))
  return { by: whole ?? (characters.every(has) ? 'auto' : null), text }
}
