import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import type { Log } from '../log.ts'

/** What was refused at the network's door: a code, an address, a station where one was known; nothing that was sent. */
export type RefusalLog = {
  readonly refused: (code: DoorRefusal, address: string, stationId?: string) => void
  readonly stop: () => void
}
/** A connection dropped because its address held too many, or too many came at once, has no answer to carry a code. */
export type DoorRefusal = ErrorCode | 'connectionDropped'

/** The same refusal of the same address is one line, then one line a minute with its count. */
const every = 60_000
/** Lines remembered between two writings: beyond, they are counted together. */
const mostKinds = 200

/** A bounded journal: a flood of refusals costs one line a minute for each code and address, and a count beyond. */
export function startRefusalLog(log: Pick<Log, 'info'>): RefusalLog {
  const counts = new Map<string, { readonly facts: Readonly<Record<string, string>>; count: number }>()
  let beyond = 0

  const flush = () => {
    for (const [key, kind] of counts) {
      if (kind.count > 0) log.info('refused', { ...kind.facts, count: kind.count })
      // Silent for a whole minute: the next one is new again.
      if (kind.count === 0) counts.delete(key)
      kind.count = 0
    }
    if (beyond > 0) log.info('refused', { code: 'others', count: beyond })
    beyond = 0
  }
  const timer = setInterval(flush, every)
  timer.unref()

  return {
    refused: (code, address, stationId) => {
      const key = `${code} ${address} ${stationId ?? ''}`
      const known = counts.get(key)
      if (known) return void known.count++
      if (counts.size >= mostKinds) return void beyond++
      const facts = { code, address, ...(stationId === undefined ? {} : { stationId }) }
      counts.set(key, { facts, count: 0 })
      log.info('refused', { ...facts, count: 1 })
    },
    stop: () => {
      clearInterval(timer)
      flush()
    },
  }
}
