import { askAny } from './asking.ts'
import { State, type Peer, type StateAsked } from './wire.ts'

export type PeersOptions = {
  /** A standby is notified of a relay by the host that it follows. */
  readonly acts: () => boolean
  readonly peers: () => readonly Peer[]
  readonly token: () => string
  readonly said: () => StateAsked
  /** Called when another machine acts as the host, after a relay that this one did not know of. */
  readonly onHigher: (by: Peer) => void
}

/** Milliseconds: between two looks, and for an answer. */
const pace = { each: 3000, answer: 1500 }

/**
 * Two machines must not act for one office for long: the one that acts asks the others that it knows, at its start and then
 * every few seconds, and tells them of its own relay.
 */
export function watchPeers({ acts, peers, token, said, onHigher }: PeersOptions) {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<boolean> | null = null

  async function look(): Promise<boolean> {
    if (!acts()) return false
    const request = said()
    const found = await Promise.all(
      peers().map(async ({ urls, pins }) => {
        // A host that does not answer is off or removed: it is polled again.
        const state = await askAny(
          { urls, pins, token: token() },
          'state',
          request,
          State,
          pace.answer,
        ).catch(() => undefined)
        return state?.answer
      }),
    )
    const higher = found
      .filter((state) => state?.acts && state.epoch > request.epoch && state.us.hostId !== request.us.hostId)
      .toSorted((one, other) => other!.epoch - one!.epoch)[0]
    if (higher) onHigher(higher.us)
    return higher !== undefined
  }

  return {
    look,
    start: () => {
      timer = setInterval(() => {
        looking ??= look().finally(() => {
          looking = null
        })
      }, pace.each).unref()
    },
    stop: () => clearInterval(timer),
  }
}
