import { LocalDate, type ServiceId } from '../../../shared/contract/ids.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import type { Calendar } from '../../../shared/contract/office/calendar.ts'
import { queueSettings } from '../../../shared/messages/queue/settings.fr.ts'
import { spansTyped, spansWritten } from '../../ui/spans.ts'

type Exceptional = Calendar['exceptional'][number]
const words = queueSettings.wrong
/** Spans of a day, at most, as the contract has it. */
const mostSpans = 6

/** The week as it is typed, one text a day from Monday. */
export type CalendarDraft = {
  readonly week: readonly string[]
  readonly holidays: Calendar['holidays']
  readonly lastTickets: string
  readonly closed: readonly LocalDate[]
  readonly exceptional: readonly Exceptional[]
}

/** A sentence for each field that lacks something: the day's place in the week, or `lastTickets`. */
export type CalendarWrong = Readonly<Record<string, string>>

export const calendarDraft = (calendar: Calendar): CalendarDraft => ({
  week: calendar.week.map(spansWritten),
  holidays: calendar.holidays,
  lastTickets: String(calendar.lastTickets),
  closed: calendar.closed,
  exceptional: calendar.exceptional,
})

/** The calendar to set, in the zone that it has, or what each field lacks. */
export function calendarFrom(
  draft: CalendarDraft,
  zone: string,
): { readonly calendar: Calendar } | { readonly wrong: CalendarWrong } {
  const wrong: Record<string, string> = {}
  const week = draft.week.map((text, day) => {
    const spans = spansTyped(text)
    if (spans === null || spans.length > mostSpans) wrong[day] = words.spans
    return spans ?? []
  })
  const lastTickets = /^\s*\d{1,3}\s*$/.test(draft.lastTickets) ? Number(draft.lastTickets) : -1
  if (lastTickets < 0 || lastTickets > 240) wrong['lastTickets'] = words.number(0, 240)
  if (Object.keys(wrong).length > 0) return { wrong }
  return {
    calendar: {
      zone,
      week,
      holidays: draft.holidays,
      closed: [...draft.closed].toSorted(),
      exceptional: [...draft.exceptional].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
      lastTickets,
    },
  }
}

/** An exceptional day as it is typed. */
export type DayDraft = {
  readonly date: string
  readonly spans: string
  readonly label: string
  /** Null for all. */
  readonly services: readonly ServiceId[] | null
}

export const dayBlank: DayDraft = { date: '', spans: '', label: '', services: null }

/** The exceptional day, or what each field lacks. */
export function dayFrom(
  draft: DayDraft,
): { readonly day: Exceptional } | { readonly wrong: Readonly<Partial<Record<keyof DayDraft, string>>> } {
  const date = LocalDate.safeParse(draft.date)
  const spans = spansTyped(draft.spans)
  const label = wordsIn(draft.label)
  const wrong = {
    ...(date.success ? {} : { date: words.date }),
    ...(spans === null || spans.length > mostSpans ? { spans: words.spans } : {}),
    ...(label === '' ? { label: words.label } : {}),
    ...(draft.services?.length === 0 ? { services: words.services } : {}),
  }
  if (!date.success || spans === null || Object.keys(wrong).length > 0) return { wrong }
  return { day: { date: date.data, spans, label, services: draft.services && [...draft.services] } }
}
