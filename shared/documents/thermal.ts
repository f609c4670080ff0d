import type { Paper, LabelPaper } from '../contract/documents/papers.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { feed, rule, section, specimen, thermalColumns, writer } from './blocks.ts'
import type { ThermalBlock, Writer } from './blocks.ts'
import type { Content, Copy, Lacks } from './content.ts'
import { documentContent } from './content.ts'
import { appointmentLeaflet, ruleLeaflet, sheetLeaflet } from './leaflet.ts'
import { obligationsLeaflet } from './obligations.ts'
import { typeset } from './moments.ts'
import { drawTest } from './testPage.ts'
import { drawTicket } from './ticket.ts'
import { drawLeaflet } from './thermalLeaflet.ts'

/** What lacks, between two rules, its day in large type. */
function drawLacks({ title, pieces, due, how }: Lacks, write: Writer): readonly ThermalBlock[] {
  return [
    rule,
    ...write(title, { bold: true }),
    ...pieces.flatMap(({ term, detail }) => write(`- ${term}\u00a0: ${detail}`)),
    ...(due === null ? [] : [...write(due.by), ...write(due.day, { bold: true, size: 2 })]),
    ...(how.length === 0 ? [] : write(`${words.where}\u00a0: ${how.join(' ')}`)),
    rule,
  ]
}

/** What a document says, or a draft of one. */
export function drawDocument(content: Content, write: Writer): readonly ThermalBlock[] {
  return [
    ...specimen(content.school, write),
    ...content.letterhead.flatMap((line) => write(line, { align: 'center' })),
    ...write(content.officeName, { bold: true, align: 'center' }),
    ...content.officeLines.flatMap((line) => write(line, { align: 'center' })),
    rule,
    ...write(content.title, { bold: true, size: 2, align: 'center' }),
    ...write(content.number, { bold: true, align: 'center' }),
    ...write(content.issued, { align: 'center' }),
    ...content.marks.flatMap((mark) => write(mark, { align: 'center' })),
    rule,
    ...content.addressee.flatMap((line) => write(line)),
    ...content.person.flatMap((line, at) => write(line, { bold: at === 0 })),
    ...content.subjects.flatMap((subject) => write(subject, { bold: true })),
    ...(content.seenAs === null ? [] : write(content.seenAs)),
    feed(),
    ...write(content.lead, { bold: true }),
    ...content.notes.flatMap((note) => write(note)),
    ...(content.lacks === null ? [] : drawLacks(content.lacks, write)),
    ...content.sections.flatMap((part) => section(part, write)),
    ...(content.signature === null ? [] : [feed(), ...write(content.signature), feed(3)]),
    ...(content.summary === null ? [] : section(content.summary, write)),
    rule,
    // A draft has no code.
    ...(content.code === ''
      ? []
      : [
          { block: 'qr', data: content.code } as const,
          ...write(`${words.verify}\u00a0:`, { align: 'center' }),
          ...write(content.shortCode, { bold: true, align: 'center' }),
          feed(),
        ]),
    ...write(content.signed),
    ...content.foot.flatMap((line) => write(line)),
    ...specimen(content.school, write),
    { block: 'cut' },
  ]
}

/** Any paper for a receipt printer. @param columns characters a line: 48 on 80 mm, 32 on 58 mm */
export function thermalPaper(
  paper: Paper,
  { reprint, columns = thermalColumns }: { readonly reprint: boolean; readonly columns?: number },
): readonly ThermalBlock[] {
  const write = writer(columns)
  switch (paper.of) {
    case 'document': {
      const copy: Copy = { copy: paper.copy, reprint, lang: paper.lang }
      return drawDocument(documentContent(paper.document, copy), write)
    }
    case 'ticket':
      return drawTicket(paper.ticket, reprint, write)
    case 'sheet':
      return drawLeaflet(sheetLeaflet(paper.sheet, reprint), write, columns)
    case 'rule':
      return drawLeaflet(ruleLeaflet(paper.rule, reprint), write, columns)
    case 'appointment':
      return drawLeaflet(appointmentLeaflet(paper.appointment, reprint), write, columns)
    case 'obligations':
      return drawLeaflet(obligationsLeaflet(paper.obligations, reprint), write, columns)
    case 'test':
      return drawTest(paper, columns, write)
    case 'label':
      return drawLabel(paper.label, write)
  }
}

/** A label for an envelope: who sends it, small; to whom, large enough to be read at arm's length. */
const drawLabel = (
  { lines, reference, sender, school }: LabelPaper,
  write: Writer,
): readonly ThermalBlock[] => [
  // Shorter than the other papers' warning: the label's height is counted.
  ...(school ? write(words.specimen, { bold: true, align: 'center' }) : []),
  ...write(typeset(sender)),
  rule,
  ...lines.flatMap((line) => write(typeset(line), { bold: true })),
  ...(reference === null ? [] : [rule, ...write(typeset(reference))]),
  { block: 'cut' },
]
