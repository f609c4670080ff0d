import type { FollowedDays, FollowedPart, SourceClaim } from '../../contract/appointments/calendarRead.ts'
import type { AppointmentId, Instant } from '../../contract/ids.ts'
import type { Catalogue } from '../../procedures/catalogue.ts'
import type { Personal } from '../decision.ts'
import type { Office } from '../state.ts'
import { takenOf } from './following.ts'
import { claimed, matching } from './merging.ts'

/** So many appointments are followed in one act: an act of a counter waits for those at most. */
const inPart = 16

export type Followed = {
  readonly office: Office
  readonly personal: Pick<Personal, 'appointments'>
  /** In the order in which they are believed. A source that was not read keeps what it had. */
  readonly sources: readonly FollowedDays[]
  readonly now: Instant
  readonly catalogue: Catalogue
}

/**
 * What the sources have that the office has not, in parts to decide one after another. What is the same already is in none: a
 * calendar that did not change is no act, and one of which a part failed goes on where it was. Undefined between two rows:
 * whoever asks for the parts lets others pass.
 */
export function* followedParts(followed: Followed): Generator<FollowedPart | undefined, undefined> {
  const { office, personal, sources } = followed
  const withdrawn = new Set(sources.flatMap((one) => one.withdrawn))
  const claimedUids = new Set<string>()
  const part = (some: Partial<FollowedPart>): FollowedPart => ({
    claims: [],
    told: [],
    gone: [],
    withdrawn,
    claimed: claimedUids,
    ...some,
  })
  const { told, untold } = cancelledHere(personal, withdrawn)
  for (const those of parted(told)) yield part({ told: those })
  const services = new Set<string>(office.settings?.services.map(({ serviceId }) => serviceId))
  const all = yield* claimed(sources)
  const claims = all.filter(({ uid, read }) => services.has(read.service) && !untold.has(uid))
  for (const { uid } of claims) claimedUids.add(uid)
  const idOf = yield* matching(office, personal, claims)
  const met = new Set<AppointmentId>()
  let changed: SourceClaim[] = []
  for (const claim of claims) {
    yield
    const before = idOf(claim)
    if (before !== undefined) met.add(before)
    if (!changes(followed, claim, before)) continue
    if (changed.push({ ...claim, before }) < inPart) continue
    yield part({ claims: changed })
    changed = []
  }
  if (changed.length > 0) yield part({ claims: changed })
  for (const those of parted(yield* goneOf(followed, met))) yield part({ gone: those })
}

/** Of the appointments cancelled here: those of which their source was told, and the UIDs of which it was not. */
function cancelledHere({ appointments }: Pick<Personal, 'appointments'>, withdrawn: ReadonlySet<string>) {
  const told: AppointmentId[] = []
  const untold = new Set<string>()
  for (const [id, { uid, cancelled }] of appointments) {
    if (!cancelled || uid === null) continue
    if (withdrawn.has(uid)) told.push(id)
    else untold.add(uid)
  }
  return { told, untold }
}

/** Whether an act would change something by a claim. */
function changes(
  { office, personal, now, catalogue }: Followed,
  claim: SourceClaim,
  before: AppointmentId | undefined,
): boolean {
  // Only whether something changes is looked at: what would be drawn is drawn by the act.
  const drawn = { newId: () => '', newSalt: () => '0'.repeat(64) }
  const { facts, row } = takenOf(office, claim, before, { personal, now, catalogue, ...drawn })
  return facts !== undefined || row !== undefined
}

/** What the source that has it was read whole without, and no other source has. @param met what some source has */
function* goneOf(
  { office, personal, sources }: Followed,
  met: ReadonlySet<AppointmentId>,
): Generator<undefined, readonly FollowedPart['gone'][number][]> {
  const byId = new Map(sources.map((one) => [one.sourceId, one]))
  const present = new Set(sources.flatMap((one) => one.present))
  const gone: FollowedPart['gone'][number][] = []
  for (const [appointmentId, { uid }] of personal.appointments) {
    yield
    const appointment = office.appointments.get(appointmentId)
    const source = appointment?.followedBy === undefined ? undefined : byId.get(appointment.followedBy)
    if (!appointment || !source?.whole || uid === null || met.has(appointmentId) || present.has(uid)) continue
    if (appointment.goneOutside || appointment.startsAt < source.from || appointment.startsAt >= source.to)
      continue
    gone.push({ appointmentId, sourceId: source.sourceId })
  }
  return gone
}

function* parted<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += inPart) yield all.slice(from, from + inPart)
}
