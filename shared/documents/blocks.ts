import type { Codepage, Printer } from '../contract/printing/printers.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { languages } from '../messages/public/languages.ts'
import type { Section } from './content.ts'
import { typeset } from './moments.ts'
import { wrap } from './wrap.ts'

/** A receipt printer's paper, before any printer's language. A text is one line that fits the columns. */
export type ThermalBlock =
  | {
      readonly block: 'text'
      readonly text: string
      readonly bold: boolean
      /** Multiplies width and height: a line of size 2 holds half the columns. */
      readonly size: 1 | 2 | 3 | 4 | 5 | 6
      readonly align: 'left' | 'center' | 'right'
      /** Said by this table and no other, to see whether a printer has it. */
      readonly codepage?: Codepage
    }
  | { readonly block: 'rule' }
  /** A millimetre rule over the printed width. */
  | { readonly block: 'ruler' }
  | { readonly block: 'qr'; readonly data: string }
  | { readonly block: 'feed'; readonly lines: number }
  | { readonly block: 'cut' }

type Look = Partial<Pick<Extract<ThermalBlock, { block: 'text' }>, 'bold' | 'size' | 'align'>>
/** A text as lines of the paper. */
export type Writer = (text: string, look?: Look) => readonly ThermalBlock[]

/** A receipt printer's roll. */
export type Roll = {
  /** Characters a line in the printer's ordinary font, 12 dots wide. */
  readonly columns: number
  /** Dots that the head prints, 8 a millimetre. */
  readonly dots: number
  readonly widthMm: number
}

/** Characters a line on 80 mm. */
export const thermalColumns = 48

const wide: Roll = { columns: thermalColumns, dots: 576, widthMm: 80 }
const narrow: Roll = { columns: 32, dots: 384, widthMm: 58 }

/** The roll of a paper; on A4 a receipt is the strip of 80 mm. */
export const roll = (paper: Printer['paper']): Roll =>
  paper === 'thermal58' || paper === 'label58' ? narrow : wide

/** @param columns characters a line */
export const writer =
  (columns: number): Writer =>
  (text, { bold = false, size = 1, align = 'left' } = {}) =>
    wrap(text, Math.floor(columns / size)).map((line) => ({ block: 'text', text: line, bold, size, align }))

export const rule: ThermalBlock = { block: 'rule' }
export const feed = (lines = 1): ThermalBlock => ({ block: 'feed', lines })

/** In training each paper says so first and last: no part of it can pass for a real one. */
export const specimen = (school: boolean, write: Writer): readonly ThermalBlock[] =>
  school
    ? [
        ...write(words.specimen, { bold: true, size: 3, align: 'center' }),
        ...write(typeset(words.specimenWhy), { align: 'center' }),
      ]
    : []

/** A part of a document under its title. */
export function section(part: Section, write: Writer): readonly ThermalBlock[] {
  const lines = () => {
    switch (part.is) {
      case 'text':
        return part.lines
      case 'list':
        // What may be said in one line is, on a roll.
        return part.brief ? [part.items.join(' · ')] : part.items.map((item) => `- ${item}`)
      case 'table':
        return part.rows.map(({ term, detail }) => `- ${term}\u00a0: ${detail}`)
    }
  }
  const align =
    part.is !== 'table' && part.lang !== undefined && languages[part.lang].direction === 'rtl'
      ? 'right'
      : 'left'
  return [
    feed(),
    ...write(part.title, { bold: true, align }),
    ...lines().flatMap((line) => write(line, { align })),
  ]
}
