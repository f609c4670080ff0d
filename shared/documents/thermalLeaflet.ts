import { words } from '../messages/documents/documents.fr.ts'
import { feed, rule, section, specimen, type ThermalBlock, type Writer } from './blocks.ts'
import type { Blanks, Leaflet } from './leaflet.ts'

/** Characters that the narrowest handwriting needs in a column, its name included. */
const cell = 7

const row = (text: string): ThermalBlock => ({ block: 'text', text, bold: false, size: 1, align: 'left' })

/** How the columns share the paper: as many on a line as hold, the rest on the next one. */
function lay(names: readonly string[], columns: number): readonly (readonly string[])[] {
  const room = Math.max(1, Math.floor((columns + 1) / (cell + 1)))
  const lines = Math.ceil(names.length / room)
  const each = Math.ceil(names.length / lines)
  return Array.from({ length: lines }, (_, line) => names.slice(line * each, (line + 1) * each))
}

/** Numbered lines to write on, each with room above it for a hand. */
function blanks({ title, columns: [first = '', ...names], count }: Blanks, write: Writer, columns: number) {
  const digits = String(count).length
  const lines = lay(names, columns - digits - 1)
  const width = (cells: number) => Math.floor((columns - digits - 1 - (cells - 1)) / cells)
  const spread = (start: string, texts: readonly string[], fill: string) =>
    row(
      [
        start.slice(0, digits).padStart(digits),
        ...texts.map((text) => text.slice(0, width(texts.length)).padEnd(width(texts.length), fill)),
      ].join(' '),
    )
  return [
    feed(),
    ...write(title, { bold: true }),
    ...lines.map((cells, line) => spread(line === 0 ? first : '', cells, ' ')),
    ...Array.from({ length: count }, (_, at) =>
      lines.flatMap((cells, line) => [
        feed(),
        spread(
          line === 0 ? String(at + 1) : '',
          cells.map(() => ''),
          '_',
        ),
      ]),
    ).flat(),
  ]
}

/** Twice as wide and as high. */
const larger =
  (write: Writer): Writer =>
  (text, look) =>
    write(text, { size: 2, ...look })

/** A leaflet for a receipt printer. @param columns characters a line, as `write` has them */
export const drawLeaflet = (leaflet: Leaflet, write: Writer, columns: number): readonly ThermalBlock[] => [
  ...specimen(leaflet.school, write),
  ...write(leaflet.officeName, { bold: true, align: 'center' }),
  ...leaflet.officeLines.flatMap((line) => write(line, { align: 'center' })),
  rule,
  ...write(leaflet.title, { bold: true, size: 2, align: 'center' }),
  ...leaflet.large.flatMap(({ label, text, size }) => [
    feed(),
    ...(label === null ? [] : write(label, { align: 'center' })),
    ...write(text, { bold: true, size, align: 'center' }),
  ]),
  ...leaflet.sections.flatMap((part) => section(part, leaflet.largeType ? larger(write) : write)),
  ...leaflet.fine.flatMap((part) => section(part, write)),
  ...(leaflet.blanks === null ? [] : blanks(leaflet.blanks, write, columns)),
  rule,
  ...write(leaflet.issued, { align: 'center' }),
  ...(leaflet.reprint ? write(words.reprint, { align: 'center' }) : []),
  ...specimen(leaflet.school, write),
  { block: 'cut' },
]
