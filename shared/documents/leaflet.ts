import type { AppointmentPaper, RulePaper, SheetPaper } from '../contract/documents/papers.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { languages } from '../messages/public/languages.ts'
import { hour, ticketNumber } from '../messages/format/numbers.ts'
import { ruleParagraph } from '../messages/queue/rule.fr.ts'
import type { Section } from './content.ts'
import { clock, dayAndHour, typeset, weekday } from './moments.ts'

/** What is read first, and from afar: 6 is the largest. */
type Large = { readonly label: string | null; readonly text: string; readonly size: 2 | 3 | 6 }

/** Lines to fill by hand, numbered, so that one that is lost is seen. */
export type Blanks = {
  readonly title: string
  readonly columns: readonly string[]
  readonly count: number
}

/** What a paper without a seal says, in order, before any layout: both layouts draw this and nothing else. */
export type Leaflet = {
  readonly school: boolean
  readonly title: string
  readonly officeName: string
  readonly officeLines: readonly string[]
  readonly issued: string
  readonly reprint: boolean
  readonly large: readonly Large[]
  readonly sections: readonly Section[]
  /** Whether the sections are for whoever reads with difficulty: larger letters. */
  readonly largeType: boolean
  /** After the others, always in ordinary letters: what only some will check. */
  readonly fine: readonly Section[]
  readonly blanks: Blanks | null
}

type Grounds = RulePaper['grounds']

const groundsSection = (grounds: Grounds): readonly Section[] =>
  grounds.length === 0
    ? []
    : [
        {
          is: 'table',
          title: words.grounds,
          columns: [words.groundColumn, words.sourceOfGround],
          rows: grounds.map(({ title, source }) => ({ term: typeset(title), detail: typeset(source) })),
        },
      ]

const headOf = ({
  officeName,
  school,
  zone,
  at,
}: {
  readonly officeName: string
  readonly school: boolean
  readonly zone: string
  readonly at: number
}) => ({
  officeName: typeset(officeName),
  school,
  issued: words.printed(dayAndHour(at, zone)),
  largeType: false,
  fine: [],
})

/** The queue's rule, for whoever asks. */
export const ruleLeaflet = (paper: RulePaper, reprint: boolean): Leaflet => ({
  ...headOf(paper),
  title: words.ruleTitle,
  officeLines: [],
  reprint,
  large: [],
  sections: [
    { is: 'text', title: words.ruleSection, lines: [typeset(ruleParagraph(paper.rule)), words.groundKept] },
    ...groundsSection(paper.grounds),
  ],
  blanks: null,
})

const spanOf = ([from, to]: readonly [number, number]): string => words.span(clock(from), clock(to))

/** What an office needs to go on by hand all day, when nothing works any more. */
export function sheetLeaflet(paper: SheetPaper, reprint: boolean): Leaflet {
  const { date, hours, services, appointments, zone, lines } = paper
  return {
    ...headOf(paper),
    title: words.sheetTitle(weekday(Date.parse(date), 'UTC')),
    officeLines: [],
    reprint,
    large: [],
    sections: [
      { is: 'text', title: words.byHand, lines: words.byHandSteps },
      {
        is: 'text',
        title: words.hours,
        lines: [hours.length === 0 ? words.noHours : `${hours.map(spanOf).join(', ')}.`],
      },
      {
        is: 'table',
        title: words.numbers,
        columns: [words.serviceColumn, words.nextColumn],
        rows: services.map(({ letter, name, next }) => ({
          term: typeset(name),
          detail: ticketNumber(`${letter}${next}`),
        })),
      },
      appointments.length === 0
        ? { is: 'text', title: words.appointments, lines: [words.noAppointment] }
        : {
            is: 'table',
            title: words.appointments,
            columns: [words.hourColumn, words.appointmentColumn],
            rows: appointments.map(({ at, service, code }) => ({
              term: hour(at, zone),
              detail: typeset(words.appointmentFor(service, code)),
            })),
          },
      ...groundsSection(paper.grounds),
      { is: 'text', title: words.ruleSection, lines: [typeset(ruleParagraph(paper.rule))] },
    ],
    blanks: { title: words.visits, columns: words.visitColumns, count: lines },
  }
}

/** The appointment in the language of who holds the paper. */
function spokenAppointment(
  { spoken, startsAt, zone, code }: AppointmentPaper,
  ways: string,
): readonly Section[] {
  if (!spoken) return []
  const { lang, subject, bring } = spoken
  const { kiosk, paper } = languages[lang]
  return [
    {
      is: 'text',
      lang,
      title: kiosk.booked,
      lines: [
        kiosk.dayAndHour(startsAt, zone),
        subject,
        `${kiosk.bookedCode}: ${code}`,
        paper.onArrival,
        paper.cannotCome(ways),
      ],
    },
    ...(bring.length === 0 ? [] : [{ is: 'list' as const, lang, title: paper.bring, items: bring }]),
  ]
}

/** An appointment given: when, for what, and the code to say or type on arrival. */
export function appointmentLeaflet(paper: AppointmentPaper, reprint: boolean): Leaflet {
  const { startsAt, zone, service, code, bring, address } = paper
  const ways = [address.phone.replaceAll(' ', '\u00a0'), address.email].filter((way) => way !== null)
  return {
    ...headOf(paper),
    title: words.appointmentTitle,
    officeLines: [`${address.street}, ${address.postalCode} ${address.city}`, ways.join(' · ')].map(typeset),
    reprint,
    large: [
      { label: null, text: weekday(startsAt, zone), size: 2 },
      { label: null, text: hour(startsAt, zone), size: 6 },
      { label: words.yourCode, text: code, size: 3 },
    ],
    sections: [
      { is: 'text', title: words.appointmentSubject, lines: [typeset(service)] },
      { is: 'text', title: words.onArrival, lines: [words.onArrivalHow] },
      ...(bring.length === 0
        ? []
        : [{ is: 'list' as const, title: words.toBring, items: bring.map((thing) => typeset(thing)) }]),
      { is: 'text', title: words.cannotCome, lines: [typeset(words.cannotComeHow(ways.join(', ')))] },
      ...spokenAppointment(paper, ways.join(', ')),
    ],
    blanks: null,
  }
}
