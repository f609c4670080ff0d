import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import type { Log } from '../core/log.ts'

/** What was refused at the network's door: a code, an address, a station where one was known; nothing that was sent. */
export type RefusalLog = {
  readonly refused: (code: DoorRefusal, address: string, stationId?: string) => void
  readonly stop: () => void
}
/** A connection dropped because its address held too many, or too many came at once, has no answer to carry a code. */
export type DoorRefusal = ErrorCode | 'connectionDropped'

/** The same refusal of the same address is one line, then one line a minute with its count. */
const every = 60_000
/** Callers named for each code between two writings: beyond, they are counted together, and hide no other code. */
const mostCallers = 40

/** A bounded journal: a flood of refusals costs one line a minute for each code and address, and a count beyond. */
export function startRefusalLog(log: Pick<Log, 'info'>): RefusalLog {
  type Kind = { readonly facts: Readonly<Record<string, string>>; count: number }
  const kinds = new Map<DoorRefusal, Map<string, Kind>>()
  const beyond = new Map<DoorRefusal, number>()

  const flush = () => {
    for (const callers of kinds.values())
      for (const [key, kind] of callers) {
        if (kind.count > 0) log.info('refused', { ...kind.facts, count: kind.count })
        // No refusal for a whole minute: the next one is logged as a new one.
        else callers.delete(key)
        kind.count = 0
      }
    for (const [code, count] of beyond) log.info('refused', { code, address: 'others', count })
    beyond.clear()
  }
  const timer = setInterval(flush, every)
  timer.unref()

  return {
    refused: (code, address, stationId) => {
      const key = `${address} ${stationId ?? ''}`
      const callers = kinds.get(code) ?? new Map<string, Kind>()
      kinds.set(code, callers)
      const entry = callers.get(key)
      if (entry) return void entry.count++
      if (callers.size >= mostCallers) return void beyond.set(code, (beyond.get(code) ?? 0) + 1)
      const facts = { code, address, ...(stationId === undefined ? {} : { stationId }) }
      callers.set(key, { facts, count: 0 })
      log.info('refused', { ...facts, count: 1 })
    },
    stop: () => {
      clearInterval(timer)
      flush()
    },
  }
}
