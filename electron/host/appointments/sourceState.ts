import { Temporal } from 'temporal-polyfill'
import type { OutsideProblem } from '../../../shared/contract/appointments/outside.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { FollowedDays } from '../../../shared/contract/appointments/calendarRead.ts'
import { daysFollowed } from '../../../shared/domain/appointments/slots.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import type { DayDone, HeldAppointment, SourceAccess } from './outside/perform.ts'
import type { AskedDay, KnownEntry, SourcePart, Telling } from './outside/source.ts'
import type { Calendars } from './giving.ts'
import type { Remembered, SourceFile } from './sourceFile.ts'

/** What a source is among the others. */
export type Among = {
  readonly asked: () => AskedDay
  /** Gives the domain what all the sources last had. @returns false when it was not taken */
  readonly believe: () => Promise<boolean>
  /** What of the office the other sources are given. */
  readonly giving: () => Omit<Calendars, 'parts' | 'services'>
  readonly isElsewhere: (uid: string) => boolean
}

/**
 * What is known of one source; another begins anew.
 * @param every between two readings, in milliseconds @param before what is remembered of this very source
 */
export const freshState = (every: number, before: readonly Remembered[] = []) => ({
  mark: null as string | null,
  /** The office's day and services that the last reading was held against. */
  heldBy: '',
  at: null as Instant | null,
  problem: null as OutsideProblem | null,
  failures: 0,
  every,
  /** The source had nobody left the last time: believed the second time. */
  emptied: false,
  /** What was last believed of it; null before the first reading. */
  reading: null as FollowedDays | null,
  held: new Map<string, HeldAppointment>() as ReadonlyMap<string, HeldAppointment>,
  told: new Map<string, Telling['state']>(
    before.flatMap(({ identity, told }) => (told === null ? [] : [[identity, told]])),
  ),
  /** What it had, by the name that it has there: what vanishes is asked for by it. */
  known: before as readonly (KnownEntry & { readonly identity: string })[],
  parts: [] as readonly SourcePart[],
  /** The calendar of each appointment of the office's own that was written since the last reading, by its UID. */
  given: new Map<string, string>(),
  /** Where each of them was moved to since the last reading, by its UID. */
  moved: new Map<string, Instant>(),
  nextRead: 0,
  /** Not before: it asked to be left alone. */
  nextTell: 0,
})
export type FollowState = ReturnType<typeof freshState>

/** What the source has now by name; of a day that was not read whole, what it had before is still asked for. */
export function knownAfter({ known }: FollowState, { appointments, whole }: DayDone): FollowState['known'] {
  const named = appointments.flatMap(({ identity, place, startsAt }) =>
    place === undefined ? [] : [{ identity, place, startsAt }],
  )
  if (whole) return named
  const read = new Set(named.map(({ identity }) => identity))
  return [...named, ...known.filter(({ identity }) => !read.has(identity))]
}

/** What a restart has to know again of such a source. */
export const rememberedOf = ({ known, told }: FollowState): readonly Remembered[] =>
  known.map(({ identity, place, startsAt }) => ({
    identity,
    place,
    startsAt,
    told: told.get(identity) ?? null,
  }))

/** How a source is reached. @param authority one besides the public ones, as PEM */
export const sourceAccess = (
  { settings, secret }: SourceFile,
  authority: string | undefined,
): SourceAccess => ({
  kind: settings.kind,
  url: settings.url,
  user: settings.user ?? undefined,
  secret: secret ?? undefined,
  reach: {
    privateAddresses: settings.privateAddresses,
    // Named at the host's own seat alone (`ofHost`), as every address of a private network is.
    thisMachine: settings.privateAddresses,
    ...(authority === undefined ? {} : { authority }),
  },
})

/** Today and the days after it, from an office's midnight to another. */
export function comingDays(zone: string, now: Instant): AskedDay {
  const date = dateIn(zone, now)
  const day = Temporal.PlainDate.from(date)
  const start = (days: number) => day.add({ days }).toZonedDateTime(zone).epochMilliseconds as Instant
  return { date, zone, from: start(0), to: start(daysFollowed) }
}

/** What the domain is told of the days that were read. @param withdrawn what the source was told cancelled before it was read */
export const followedDays = (
  sourceId: string,
  { from, to }: AskedDay,
  { appointments, whole }: DayDone,
  withdrawn: readonly string[],
): FollowedDays => ({
  sourceId,
  from,
  to,
  whole,
  present: appointments.filter(({ cancelled }) => !cancelled).map(({ identity }) => identity),
  withdrawn: [
    ...withdrawn,
    ...appointments.filter(({ cancelled }) => cancelled).map(({ identity }) => identity),
  ],
  appointments: appointments.flatMap(({ cancelled, read }) =>
    read !== null && 'service' in read && !cancelled ? [read] : [],
  ),
})
