import type { TicketPaper } from '../contract/documents/papers.ts'
import type { Spoken } from '../contract/media/spoken.ts'
import { isSpanSaid, levelOf, type Announced } from '../contract/waits/waits.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { waitMinutes } from '../messages/waits/roughTime.ts'
import { languages } from '../messages/public/languages.ts'
import { hour, ticketNumber } from '../messages/format/numbers.ts'
import { waitRange } from '../messages/waits/waits.fr.ts'
import { feed, rule, specimen, type ThermalBlock, type Writer } from './blocks.ts'
import { typeset, weekday } from './moments.ts'

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

/** The ticket in the language of who took it: the agent reads the French above, they read this. */
function drawSpoken(
  { lang, subject, bring }: Spoken,
  ticket: TicketPaper,
  reprint: boolean,
  write: Writer,
): readonly ThermalBlock[] {
  const { kiosk, paper, direction } = languages[lang]
  const { announced, appointmentAt, requests, replaces, provisional, follow, takenAt, zone, ahead } = ticket
  const side = direction === 'rtl' ? 'right' : 'left'
  const centred = (text: string, bold = false) => write(text, { bold, align: 'center' })
  const read = (text: string, bold = false) => write(text, { bold, align: side })
  return [
    rule,
    ...centred(kiosk.dayAndHour(takenAt, zone)),
    ...(reprint ? centred(paper.reprint) : []),
    ...(replaces ? centred(paper.replaces, true) : []),
    // A request that nobody translated is said in French above.
    ...(subject === ticket.service ? [] : centred(subject, true)),
    ...(appointmentAt ? centred(kiosk.appointmentAt(kiosk.hour(appointmentAt, zone)), true) : []),
    ...(requests > 1 ? centred(kiosk.requests(requests)) : []),
    ...(provisional
      ? [...centred(kiosk.provisionalKeeps, true), ...centred(kiosk.provisionalCalled)]
      : centred(kiosk.ahead(ahead))),
    ...(announced
      ? [
          ...(isSpanSaid(levelOf(announced.sure))
            ? [
                ...centred(kiosk.waitShort(...waitMinutes(announced)), true),
                ...centred(paper.estimated(kiosk.hour(takenAt, zone))),
              ]
            : []),
          ...centred(paper.beforeClosing[levelOf(announced.sure)]),
        ]
      : []),
    ...(bring.length === 0
      ? []
      : [...read(paper.bring, true), ...bring.flatMap((thing) => read(`- ${thing}`))]),
    ...read(paper.leaving),
    ...read(paper.bound),
    ...(follow ? read(kiosk.follow) : []),
    ...read(paper.rule),
    rule,
  ]
}

/** The number first, then what holds for it in French, then the same in the person's language, then its code. */
export function drawTicket(ticket: TicketPaper, reprint: boolean, write: Writer): readonly ThermalBlock[] {
  const { officeName, number, service, takenAt, zone, ahead, bring, code, school } = ticket
  const { appointmentAt, requests, replaces, provisional, follow, spoken } = ticket
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
    ...(spoken ? drawSpoken(spoken, ticket, reprint, write) : []),
    feed(),
    { block: 'qr', data: code },
    ...write(words.ticketCode(code.replaceAll(/(.{4})(?=.)/g, '$1 ')), { bold: true, align: 'center' }),
    ...(spoken ? write(languages[spoken.lang].kiosk.code, { align: 'center' }) : []),
    ...write(words.bound, { align: 'center' }),
    ...(follow
      ? [
          rule,
          ...write(words.follow, { bold: true, align: 'center' }),
          { block: 'qr' as const, data: `${follow}?${spoken ? `lang=${spoken.lang}&` : ''}code=${code}` },
          ...write(follow, { align: 'center' }),
        ]
      : []),
    ...write(words.rule, { align: 'center' }),
    ...specimen(school, write),
    { block: 'cut' },
  ]
}

/** What was said of the wait, as the paper repeats it: the span, how it was known and when, and the closing; or the doubt alone. */
function announcedLines(
  announced: Announced,
  at: number,
  zone: string,
): { readonly wait: string; readonly notes: readonly string[] } {
  const level = levelOf(announced.sure)
  const closing = words.beforeClosing[level]
  return isSpanSaid(level)
    ? { wait: words.wait(waitRange(announced)), notes: [words.estimated(hour(at, zone)), closing] }
    : { wait: closing, notes: [] }
}
