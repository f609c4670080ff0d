import type { Instant } from '../../../../shared/contract/ids.ts'
import { dateIn, instantOf } from '../../../../shared/domain/core/calendar/index.ts'
import type {
  AppointmentRead,
  AppointmentSaid,
} from '../../../../shared/contract/appointments/calendarRead.ts'
import type { AppointmentOptions, Entry, Remark, Skip } from './entry.ts'
import { damagedLetter, plain, shown } from './plain.ts'
import { procedureNamed, recogniseService } from './services.ts'
import { bounded, readMinutes, readMoment, type Moment } from './written.ts'

/** What an appointment without an end is given when the office says nothing: a slot of a quarter of an hour. */
const quarter = 15

/** An entry read, with what there is to look at in it. */
interface TakenSlot {
  readonly appointment: AppointmentRead
  readonly remarks: readonly Remark[]
}

/** The appointment that an entry is, or why it can't be taken. */
export function appointmentOf(entry: Entry, options: AppointmentOptions): TakenSlot | Skip {
  if (entry.skip) return entry.skip
  const status = plain(entry.values.get('status') ?? '')
  if (/(?<!non )\b(?:annul|cancel|supprim)/.test(status)) return { code: 'cancelled', text: '' }
  const slot = takenSlot(entry, options)
  if ('code' in slot || options.now === undefined) return slot
  const { startsAt, minutes } = slot.appointment
  return startsAt + minutes * 60_000 <= options.now ? { code: 'inThePast', text: '' } : slot
}

/** What an entry that is cancelled says of the appointment, as if it were taken; null where that can't be read, or is nobody's. */
export function saidOf(entry: Entry, options: AppointmentOptions): AppointmentSaid | null {
  const read = takenSlot(entry, options)
  if ('code' in read) return null
  const { service, startsAt, name } = read.appointment
  return name === null ? null : { service, startsAt, name }
}

function takenSlot(entry: Entry, options: AppointmentOptions): TakenSlot | Skip {
  const start = startOf(entry, options)
  if ('code' in start) return start
  const recognised = recogniseService(entry, options.services)
  if ('code' in recognised) return recognised
  const { service, rest } = recognised
  const remarks = [...entry.remarks]
  const minutes = minutesOf(entry, start, options, remarks)
  const restProcedure = procedureNamed(rest, service)
  const preApplications = preApplicationsOf(entry.values.get('preApplications') ?? '', remarks)
  const appointment: AppointmentRead = {
    line: entry.line,
    ...namesOf(entry),
    startsAt: start.at,
    minutes,
    service: service.serviceId,
    procedure:
      procedureOf(entry.values.get('procedure'), (words) => procedureNamed(words, service)) ?? restProcedure,
    name: nameOf(entry) ?? (restProcedure === null ? orNull(rest, 200) : null),
    files: filesOf(entry.values.get('files') ?? '', preApplications.length, remarks),
    preApplications,
  }
  const damaged = [appointment.name, appointment.code, appointment.procedure].find((text) =>
    text?.includes(damagedLetter),
  )
  if (damaged) remarks.push({ code: 'damagedLetters', text: damaged })
  return { appointment, remarks }
}

/** What tells an appointment from every other: the file's own id, and the person's code. */
export const namesOf = ({ values }: Entry) => ({
  uid: orNull(values.get('uid'), 300),
  code: orNull(values.get('code'), 40),
})

interface Start {
  readonly at: Instant
  /** Where the hour's own cell gives a slot (« 10h50 - 11h10 »). */
  readonly end: number | null
}

/** When it begins: what the format states, else its date and its hour, in one cell or two. */
function startOf(entry: Entry, { zone }: AppointmentOptions): Start | Skip {
  if (entry.startsAt !== null) return { at: entry.startsAt, end: null }
  const [day, hour] = [entry.values.get('date') ?? '', entry.values.get('hour') ?? '']
  if (day === '' && hour === '') return { code: 'missingDate', text: '' }
  const [written, clock] = [day, hour].map((text) => (text === '' ? null : readMoment(text)))
  if (day !== '' && !written) return { code: 'malformedDate', text: shown(day, 120) }
  if (hour !== '' && !clock) return { code: 'malformedHour', text: shown(hour, 120) }
  const instant = written?.instant ?? clock?.instant
  if (instant != null) return { at: instant, end: null }
  const date = written?.date ?? clock?.date
  if (date == null) return { code: 'missingDate', text: shown(day || hour, 120) }
  const timed = [clock, written].find((moment): moment is Moment => moment?.minute != null)
  if (timed?.minute == null) return { code: 'missingHour', text: shown(day, 120) }
  return { at: instantOf(zone, date, timed.minute), end: timed.end }
}

function minutesOf(entry: Entry, start: Start, options: AppointmentOptions, remarks: Remark[]): number {
  const usual = options.usualMinutes ?? quarter
  if (entry.minutes !== null) return entry.minutes
  const stated = entry.values.get('minutes') ?? ''
  const end = entry.values.get('end') ?? ''
  if (stated === '' && end === '' && start.end === null) return usual
  const read = stated !== '' ? readMinutes(stated) : until(end, start, options)
  if (read !== null) return read
  remarks.push({ code: 'minutesUnread', text: shown(stated || end, 120) })
  return usual
}

/** Minutes to an end that has a date, an offset, or only an hour of the same day; without one, to the slot's. */
function until(end: string, { at, end: slot }: Start, { zone }: AppointmentOptions): number | null {
  const sameDay = (minute: number) => lasting(at, instantOf(zone, dateIn(zone, at), minute))
  if (end === '') return slot === null ? null : sameDay(slot)
  const moment = readMoment(end)
  if (!moment) return null
  if (moment.instant !== null) return lasting(at, moment.instant)
  if (moment.minute === null) return null
  return moment.date === null
    ? sameDay(moment.minute)
    : lasting(at, instantOf(zone, moment.date, moment.minute))
}

/** Minutes from one instant to another; null when they are none of an appointment. */
export const lasting = (from: Instant, to: Instant): number | null => bounded((to - from) / 60_000)

/** As the contract bounds them. */
const filesAtMost = 20

function filesOf(text: string, preApplications: number, remarks: Remark[]): number {
  const least = Math.max(1, preApplications)
  if (text === '') return least
  const count = Number(/^(\d{1,2})(?:\s+\p{L}+)?$/u.exec(text.trim())?.[1] ?? 0)
  if (count > 0 && count <= filesAtMost) return count
  remarks.push({ code: 'filesUnread', text: shown(text, 120) })
  return least
}

/** Ten letters or digits each (betagouv/rdv-service-public, docs/interconnexions/ants.md). */
const preApplication = /^[A-Z0-9]{10}$/

function preApplicationsOf(text: string, remarks: Remark[]): readonly string[] {
  const written = text.toUpperCase()
  const joined = written.replaceAll(/[\s-]+/g, '')
  const all = preApplication.test(joined)
    ? [joined]
    : written.split(/[\s,;/|+&]+/).filter((part) => part !== '')
  const wrong = all.find((part) => !preApplication.test(part))
  if (wrong !== undefined) remarks.push({ code: 'preApplicationUnread', text: shown(wrong, 120) })
  return [...new Set(all.filter((part) => preApplication.test(part)))].slice(0, filesAtMost)
}

function procedureOf(typed: string | undefined, named: (words: string) => string | null): string | null {
  const words = orNull(typed, 200)
  return words && (named(words) ?? words)
}

const nameOf = ({ values }: Entry): string | null =>
  orNull([values.get('firstName') ?? '', values.get('name') ?? ''].join(' '), 200)

function orNull(text: string | undefined, bound: number): string | null {
  const line = shown(text ?? '', bound)
  return line === '' ? null : line
}
