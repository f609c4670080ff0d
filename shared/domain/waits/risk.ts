import type { Instant, ServiceId } from '../../contract/ids.ts'
import { levelOf, type WaitSaid } from '../../contract/waits/waits.ts'
import { callOrder } from './ahead.ts'
import type { Office } from '../state.ts'
import { saidTo, type Before } from './queueLength.ts'

/**
 * How many at the end of a service's line are less than likely to be received in the seconds left: those whose wait, as it
 * is said to them, does not fit. Where all wait less than that but the counters go before, so does their own limit.
 */
export function riskOf(
  office: Office,
  serviceId: ServiceId,
  said: Omit<WaitSaid, 'level'>,
  before: Before | null,
  left: number,
  now: Instant,
): number {
  const size = office.waiting.get(serviceId)?.size ?? 0
  if (before === null) return size
  if (size === 0 || levelOf(said.sure) !== 'unlikely') return 0
  const order = callOrder(office, serviceId, now)
  const ranks = order.flatMap((ticket, rank) => (ticket.serviceId === serviceId ? [rank] : []))
  const limit = said.p50 > left ? left : said.p50 * 2 * said.sure
  // The wait grows with the rank: the first of them who waits too long is looked for by halves.
  let low = 0
  let high = ranks.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (saidTo(before, said, ranks[middle]! / order.length).p50 < limit) low = middle + 1
    else high = middle
  }
  return ranks.length - low
}
