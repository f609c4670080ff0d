import { apart, type Apart } from '../core/apart.ts'
import { keptApart } from '../core/keptApart.ts'
import { outsideBounds } from './bounds.ts'
import type { OutsideDone, OutsideOrder } from './outside/perform.ts'
import type { ExchangeOrder } from './worker.ts'

/** A turn makes up to four exchanges, one after another: the thread waits so long for the next one, in milliseconds. */
const idle = 2000

/**
 * Does each piece of work with a source apart. Those that follow each other share a thread: starting one takes most of what an
 * exchange takes of a processor. What is asked while another is under way has a thread of its own, and waits for nothing.
 */
export function performing(
  program: URL,
  leaving: AbortSignal,
): (order: OutsideOrder) => Promise<OutsideDone> {
  const { milliseconds, megabytes } = outsideBounds
  const kept = keptApart<ExchangeOrder, OutsideDone>({ program, megabytes, idle, leaving })
  let busy = false

  async function inTurn(order: OutsideOrder): Promise<Apart<OutsideDone>> {
    if (busy) return apart<OutsideDone>({ program, data: order, ...outsideBounds, leaving })
    busy = true
    try {
      const answered = await kept.ask({ exchange: order }, milliseconds)
      return 'done' in answered ? { done: answered.done[0]! } : answered
    } finally {
      busy = false
    }
  }

  return async (order) => {
    const answered = await inTurn(order)
    if ('done' in answered) return answered.done
    return { problem: answered.stopped === 'leaving' ? 'timeout' : 'tooHeavy', retryAfter: null }
  }
}
