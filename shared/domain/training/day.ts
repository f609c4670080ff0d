import type { Situation } from '../../contract/training/calls.ts'
import type { Instant, ProcedureId, ServiceId } from '../../contract/ids.ts'
import type { Calendar } from '../../contract/office/calendar.ts'
import type { Claim } from '../../contract/queue/rules.ts'
import { closingAt, dateIn, nextOpening, spansAt } from '../core/calendar/index.ts'
import { seededChance } from '../waits/chance.ts'

const minute = 60_000
/** A guided day needs this long before closing to be lived without haste, in milliseconds. */
const needed = 75 * minute
/** The last person comes this long before closing, in milliseconds. */
const late = 8 * minute
/** The appointment that is missed is this long after the day's beginning, and missed by so much more than is admitted, in milliseconds. */
const before = 5 * minute
const missedBy = 8 * minute
/** The hour of that appointment is a multiple of this, as an office gives them, in milliseconds. */
const slot = 5 * minute
/** Those who come after the one who is late need this long before closing, in milliseconds. */
const after = 25 * minute
/** Between two people, at least and at most, in milliseconds. */
const gap = [2 * minute, 5 * minute] as const

/** What a person of the guided day comes for. */
export type Comes = {
  readonly serviceId: ServiceId
  readonly procedureId: ProcedureId
  readonly priority?: Claim
}

const comes = (serviceId: string, procedureId: string, priority?: Claim): Comes => ({
  serviceId: serviceId as ServiceId,
  procedureId: procedureId as ProcedureId,
  ...(priority && { priority }),
})

const someone = comes('titres', 'cni')

const forWhat: Readonly<Record<Situation, Comes>> = {
  noPaper: comes('elections', 'elections'),
  incomplete: comes('affaires-generales', 'attestation-accueil'),
  wrongOffice: comes('affaires-generales', 'autre'),
  priority: comes('titres', 'passeport', { groundId: 'cmiPriorite' }),
  mandate: comes('elections', 'elections'),
  lateAppointment: comes('titres', 'cni'),
  left: comes('titres', 'cni'),
  notToAsk: comes('elections', 'recensement'),
  refusal: comes('affaires-generales', 'attestation-accueil'),
  abuse: comes('etat-civil', 'copie-acte'),
  closing: comes('titres', 'passeport'),
}

/** What this person comes for; those without a situation for an identity card. */
export const comesFor = (situation: Situation | null): Comes =>
  situation === null ? someone : forWhat[situation]

/** Who comes, in order: a priority, and a delay, are only something where others wait. */
const order: readonly (Situation | null)[] = [
  'noPaper',
  'incomplete',
  'wrongOffice',
  null,
  null,
  'priority',
  'mandate',
  null,
  'lateAppointment',
  'notToAsk',
  'refusal',
  'abuse',
  'closing',
]

/**
 * From when a guided day may be lived: now where the office is open long enough, else its next opening.
 * @param again the day under way had one already: the next day is taken
 */
export function lessonHour(calendar: Calendar, now: Instant, again: boolean): Instant | null {
  const date = dateIn(calendar.zone, now)
  const closes = closingAt(calendar, date, now)
  const open = spansAt(calendar, date).some(([from, to]) => from <= now && now < to)
  if (!again && open && closes !== null && closes - now >= needed) return now
  let next = nextOpening(calendar, now)
  // An opening of the same date (after a break) is of the day that is left.
  while (next !== null && again && dateIn(calendar.zone, next) === date) next = nextOpening(calendar, next)
  return next
}

/** Someone who will come, and the hour of the appointment that they will be late to. */
export type Coming = {
  readonly situation: Situation | null
  readonly at: Instant
  readonly startsAt: Instant | null
}

/**
 * The people of a guided day, each at their hour: the same seed, the same day.
 * @param admitted how late to an appointment the office admits, in minutes
 */
export function arrivalsFrom(
  seed: number,
  now: Instant,
  { closesAt, admitted }: { readonly closesAt: Instant | null; readonly admitted: number },
): readonly Coming[] {
  const chance = seededChance(seed)
  const missed = admitted * minute + missedBy
  let at: number = now
  return order.map((situation, rank) => {
    if (rank > 0) at += Math.round(gap[0] + chance() * (gap[1] - gap[0]))
    if (situation === 'lateAppointment')
      at = Math.max(at, Math.min(now + before + missed, (closesAt ?? Infinity) - after))
    if (situation === 'closing' && closesAt !== null) at = Math.max(at, closesAt - late)
    const startsAt = situation === 'lateAppointment' ? Math.floor((at - missed) / slot) * slot : null
    return { situation, at: at as Instant, startsAt: startsAt as Instant | null }
  })
}
