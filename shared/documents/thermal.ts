import type { Paper, TicketPaper } from '../contract/documents.ts'
import { words } from '../messages/documents.fr.ts'
import type { Content, Copy, Section } from './content.ts'
import { documentContent } from './content.ts'
import { hour, ticketNumber } from '../messages/numbers.ts'
import { dayAndHour, typeset, weekday } from './moments.ts'
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
    }
  | { readonly block: 'rule' }
  | { readonly block: 'qr'; readonly data: string }
  | { readonly block: 'feed'; readonly lines: number }
  | { readonly block: 'cut' }

type Look = Partial<Pick<Extract<ThermalBlock, { block: 'text' }>, 'bold' | 'size' | 'align'>>
type Writer = (text: string, look?: Look) => readonly ThermalBlock[]

/** Characters a line on 80 mm in the printer's ordinary font. */
export const thermalColumns = 48

const writer =
  (columns: number): Writer =>
  (text, { bold = false, size = 1, align = 'left' } = {}) =>
    wrap(text, Math.floor(columns / size)).map((line) => ({ block: 'text', text: line, bold, size, align }))

const rule: ThermalBlock = { block: 'rule' }
const feed = (lines = 1): ThermalBlock => ({ block: 'feed', lines })

/** In training each paper says so first and last: no part of it can pass for a real one. */
const specimen = (school: boolean, write: Writer): readonly ThermalBlock[] =>
  school
    ? [
        ...write(words.specimen, { bold: true, size: 3, align: 'center' }),
        ...write(typeset(words.specimenWhy), { align: 'center' }),
      ]
    : []

function section(part: Section, write: Writer): readonly ThermalBlock[] {
  const lines = () => {
    switch (part.is) {
      case 'text':
        return part.lines
      case 'list':
        return part.items.map((item) => `- ${item}`)
      case 'table':
        return part.rows.map(({ term, detail }) => `- ${term}\u00a0: ${detail}`)
    }
  }
  return [feed(), ...write(part.title, { bold: true }), ...lines().flatMap((line) => write(line))]
}

function drawDocument(content: Content, write: Writer): readonly ThermalBlock[] {
  return [
    ...specimen(content.school, write),
    ...write(content.officeName, { bold: true, align: 'center' }),
    ...content.officeLines.flatMap((line) => write(line, { align: 'center' })),
    rule,
    ...write(content.title, { bold: true, size: 2, align: 'center' }),
    ...write(content.number, { bold: true, align: 'center' }),
    ...write(content.issued, { align: 'center' }),
    ...content.marks.flatMap((mark) => write(mark, { align: 'center' })),
    rule,
    ...content.subjects.flatMap((subject) => write(subject, { bold: true })),
    feed(),
    ...write(content.lead, { bold: true }),
    ...content.notes.flatMap((note) => write(note)),
    ...content.sections.flatMap((part) => section(part, write)),
    rule,
    ...write(content.signed),
    ...(content.rules === null ? [] : write(content.rules)),
    feed(),
    { block: 'qr', data: content.code },
    ...write(`${words.verify}\u00a0:`, { align: 'center' }),
    ...write(content.shortCode, { bold: true, align: 'center' }),
    ...specimen(content.school, write),
    { block: 'cut' },
  ]
}

function drawTicket(ticket: TicketPaper, reprint: boolean, write: Writer): readonly ThermalBlock[] {
  const { officeName, number, service, takenAt, zone, ahead, bring, code, school } = ticket
  return [
    ...specimen(school, write),
    ...write(officeName, { bold: true, align: 'center' }),
    ...write(`${weekday(takenAt, zone)}, ${hour(takenAt, zone)}`, { align: 'center' }),
    ...(reprint ? write(words.reprint, { align: 'center' }) : []),
    feed(),
    ...write(ticketNumber(number), { bold: true, size: 6, align: 'center' }),
    feed(),
    ...write(typeset(service), { bold: true, align: 'center' }),
    ...write(words.ahead(ahead), { align: 'center' }),
    rule,
    ...(bring.length === 0
      ? []
      : [
          ...write(words.bring, { bold: true }),
          ...bring.flatMap((thing) => write(typeset(`- ${thing}`))),
          rule,
        ]),
    ...write(typeset(words.leaving)),
    feed(),
    { block: 'qr', data: code },
    ...write(words.bound, { align: 'center' }),
    ...write(typeset(words.rule), { align: 'center' }),
    ...specimen(school, write),
    { block: 'cut' },
  ]
}

function drawTest(
  paper: Extract<Paper, { of: 'test' }>,
  columns: number,
  write: Writer,
): readonly ThermalBlock[] {
  const ruler = Array.from({ length: columns }, (_, at) =>
    (at + 1) % 10 === 0 ? '|' : String((at + 1) % 10),
  )
  return [
    ...write(paper.officeName, { bold: true, align: 'center' }),
    ...write(words.testTitle, { bold: true, size: 2, align: 'center' }),
    ...write(words.testPrinter(paper.printer), { align: 'center' }),
    ...write(dayAndHour(paper.at, paper.zone), { align: 'center' }),
    rule,
    ...write(words.testAccents),
    ...write(words.testSigns),
    ...write(`${words.testRuler} (${columns})`, { bold: true }),
    { block: 'text', text: ruler.join(''), bold: false, size: 1, align: 'left' },
    feed(),
    { block: 'qr', data: 'GUICHET' },
    ...write(typeset(words.testGood)),
    { block: 'cut' },
  ]
}

/** Any paper for a receipt printer. @param columns characters a line: 48 on 80 mm */
export function thermalPaper(
  paper: Paper,
  { reprint, columns = thermalColumns }: { readonly reprint: boolean; readonly columns?: number },
): readonly ThermalBlock[] {
  const write = writer(columns)
  switch (paper.of) {
    case 'document': {
      const copy: Copy = { copy: paper.copy, reprint }
      return drawDocument(documentContent(paper.document, copy), write)
    }
    case 'ticket':
      return drawTicket(paper.ticket, reprint, write)
    case 'test':
      return drawTest(paper, columns, write)
  }
}
