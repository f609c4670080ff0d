import type { Instant } from '../../../../shared/contract/ids.ts'
import type { OutsideAppointment, OutsideProblem } from '../../../../shared/contract/appointments/outside.ts'
import type { AppointmentRead } from '../../../../shared/domain/appointments/calendarRead.ts'
import { appointmentOf } from '../reading/appointment.ts'
import type { KnownService, Skip } from '../reading/entry.ts'
import { identityOf, outsideEntry } from '../reading/outsideEntry.ts'
import { caldavSource } from './caldav.ts'
import { feedSource } from './feed.ts'
import { OutsideError } from './problem.ts'
import { rdvspSource } from './rdvsp.ts'
import { addressOf, type Reach } from './request.ts'
import type { AskedDay, DayAppointment, Given, Source, SourceDay, Telling, Told } from './source.ts'

export type SourceKind = 'caldav' | 'ics' | 'rdvsp'

/** How a source is reached. */
export type SourceAccess = {
  readonly kind: SourceKind
  readonly url: string
  readonly user?: string | undefined
  readonly secret?: string | undefined
  readonly reach: Omit<Reach, 'resolve'>
}

/** The services to hold a day against, and the one that the office gave to each part of the source. */
export type Holding = {
  readonly services: readonly KnownService[]
  readonly byPart: Readonly<Record<string, string>>
}

export type OutsideOrder =
  | {
      readonly of: 'day'
      readonly access: SourceAccess
      readonly asked: AskedDay
      readonly mark: string | null
      readonly holding: Holding | null
    }
  | {
      readonly of: 'tell'
      readonly access: SourceAccess
      readonly now: Instant
      readonly tellings: readonly Telling[]
    }
  | {
      readonly of: 'give'
      readonly access: SourceAccess
      readonly now: Instant
      readonly give: readonly Given[]
    }

/** An appointment of a day, and what the office's services make of it. */
export type HeldAppointment = OutsideAppointment & {
  readonly identity: string
  readonly told: string
  readonly read: AppointmentRead | Skip | null
}

export type DayDone = Omit<SourceDay, 'appointments'> & { readonly appointments: readonly HeldAppointment[] }

export type OutsideDone =
  | { readonly day: DayDone }
  /** In the order asked; a problem for one that could not be told. */
  | { readonly told: readonly (Told | OutsideProblem)[] }
  | { readonly given: true }
  | { readonly problem: OutsideProblem; readonly retryAfter: number | null }

/** Does one piece of work with a source, in a thread of its own: nothing that it says reaches another before it was read. */
export async function performOutside(order: OutsideOrder): Promise<OutsideDone> {
  try {
    const source = sourceOf(order.access)
    switch (order.of) {
      case 'day': {
        const { appointments, ...rest } = await source.day(order.asked, order.mark)
        const held = appointments.map((one, at) => heldOf(one, at, order.asked.zone, order.holding))
        return { day: { ...rest, appointments: held } }
      }
      case 'tell':
        return { told: await allTold(source, order.tellings, order.now) }
      case 'give':
        for (const one of order.give) await source.give?.(one, order.now)
        return { given: true }
    }
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    return { problem: error.problem, retryAfter: error.retryAfter }
  }
}

async function allTold(source: Source, tellings: readonly Telling[], now: Instant) {
  const told: (Told | OutsideProblem)[] = []
  for (const telling of tellings) {
    try {
      told.push(source.tell ? await source.tell(telling, now) : 'same')
    } catch (error) {
      // One that can't be written keeps no other from being told.
      if (!(error instanceof OutsideError)) throw error
      told.push(error.problem)
    }
  }
  return told
}

function sourceOf({ kind, url, user, secret, reach }: SourceAccess): Source {
  const options = { url: addressOf(url), user, secret, reach }
  switch (kind) {
    case 'caldav':
      return caldavSource(options)
    case 'ics':
      return feedSource(options)
    case 'rdvsp':
      return rdvspSource(options)
  }
}

function heldOf(
  { event, person, told, ...appointment }: DayAppointment,
  line: number,
  zone: string,
  holding: Holding | null,
): HeldAppointment {
  const whole = {
    ...appointment,
    told,
    ...(event ? { event } : {}),
    ...(person === undefined ? {} : { person }),
  }
  const identity = identityOf(appointment)
  if (holding === null) return { ...appointment, identity, told, read: null }
  const entry = outsideEntry(whole, line, holding.byPart[appointment.calendar])
  const read = appointmentOf(entry, { zone, services: holding.services })
  return { ...appointment, identity, told, read: 'code' in read ? read : read.appointment }
}
