import type { OfficeHost } from '../../shared/contract/network/calls.ts'
import { connect, noAnswer, type Connection } from '../../shared/rpc/connect.ts'
import type { Port } from '../../shared/rpc/port.ts'
import type { Fault } from '../../shared/rpc/protocol.ts'

export type KeeperOptions = {
  readonly open: () => Promise<Port>
  readonly token: string
  /** The office's hosts and their keys, each time that they are told. */
  readonly onHosts: (hosts: readonly OfficeHost[]) => void
  /** Where the system's browser begins a sign-in by the office's provider; null where there is none. */
  readonly onSignIn?: (origin: string | null) => void
  /** Whether a day is open; null while the host does not say it. */
  readonly onDay?: (open: boolean | null) => void
  readonly onRefused: (fault: Fault) => void
}

/** Milliseconds: between two pings, the silence that ends the connection, the first and the longest wait before another. */
const pace = { ping: 5_000, silence: 15_000, first: 500, longest: 10_000 }

/**
 * Keeps one connection of the station's own to the office, whatever its windows do: it learns where the office's hosts
 * are and which keys come next, and that the station is no longer of the office, at once.
 * @returns how to end it
 */
export function keepLearning({
  open,
  token,
  onHosts,
  onSignIn,
  onDay,
  onRefused,
}: KeeperOptions): () => void {
  let ended = false
  let current: Connection | null = null
  let wait = pace.first
  let heard = 0
  let retry: NodeJS.Timeout | undefined

  const again = () => {
    current = null
    if (ended || retry) return
    // Stations that lost their host together don't all come back at one instant.
    retry = setTimeout(
      () => {
        retry = undefined
        void start()
      },
      wait * (0.5 + Math.random()),
    )
    wait = Math.min(wait * 2, pace.longest)
  }

  async function start(): Promise<void> {
    try {
      const answer = await connect(await open(), {
        token,
        onClose: again,
        onRefused,
        onPong: () => {
          heard = performance.now()
        },
      })
      if ('error' in answer) {
        if (answer.error.code !== noAnswer.code) onRefused(answer.error)
        return again()
      }
      if (ended) return answer.connection.close()
      current = answer.connection
      heard = performance.now()
      wait = pace.first
      current.watch('station.me', {}, (result) => {
        if (!('output' in result)) return
        if (result.output.hosts.length > 0) onHosts(result.output.hosts)
        onSignIn?.(result.output.signIn)
        onDay?.(result.output.dayOpen)
      })
    } catch {
      again()
    }
  }

  const pulse = setInterval(() => {
    if (performance.now() - heard > pace.silence) return current?.close()
    current?.ping()
  }, pace.ping)
  void start()

  return () => {
    ended = true
    clearInterval(pulse)
    clearTimeout(retry)
    current?.close()
  }
}
