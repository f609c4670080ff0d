import { askAny } from './asking.ts'
import { State, type Peer, type StateAsked } from './wire.ts'

export type PeersOptions = {
  /** A machine that follows hears of a relay from the one that it follows. */
  readonly acts: () => boolean
  readonly peers: () => readonly Peer[]
  readonly token: () => string
  readonly said: () => StateAsked
  /** Another machine acts, after a relay that this one did not know of. */
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
    const asked = said()
    const found = await Promise.all(
      peers().map(async ({ urls, pins }) => {
        // One that does not answer is away, or is no more: it is asked again.
        const state = await askAny({ urls, pins, token: token() }, 'state', asked, State, pace.answer).catch(
          () => undefined,
        )
        return state?.answer
      }),
    )
    const higher = found
      .filter((state) => state?.acts && state.epoch > asked.epoch && state.us.hostId !== asked.us.hostId)
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
