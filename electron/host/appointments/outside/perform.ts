import type { Instant } from '../../../../shared/contract/ids.ts'
import type { OutsideAppointment, OutsideProblem } from '../../../../shared/contract/appointments/outside.ts'
import type { SourceKind } from '../../../../shared/contract/appointments/sources.ts'
import type { AppointmentRead } from '../../../../shared/contract/appointments/calendarRead.ts'
import { appointmentOf } from '../reading/appointment.ts'
import type { KnownService, Skip } from '../reading/entry.ts'
import { identityOf, outsideEntry } from '../reading/outsideEntry.ts'
import { applicationOf } from './application.ts'
import { caldavSource } from './caldav.ts'
import { feedSource } from './feed.ts'
import { OutsideError } from './problem.ts'
import type { SignIn, Tokens } from './oauth.ts'
import { rdvspSource } from './rdvsp.ts'
import { addressOf, type Reach } from './request.ts'
import type {
  AskedDay,
  DayAppointment,
  Given,
  KnownEntry,
  Source,
  SourceDay,
  Telling,
  Told,
} from './source.ts'

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
      readonly known?: readonly KnownEntry[]
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
  | {
      readonly of: 'tokens'
      /** Its user is the application, its secret the application's. */
      readonly access: SourceAccess
      /** A browser that came back from the service, or tokens that no longer hold. */
      readonly by: { readonly signIn: SignIn; readonly came: string } | { readonly refresh: string }
    }

/** An appointment of a day, and what the office's services make of it. */
export type HeldAppointment = OutsideAppointment & {
  readonly identity: string
  readonly place?: string
  readonly told: string
  readonly read: AppointmentRead | Skip | null
}

export type DayDone = Omit<SourceDay, 'appointments'> & { readonly appointments: readonly HeldAppointment[] }

export type OutsideDone =
  | { readonly day: DayDone }
  /** In the order asked; a problem for one that could not be told. */
  | { readonly told: readonly (Told | OutsideProblem)[]; readonly retryAfter: number | null }
  | { readonly given: true }
  | { readonly tokens: Tokens }
  | { readonly problem: OutsideProblem; readonly retryAfter: number | null }

/** Does one piece of work with a source, in its thread: nothing that it says reaches another before it was read. */
export async function performOutside(order: OutsideOrder): Promise<OutsideDone> {
  try {
    if (order.of === 'tokens') return { tokens: await tokensBy(order) }
    const source = sourceOf(order.access)
    switch (order.of) {
      case 'day': {
        const { appointments, ...rest } = await source.day(order.asked, order.mark, order.known)
        const held = appointments.map((one, at) => heldOf(one, at, order.asked.zone, order.holding))
        return { day: { ...rest, appointments: held } }
      }
      case 'tell':
        return await allTold(source, order.tellings, order.now)
      case 'give':
        for (const one of order.give) await source.give?.(one, order.now)
        return { given: true }
    }
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    return { problem: error.problem, retryAfter: error.retryAfter }
  }
}

/** What the source says of us, not of one appointment: the next ones would hear the same. */
const ofTheSource: ReadonlySet<OutsideProblem> = new Set(['refusedSecret', 'busy'])
/** So many silences in a row are the source's too: each takes all its patience. */
const mostSilences = 2

async function allTold(source: Source, tellings: readonly Telling[], now: Instant) {
  const told: (Told | OutsideProblem)[] = []
  let stopped: OutsideError | undefined
  let silences = 0
  for (const telling of tellings) {
    try {
      if (stopped) told.push(stopped.problem)
      else told.push(source.tell ? await source.tell(telling, now) : 'same')
      silences = 0
    } catch (error) {
      // One that can't be written keeps no other from being told.
      if (!(error instanceof OutsideError)) throw error
      told.push(error.problem)
      silences = error.problem === 'timeout' ? silences + 1 : 0
      if (ofTheSource.has(error.problem) || silences === mostSilences) stopped = error
    }
  }
  return { told, retryAfter: stopped?.retryAfter ?? null }
}

/** The library is loaded when somebody signs in, or must again. */
async function tokensBy({ access, by }: Extract<OutsideOrder, { readonly of: 'tokens' }>) {
  const { tokensAgain, tokensOf } = await import('./oauth.ts')
  const application = applicationOf(access)
  return 'refresh' in by
    ? tokensAgain(application, by.refresh)
    : tokensOf(application, by.signIn, new URL(by.came))
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
