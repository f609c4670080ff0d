import { isSpanSaid } from '../../shared/contract/waits/waits.ts'
import type { Motive } from '../../shared/contract/queue/room.ts'
import { waitMinutes } from '../../shared/messages/waits/roughTime.ts'

export type { Motive }

/** Titles to collect, then « Autre démarche », for who found nothing else: they come last, whatever service has them. */
const place = ({ procedureId }: Motive): number => Number(procedureId === 'autre')

/** The motives in the order of the buttons. */
export const inOrder = (motives: readonly Motive[]): readonly Motive[] =>
  motives.toSorted((a, b) => place(a) - place(b))

/** What a motive is known by: two of one service differ by their procedure or their purpose. */
export const motiveKey = ({ serviceId, procedureId, purpose }: Motive): string =>
  `${serviceId} ${procedureId ?? ''} ${purpose}`

/** The motive as it is now: people, counters and closings change while it is read. */
export const present = (motives: readonly Motive[], chosen: Motive): Motive =>
  motives.find((motive) => motiveKey(motive) === motiveKey(chosen)) ?? chosen

/** The two ends of the wait in minutes, where one can be said: not of a line that nobody serves, nor beyond the closing. */
export const minutesOf = ({ wait, openCounters }: Motive): readonly [number, number] | null =>
  wait === null || openCounters === 0 || !isSpanSaid(wait.level) ? null : waitMinutes(wait)

/** Why no ticket, or no sure one, can be given: what is said then, and what the certificate will say. */
export type Doubt = 'serviceClosed' | 'byAppointment' | 'nobodyServes' | 'noTimeLeft' | null

/** The strongest reason not to be sure of being received; null where nothing says so. */
export function doubtOf({ closed, access, purpose, openCounters, wait }: Motive): Doubt {
  if (closed !== null) return 'serviceClosed'
  if (!access.includes('walkIn') && !(purpose === 'collection' && access.includes('collection')))
    return 'byAppointment'
  if (openCounters === 0) return 'nobodyServes'
  return wait !== null && wait.level !== 'sure' ? 'noTimeLeft' : null
}
