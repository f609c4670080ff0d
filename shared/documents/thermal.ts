import type { Paper, TicketPaper } from '../contract/documents.ts'
import { words } from '../messages/documents.fr.ts'
import { hour, ticketNumber } from '../messages/numbers.ts'
import { announcedLines } from './announced.ts'
import { feed, rule, section, specimen, thermalColumns, writer } from './blocks.ts'
import type { ThermalBlock, Writer } from './blocks.ts'
import type { Content, Copy } from './content.ts'
import { documentContent } from './content.ts'
import { appointmentLeaflet, ruleLeaflet, sheetLeaflet } from './leaflet.ts'
import { obligationsLeaflet } from './obligations.ts'
import { typeset, weekday } from './moments.ts'
import { drawLabel } from './label.ts'
import { drawTest } from './testPage.ts'
import { drawLeaflet } from './thermalLeaflet.ts'

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
    ...content.subjects.flatMap((subject) => write(subject, { bold: true })),
    feed(),
    ...write(content.lead, { bold: true }),
    ...content.notes.flatMap((note) => write(note)),
    ...content.sections.flatMap((part) => section(part, write)),
    ...(content.signature === null ? [] : [feed(), ...write(content.signature), feed(3)]),
    rule,
    ...write(content.signed),
    ...(content.rules === null ? [] : write(content.rules)),
    // A draft has no code.
    ...(content.code === ''
      ? []
      : [
          feed(),
          { block: 'qr', data: content.code } as const,
          ...write(`${words.verify}\u00a0:`, { align: 'center' }),
          ...write(content.shortCode, { bold: true, align: 'center' }),
        ]),
    ...specimen(content.school, write),
    { block: 'cut' },
  ]
}

/** What was said before the ticket was taken. Nothing when nothing was: a figure is never invented. */
function drawAnnounced({ announced, takenAt, zone }: TicketPaper, write: Writer): readonly ThermalBlock[] {
  // A ticket queued by an earlier version has none of this.
  if (!announced) return []
  const { wait, notes } = announcedLines(announced, takenAt, zone)
  return [
    ...write(wait, { bold: true, align: 'center' }),
    ...notes.flatMap((note) => write(note, { align: 'center' })),
  ]
}

function drawTicket(ticket: TicketPaper, reprint: boolean, write: Writer): readonly ThermalBlock[] {
  const { officeName, number, service, takenAt, zone, ahead, bring, code, school } = ticket
  const { appointmentAt, requests, replaces, provisional, follow } = ticket
  return [
    ...specimen(school, write),
    ...write(officeName, { bold: true, align: 'center' }),
    ...write(`${weekday(takenAt, zone)}, ${hour(takenAt, zone)}`, { align: 'center' }),
    ...(reprint ? write(words.reprint, { align: 'center' }) : []),
    ...(replaces ? write(words.replaces, { bold: true, align: 'center' }) : []),
    feed(),
    ...write(ticketNumber(number), { bold: true, size: 6, align: 'center' }),
    feed(),
    ...write(typeset(service), { bold: true, align: 'center' }),
    ...(appointmentAt
      ? write(words.appointmentAt(hour(appointmentAt, zone)), { bold: true, align: 'center' })
      : []),
    ...(requests > 1 ? write(words.requests(requests), { align: 'center' }) : []),
    ...(provisional
      ? [
          ...write(words.provisional, { bold: true, align: 'center' }),
          ...write(words.provisionalHelp, { align: 'center' }),
        ]
      : write(words.ahead(ahead), { align: 'center' })),
    ...drawAnnounced(ticket, write),
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
    ...write(words.ticketCode(code.replaceAll(/(.{4})(?=.)/g, '$1 ')), { bold: true, align: 'center' }),
    ...write(words.bound, { align: 'center' }),
    ...(follow
      ? [
          rule,
          ...write(words.follow, { bold: true, align: 'center' }),
          { block: 'qr' as const, data: `${follow}?code=${code}` },
          ...write(follow, { align: 'center' }),
        ]
      : []),
    ...write(words.rule, { align: 'center' }),
    ...specimen(school, write),
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
      const copy: Copy = { copy: paper.copy, reprint }
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
