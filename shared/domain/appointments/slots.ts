import type { Instant, LocalDate, ServiceId } from '../../contract/ids.ts'
import type { Slot } from '../../contract/appointments/calls.ts'
import { addCalendarDays } from '../law/time/days.ts'
import { dateIn, spansAt } from '../core/calendar/index.ts'
import { serviceOf, zoneOf, type Office } from '../state.ts'

/** How many days of a followed source are read: today and those after it. */
export const daysFollowed = 14
/** How many days are looked at for a slot, where the office alone keeps its appointments. */
const longestSearch = 60
const minute = 60_000
const day = 86_400_000

type Busy = { readonly from: number; readonly to: number; readonly serviceId: ServiceId }
type Memory = {
  /** By days since 1970 (UTC): an appointment is in each that it touches. */
  readonly byDay: ReadonlyMap<number, readonly Busy[]>
  /** The slots last found, by service and how many; good for the same settings until the first has begun. */
  readonly found: Map<string, { readonly of: object; readonly slots: readonly Slot[] }>
}

// Appointments never change: others are another object. Made once for all who ask about the same ones.
const memories = new WeakMap<Office['appointments'], Memory>()

function memoryOf({ appointments }: Office): Memory {
  const known = memories.get(appointments)
  if (known) return known
  const byDay = new Map<number, Busy[]>()
  for (const { startsAt: from, minutes, serviceId } of appointments.values()) {
    const to = from + minutes * minute
    for (let at = Math.floor(from / day); at * day < to; at++) {
      const those = byDay.get(at) ?? []
      byDay.set(at, those)
      those.push({ from, to, serviceId })
    }
  }
  const memory = { byDay, found: new Map() }
  memories.set(appointments, memory)
  return memory
}

/** What is given between two instants, whoever gave it: the office, its files, the source that it follows. */
function givenBetween({ byDay }: Memory, from: number, to: number): readonly Busy[] {
  const days = [Math.floor(from / day), Math.floor((to - 1) / day)]
  const found = new Set<Busy>()
  for (const at of days)
    for (const one of byDay.get(at) ?? []) if (one.from < to && one.to > from) found.add(one)
  return [...found]
}

/**
 * Whether an appointment can be promised between two instants: its service has no other one then, and the office never has more
 * at once than it has counters.
 */
function isFree(office: Office, serviceId: ServiceId, from: number, to: number): boolean {
  const given = givenBetween(memoryOf(office), from, to)
  if (given.some((one) => one.serviceId === serviceId)) return false
  const counters = office.settings?.counters.length ?? 0
  const starts = [from, ...given.flatMap((one) => (one.from > from ? [one.from] : []))]
  return starts.every((at) => given.filter((one) => one.from <= at && at < one.to).length < counters)
}

/** How many days a slot may be promised in: past what a followed source was read for, nobody knows what is taken there. */
const reachOf = ({ appointmentSources }: Office): number =>
  Object.keys(appointmentSources).length === 0 ? longestSearch : daysFollowed

/** The slots of a service on the days that can be promised, in order, free or not, those that have begun left out. */
function* offered(office: Office, serviceId: ServiceId, now: Instant): Generator<Slot> {
  const minutes = serviceOf(office, serviceId)?.slotMinutes
  if (!office.settings || !minutes) return
  const { calendar } = office.settings
  const today = dateIn(calendar.zone, now)
  for (let ahead = 0; ahead < reachOf(office); ahead++)
    for (const [from, to] of spansAt(calendar, addCalendarDays(today, ahead), serviceId))
      for (let at = from as number; at + minutes * minute <= to; at += minutes * minute)
        if (at > now) yield { startsAt: at as Instant, minutes }
}

/** The next free slots of a service, from the first opening after now; none when it gives none here. */
export function nextSlots(
  office: Office,
  serviceId: ServiceId,
  now: Instant,
  count: number,
): readonly Slot[] {
  const { settings } = office
  if (settings === null) return []
  const { found } = memoryOf(office)
  const key = `${serviceId} ${count} ${reachOf(office)}`
  const known = found.get(key)
  if (known?.of === settings && known.slots[0]!.startsAt > now) return known.slots
  const slots: Slot[] = []
  for (const slot of offered(office, serviceId, now)) {
    const { startsAt, minutes } = slot
    if (!isFree(office, serviceId, startsAt, startsAt + minutes * minute)) continue
    slots.push(slot)
    if (slots.length < count) continue
    // Fewer may become more as days pass; so many stay what they are until the first begins.
    found.set(key, { of: settings, slots })
    break
  }
  return slots
}

/**
 * The free slots of a service on some days, for as many people one after the other: each has its own slot.
 * @param most so many at most
 */
export function freeSlots(
  office: Office,
  serviceId: ServiceId,
  now: Instant,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  people: number,
  most: number,
): readonly Slot[] {
  const zone = zoneOf(office)
  const found: Slot[] = []
  for (const { startsAt, minutes } of offered(office, serviceId, now)) {
    const date = dateIn(zone, startsAt)
    if (date < from) continue
    if (date > to || found.length === most) break
    const each = Array.from(
      { length: people },
      (_, place) => (startsAt + place * minutes * minute) as Instant,
    )
    if (each.every((at) => isSlotFree(office, serviceId, at, now)))
      found.push({ startsAt, minutes: minutes * people })
  }
  return found
}

/** Whether an hour is one of the slots that a service gives, and still free. */
export function isSlotFree(office: Office, serviceId: ServiceId, startsAt: Instant, now: Instant): boolean {
  const minutes = serviceOf(office, serviceId)?.slotMinutes
  const { settings } = office
  if (!settings || !minutes) return false
  const zone = zoneOf(office)
  const date = dateIn(zone, startsAt)
  if (date >= addCalendarDays(dateIn(zone, now), reachOf(office))) return false
  const length = minutes * minute
  const ofItsHours = spansAt(settings.calendar, date, serviceId).some(
    ([from, to]) => startsAt >= from && startsAt + length <= to && (startsAt - from) % length === 0,
  )
  return ofItsHours && isFree(office, serviceId, startsAt, startsAt + length)
}

/** No hour is agreed further ahead, in milliseconds: what names somebody is kept until it. */
const farthestAgreed = 2 * 366 * 86_400_000

/** Whether an agent may agree on this hour with somebody: not too far, and no appointment of the service begins then. */
export const mayAgreeOn = (office: Office, serviceId: ServiceId, startsAt: Instant, now: Instant): boolean =>
  startsAt <= now + farthestAgreed &&
  !givenBetween(memoryOf(office), startsAt, startsAt + 1).some(
    (one) => one.serviceId === serviceId && one.from === startsAt,
  )
