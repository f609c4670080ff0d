import { appointmentOf, namesOf, saidOf } from './appointment.ts'
import { bytesOf, undamaged } from './damaged.ts'
import type {
  AppointmentRead,
  CalendarRead,
  CancelledRead,
  ReportLine,
} from '../../../../shared/contract/appointments/calendarRead.ts'
import { plain } from '../../../../shared/domain/appointments/plain.ts'
import type { AppointmentOptions, Entry, ParsedEntries } from './entry.ts'
import { readCsv } from './readCsv.ts'
import { readIcs } from './readIcs.ts'

/** What one import reads at most: entries, and bytes of text in UTF-8. */
export const appointmentBounds = { entries: 5000, bytes: 2_000_000 } as const

/**
 * The appointments of a calendar's text, iCalendar or CSV, and a report with one line for each entry, in the order
 * of the file. Never throws, whatever the text: what can't be read is named with its reason, and loses no other.
 * Past 5,000 entries the rest is counted and said; past 2 MB nothing is read.
 */
export function readAppointments(text: string, options: AppointmentOptions): CalendarRead {
  if (bytesOf(text) > appointmentBounds.bytes) return nothing('tooLarge', String(bytesOf(text)))
  const { entries, more, moreFrom } = found(undamaged(text), options)
  if (entries.length === 0) return nothing('nothingFound', '')
  const outcomes = entries.map((entry) => ({ entry, outcome: appointmentOf(entry, options) }))
  const counting = countingOnes(outcomes)
  // A code opens one appointment: the second of a file that bears it is named in the report.
  const coded = new Map<string, AppointmentRead>()
  const alike = new Map<string, number>()
  const appointments: AppointmentRead[] = []
  const cancelled: CancelledRead[] = []
  const report: ReportLine[] = []
  for (const { entry, outcome } of outcomes) {
    const { line } = entry
    const counts = counting.get(entry) ?? entry
    if (counts !== entry)
      report.push({ line, state: 'skipped', code: 'duplicate', text: String(counts.line) })
    else if ('code' in outcome) {
      report.push({ line, state: 'skipped', ...outcome })
      if (outcome.code === 'cancelled') cancelled.push(cancelledOf(entry, options))
    } else {
      const code = outcome.appointment.code === null ? null : plain(outcome.appointment.code)
      const first = code === null ? undefined : coded.get(code)
      if (first && first.uid === outcome.appointment.uid) {
        report.push({ line, state: 'skipped', code: 'duplicate', text: String(first.line) })
        continue
      }
      if (code !== null) coded.set(code, outcome.appointment)
      appointments.push(counted(outcome.appointment, alike))
      report.push({ line, state: 'taken', ...(outcome.remarks[0] ?? { code: 'taken', text: '' }) })
    }
  }
  if (more > 0) report.push({ line: moreFrom, state: 'skipped', code: 'tooMany', text: String(more) })
  // Without an id, what this file has under that code, or says again, was moved or taken again: it cancels none.
  const meant = new Set(appointments.flatMap((one) => meaningOf(one) ?? []))
  const isTaken = ({ code, said }: CancelledRead) =>
    code === null ? said !== null && meant.has(meaningOf(said)!) : coded.has(plain(code))
  const cancels = cancelled.map((one) =>
    isTaken(one) && (one.uid === null || one.said === null || meant.has(meaningOf(one.said)!))
      ? { ...one, code: null, said: null }
      : one,
  )
  return { appointments, cancelled: cancels, report }
}

/** A line that says nothing but a service and an hour is told from those that say the same by its place among them. */
function counted(one: AppointmentRead, alike: Map<string, number>): AppointmentRead {
  const { uid, code, name, preApplications, service, startsAt } = one
  if (uid !== null || code !== null || name !== null || preApplications.length > 0) return one
  const slot = `${service} ${startsAt}`
  const before = alike.get(slot) ?? 0
  alike.set(slot, before + 1)
  return { ...one, alike: before }
}

const cancelledOf = (entry: Entry, options: AppointmentOptions): CancelledRead => ({
  line: entry.line,
  ...namesOf(entry),
  said: saidOf(entry, options),
})

/** What tells an appointment without an id from another; null without a name. */
const meaningOf = ({ service, startsAt, name }: Pick<AppointmentRead, 'service' | 'startsAt' | 'name'>) =>
  name === null ? null : `${service} ${startsAt} ${plain(name)}`

const nothing = (code: 'tooLarge' | 'nothingFound', text: string): CalendarRead => ({
  appointments: [],
  cancelled: [],
  report: [{ line: 1, state: 'skipped', code, text }],
})

function found(text: string, { format, zone }: AppointmentOptions): ParsedEntries {
  const isIcs = format === undefined ? looksLikeIcs(text) : format === 'ics'
  return isIcs ? readIcs(text, zone, appointmentBounds.entries) : readCsv(text, appointmentBounds.entries)
}

/** Its first lines, unfolded, begin a calendar or an event. */
const looksLikeIcs = (text: string): boolean =>
  /^[ \t]*BEGIN:V(?:CALENDAR|EVENT)/im.test(text.slice(0, 10_000).replaceAll(/(?:\r\n|\n|\r)[ \t]/g, ''))

type Outcome = ReturnType<typeof appointmentOf>

/**
 * For each entry that is a version of another, the one that counts: the highest sequence, then one that is taken
 * before one that is cancelled, then the first. An entry that can't be read is no version of any.
 */
function countingOnes(outcomes: readonly { readonly entry: Entry; readonly outcome: Outcome }[]) {
  const best = new Map<string, { readonly entry: Entry; readonly rank: number }>()
  const keys = new Map<Entry, string>()
  for (const { entry, outcome } of outcomes) {
    const key = keyOf(entry, outcome)
    if (key === null) continue
    keys.set(entry, key)
    const rank = entry.sequence * 2 + ('code' in outcome ? 0 : 1)
    const previous = best.get(key)
    if (!previous || rank > previous.rank) best.set(key, { entry, rank })
  }
  return new Map([...keys].map(([entry, key]) => [entry, best.get(key)?.entry ?? entry]))
}

/** What two versions of one appointment share; null when nothing tells it from another at the same hour. */
function keyOf(entry: Entry, outcome: Outcome): string | null {
  if ('code' in outcome && outcome.code !== 'cancelled') return null
  const uid = entry.values.get('uid')
  if (uid !== undefined) return `uid ${uid}`
  if ('code' in outcome) return null
  const { startsAt, service, name, code, preApplications } = outcome.appointment
  return name === null && code === null && preApplications.length === 0
    ? null
    : JSON.stringify([startsAt, service, name, code, preApplications])
}
