import type { AppointmentFacts, AppointmentPerson } from '../../contract/appointments/calls.ts'
import type { AppointmentId, Instant } from '../../contract/ids.ts'
import type { Personal } from '../decision.ts'
import type { Office } from '../state.ts'
import type {
  AppointmentRead,
  AppointmentSaid,
  FollowedDays,
  SourceClaim,
} from '../../contract/appointments/calendarRead.ts'
import { plain } from './plain.ts'
import { ownAppointment } from './ownUid.ts'
import type { Appointment } from './state.ts'

/**
 * What an appointment is known by where two sources name it otherwise: its service, its hour, and the words of the name it was
 * made in, in whatever order; null without a name. Personal.
 */
const meaningBy = (
  { serviceId, startsAt }: Pick<AppointmentFacts, 'serviceId' | 'startsAt'>,
  words: string | null,
): string | null => (words === null ? null : `${serviceId} ${startsAt} ${words}`)

/** The meaning of an appointment of the office. */
export const meaningOf = (facts: AppointmentFacts, person: AppointmentPerson): string | null =>
  meaningBy(facts, lettersOf(person).words)

function wordsOf(name: string | null): string | null {
  const words = (name ?? '')
    .split(/[\s’'-]+/)
    .map(plain)
    .filter((word) => word !== '')
  return words.length === 0 ? null : words.toSorted().join(' ')
}

/** Whether two names are of two people: each has a word that the other has not. */
export const isNamedOtherwise = (one: string, other: string): boolean => {
  const [words, others] = [one, other].map((name) => wordsOf(name)?.split(' ') ?? []) as [string[], string[]]
  return words.some((word) => !others.includes(word)) && others.some((word) => !words.includes(word))
}

/** The meaning of an appointment as a calendar says it. */
export const meaningOfRead = ({ service, startsAt, name }: AppointmentSaid | AppointmentRead) =>
  meaningBy({ serviceId: service, startsAt }, wordsOf(name))

/** The letters of a row's code and name, and the words of its name in order. */
type Letters = { readonly code: string; readonly name: string | null; readonly words: string | null }
const made = new WeakMap<AppointmentPerson, Letters>()

/** Made once for each row: all those of one hour are looked at by each act that brings another there. */
export function lettersOf(person: AppointmentPerson): Letters {
  const { code, name } = person
  const letters = made.get(person) ?? {
    code: plain(code),
    name: name === null ? null : plain(name),
    words: wordsOf(name),
  }
  made.set(person, letters)
  return letters
}

/**
 * Shows the appointments that the office has now at some hours: whoever decides looks at them once more, since what the host
 * found before may lack what another act brought in between.
 */
export function atHours(
  office: Office,
  personal: Pick<Personal, 'appointments'>,
  hours: ReadonlySet<Instant>,
  show: (appointment: Appointment, person: AppointmentPerson) => void,
): void {
  if (hours.size === 0) return
  office.appointments.forEach((appointment, id) => {
    if (!hours.has(appointment.startsAt)) return
    const person = personal.appointments.get(id)
    if (person) show(appointment, person)
  })
}

/** Work that gives the thread back between two rows: who asks for it lets others pass, or does it at a stretch. */
type ByRows<T> = Generator<undefined, T>

/**
 * The lists of several sources as one, each appointment once. The same UID is the same appointment; so are the same service,
 * hour and name under another UID in another source. Two of one source stay two.
 * @param sources the first is believed first
 */
export function* claimed(sources: readonly FollowedDays[]): ByRows<readonly SourceClaim[]> {
  const claims = new Map<string, { readonly claim: SourceClaim; readonly meaning: string | null }>()
  for (const { sourceId, appointments } of sources) {
    const named = new Set(appointments.map(({ uid }) => uid))
    /** How many of each meaning earlier sources have that this one does not have by their own UID. */
    const free = new Map<string, number>()
    for (const [uid, { meaning }] of claims)
      if (meaning !== null && !named.has(uid)) free.set(meaning, (free.get(meaning) ?? 0) + 1)
    for (const read of appointments) {
      yield
      const { uid } = read
      if (uid === null || claims.has(uid)) continue
      const meaning = meaningOfRead(read)
      const left = meaning === null ? 0 : (free.get(meaning) ?? 0)
      if (meaning !== null && left > 0) free.set(meaning, left - 1)
      else claims.set(uid, { claim: { sourceId, uid, read }, meaning })
    }
  }
  return [...claims.values()].map(({ claim }) => claim)
}

/** Finds the appointment of the office that a claim is of, each once: by its UID, as the office's own, else by its meaning. */
export function* matching(
  office: Office,
  personal: Pick<Personal, 'appointments'>,
  claims: readonly SourceClaim[],
): ByRows<(claim: SourceClaim) => AppointmentId | undefined> {
  const byUid = new Map<string, AppointmentId>()
  const byMeaning = new Map<string, AppointmentId[]>()
  const claimedUids = new Set(claims.map(({ uid }) => uid))
  for (const [id, person] of personal.appointments) {
    yield
    const { uid } = person
    const appointment = office.appointments.get(id)
    if (!appointment) continue
    if (uid !== null) byUid.set(uid, id)
    // What the office gave has a name of its own in a calendar.
    if (appointment.given || (uid !== null && claimedUids.has(uid))) continue
    const meaning = meaningOf(appointment, person)
    if (meaning === null) continue
    const meant = byMeaning.get(meaning) ?? []
    meant.push(id)
    byMeaning.set(meaning, meant)
  }
  return ({ uid, read }) => {
    const named = byUid.get(uid) ?? ownAppointment(office, uid)
    if (named !== undefined) return named
    const meaning = meaningOfRead(read)
    return meaning === null ? undefined : byMeaning.get(meaning)?.shift()
  }
}
