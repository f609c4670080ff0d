import type { CalendarRead } from '../../contract/appointments/calendarRead.ts'
import type { AppointmentId } from '../../contract/ids.ts'
import { plain } from './plain.ts'

// The ids that a whole file has, of which an act decides on some lines alone.

/** Every UID that the parts of a file have, taken or cancelled. */
export const uidsIn = (
  parts: readonly Pick<CalendarRead, 'appointments' | 'cancelled'>[],
): ReadonlySet<string> =>
  new Set(
    parts.flatMap(({ appointments, cancelled }) =>
      [...appointments, ...cancelled].flatMap(({ uid }) => uid ?? []),
    ),
  )

/**
 * Whether a file has no UID that the office knew before it. An import that was cut goes on: the office knows all those of the
 * parts that it did, which come first.
 */
export function isRenewed(
  parts: readonly Pick<CalendarRead, 'appointments' | 'cancelled'>[],
  known: ReadonlyMap<string, readonly AppointmentId[]>,
): boolean {
  const isKnown = (uid: string) => known.has(`uid ${uid}`)
  const uids = parts.map((part) => [...uidsIn([part])])
  const left = uids.findIndex((those) => !those.every(isKnown))
  return left === -1 || !uids.slice(left).flat().some(isKnown)
}

/** Every code that the parts of a file have, in plain letters. */
export const codesIn = (
  parts: readonly Pick<CalendarRead, 'appointments' | 'cancelled'>[],
): ReadonlySet<string> =>
  new Set(
    parts.flatMap(({ appointments, cancelled }) =>
      [...appointments, ...cancelled].flatMap(({ code }) => (code === null ? [] : plain(code))),
    ),
  )
