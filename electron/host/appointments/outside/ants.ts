import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Instant } from '../../../../shared/contract/ids.ts'
import {
  preApplicationStates,
  type PreApplicationState,
} from '../../../../shared/contract/appointments/outside.ts'
import { OutsideError } from './problem.ts'
import { jsonOf } from './rdvsp.ts'
import { ask, refusedBy, type Reach } from './request.ts'

// The coordination of appointments for identity titles (ANTS). Every parameter goes in the query string, of a POST and of a
// DELETE too: no address of these is ever logged. The hours are the office's wall clock, whatever letter follows them.

export type AntsOptions = {
  /** The address of the service's interface (`https://api-coordination.rendezvouspasseport.ants.gouv.fr/api`). */
  readonly url: URL
  readonly token: string
  /** The meeting point's id, which the service asks for at every call. */
  readonly meetingPointId: string
  /** Its name, as other offices read it. */
  readonly meetingPoint: string
  readonly zone: string
  readonly reach: Reach
}

/** An appointment declared for a number, by this office or another. */
export type DeclaredElsewhere = {
  readonly meetingPoint: string
  readonly startsAt: Instant
  /** Where its person cancels it. */
  readonly managementUrl: string
}

export type NumberStanding = {
  readonly state: PreApplicationState
  readonly appointments: readonly DeclaredElsewhere[]
}

/** What this office wants declared for a number. */
export type Declaration = { readonly startsAt: Instant; readonly managementUrl: string }

const Statuses = z.record(
  z.string(),
  z.object({
    status: z.string(),
    appointments: z
      .array(
        z.object({
          meeting_point: z.string(),
          appointment_date: z.string(),
          management_url: z.string(),
        }),
      )
      .nullish(),
  }),
)

const known = (status: string): PreApplicationState =>
  preApplicationStates.find((one) => one === status && one !== 'other') ?? 'other'

/** The coordination service, asked with the office's token. Each call throws an `OutsideError` when it has no answer. */
export function antsOf({ url, token, meetingPointId, meetingPoint, zone, reach }: AntsOptions) {
  const call = async (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    query: readonly (readonly [string, string])[],
  ) => {
    const at = new URL(`${url.href.replace(/\/$/, '')}/${path}`)
    for (const [name, value] of query) at.searchParams.append(name, value)
    return ask(
      {
        url: at,
        method,
        headers: { accept: 'application/json' },
        secret: { 'x-rdv-opt-auth-token': token },
      },
      reach,
    )
  }

  /** What the service says of each number that it answered for. @throws OutsideError */
  async function standings(numbers: readonly string[]): Promise<ReadonlyMap<string, NumberStanding>> {
    const answered = await call('GET', 'status', [
      ...numbers.map((number) => ['application_ids', number] as const),
      ['meeting_point_id', meetingPointId],
    ])
    if (answered.status !== 200) throw refusedBy(answered)
    const said = jsonOf(Statuses, answered.bytes)
    return new Map(
      Object.entries(said).map(([number, { status, appointments }]) => [
        number,
        {
          state: known(status),
          appointments: (appointments ?? []).map((one) => ({
            meetingPoint: one.meeting_point,
            startsAt: instantOfWall(one.appointment_date, zone),
            managementUrl: one.management_url,
          })),
        },
      ]),
    )
  }

  const place = (number: string, wall: string) =>
    [
      ['application_id', number],
      ['meeting_point', meetingPoint],
      ['meeting_point_id', meetingPointId],
      ['appointment_date', wall],
    ] as const

  /** Takes one declaration back; one that is there no more is taken back. */
  async function withdraw(number: string, wall: string, at: string = meetingPoint): Promise<void> {
    const query = place(number, wall).map(([name, value]) =>
      name === 'meeting_point' ? ([name, at] as const) : ([name, value] as const),
    )
    const answered = await call('DELETE', 'appointments', query)
    if (answered.status !== 200) throw refusedBy(answered)
  }

  const post = (number: string, wall: string, managementUrl: string) =>
    call('POST', 'appointments', [...place(number, wall), ['management_url', managementUrl]])

  async function declare(number: string, { startsAt, managementUrl }: Declaration): Promise<void> {
    const wall = wallIn(zone, startsAt)
    const answered = await post(number, wall, managementUrl)
    if (answered.status === 200) return
    // Declared already though its status did not list it: taken back with the same words, it is declared once.
    if (!/already exists/i.test(answered.bytes.toString('utf8'))) throw refusedBy(answered)
    await withdraw(number, wall)
    const second = await post(number, wall, managementUrl)
    if (second.status !== 200) throw refusedBy(second)
  }

  return {
    standings,
    /**
     * Makes what this office declared for a number what it wants, from an hour on: what has begun stays as it is. A POST can't
     * be repeated, so that the status is asked first, each time: what a lost answer had done is seen, and done no more. Others'
     * declarations are never touched.
     * @param own how the management addresses of this office begin, and those that it had before
     * @returns what the service said first; where it is not `validated` nothing was changed
     */
    settle: async (
      number: string,
      own: readonly string[],
      wanted: readonly Declaration[],
      from: Instant,
    ): Promise<NumberStanding> => {
      const standing = (await standings([number])).get(number) ?? { state: 'unknown', appointments: [] }
      if (standing.state !== 'validated') return standing
      const kept = new Set<Declaration>()
      for (const one of standing.appointments) {
        if (one.startsAt <= from || !isOwn(own, one)) continue
        const same = wanted.find((those) => !kept.has(those) && isSame(one, those, meetingPoint))
        if (same) kept.add(same)
        // The place it was declared at may have been renamed since: it is taken back by the name that it has there.
        else await withdraw(number, wallIn(zone, one.startsAt), one.meetingPoint)
      }
      for (const one of wanted) if (!kept.has(one)) await declare(number, one)
      return standing
    },
  }
}

/** Whether this office declared it. */
export const isOwn = (own: readonly string[], { managementUrl }: DeclaredElsewhere): boolean =>
  own.some((base) => isUnder(base, managementUrl))

const isSame = (one: DeclaredElsewhere, wanted: Declaration, meetingPoint: string): boolean =>
  one.startsAt === wanted.startsAt &&
  one.managementUrl === wanted.managementUrl &&
  one.meetingPoint === meetingPoint

/** Whether an address is under another: the same origin, and a path inside its path. */
function isUnder(base: string, address: string): boolean {
  if (!URL.canParse(base) || !URL.canParse(address)) return false
  const [own, other] = [new URL(base), new URL(address)]
  const path = own.pathname.endsWith('/') ? own.pathname : `${own.pathname}/`
  return own.origin === other.origin && `${other.pathname}/`.startsWith(path)
}

/** `2026-12-01 09:20:00`, the office's wall clock. */
const wallIn = (zone: string, at: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ')

/** The instant of a wall clock's hour as the service writes it: a Z or an offset after it says nothing. @throws OutsideError */
function instantOfWall(written: string, zone: string): Instant {
  try {
    const wall = written
      .trim()
      .replace(' ', 'T')
      .replace(/(?:Z|[+-]\d{2}:?\d{2})$/i, '')
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds as Instant
  } catch {
    throw new OutsideError('notExpectedAnswer')
  }
}
