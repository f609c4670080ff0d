import type { Instant } from '../../contract/ids.ts'
import type { WaitSaid } from '../../contract/waits/waits.ts'
import type { KioskTexts } from './fr/kiosk.ts'
import { waitMinutes } from '../waits/roughTime.ts'

/** What the public is told of a service's wait, in the words of one place: the kiosk, the room. */
export type WaitWords = Pick<
  KioskTexts,
  | 'serviceClosed'
  | 'noCounterShort'
  | 'noCounterBefore'
  | 'unlikelyShort'
  | 'waitShort'
  | 'nobodyWaits'
  | 'peopleWait'
  | 'noTicketLeft'
  | 'ticketsLeft'
>

/** A service's line as it is now. */
export type Line = {
  readonly closed: object | null
  readonly openCounters: number
  readonly backAt: Instant | null
  readonly wait: WaitSaid | null
  readonly waiting: number
  /** Tickets of the day that are left, where a local rule limits them. */
  readonly ticketsLeft: number | null
}

/** A wait in words; `doubt`: nobody is sure to be received. */
export type SaidWait = {
  readonly doubt: 'closed' | 'noCounter' | 'unlikely' | null
  readonly text: string
}

/**
 * The one choice of what is said of a wait, so that the kiosk, the room and a telephone say the same of the same line: why
 * nobody is received, else that one may not be received today, else the wait, else who waits.
 * @param hour an instant as the place writes it
 */
export function saidWait(
  words: WaitWords,
  { closed, openCounters, backAt, wait, waiting, ticketsLeft }: Line,
  hour: (at: Instant) => string,
): SaidWait {
  if (ticketsLeft === 0) return { doubt: 'closed', text: words.noTicketLeft }
  if (closed !== null) return { doubt: 'closed', text: words.serviceClosed }
  if (openCounters === 0)
    return {
      doubt: 'noCounter',
      text: backAt === null ? words.noCounterShort : words.noCounterBefore(hour(backAt)),
    }
  if (wait?.level === 'unlikely') return { doubt: 'unlikely', text: words.unlikelyShort }
  if (wait !== null) return { doubt: null, text: words.waitShort(...waitMinutes(wait)) }
  return { doubt: null, text: waiting === 0 ? words.nobodyWaits : words.peopleWait(waiting) }
}

/** What is left of the day's tickets, where they are counted and the service still gives some; null elsewhere. */
export const saidLeft = (
  words: Pick<WaitWords, 'ticketsLeft'>,
  { closed, ticketsLeft }: Pick<Line, 'closed' | 'ticketsLeft'>,
): string | null =>
  ticketsLeft === null || ticketsLeft === 0 || closed !== null ? null : words.ticketsLeft(ticketsLeft)
