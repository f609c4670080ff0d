/** What is not used soon after its last piece is forgotten, in milliseconds. */
const forgottenAfter = 600_000
/** How many stations may be sending at a time: more would be held in memory for nobody. */
const mostSending = 4

type Sending = { readonly pieces: string[]; size: number; timer: NodeJS.Timeout }

export type SendingBounds = {
  /** How much a piece counts, and how much one thing may count whole. */
  readonly sizeOf: (piece: string) => number
  readonly most: number
}

/** What stations send in pieces. */
export type Sendings = {
  /**
   * Holds the next piece of what this station sends; the first one begins again. Sent again after a cut, one is there already.
   * @returns `incomplete` when it is not the next one, `tooBig` when all of it is forgotten for its size
   */
  readonly add: (station: string, index: number, piece: string) => 'held' | 'incomplete' | 'tooBig'
  /** What this station has sent so far. */
  readonly of: (station: string) => Pick<Sending, 'pieces' | 'size'> | undefined
  readonly forget: (station: string) => void
}

/**
 * Holds what is larger than a message, as it comes in pieces: one thing at a time for each station, in memory, for a time.
 * What is cut on its way leaves nothing.
 */
export function startSendings({ sizeOf, most }: SendingBounds): Sendings {
  const sendings = new Map<string, Sending>()

  const forget = (station: string) => {
    clearTimeout(sendings.get(station)?.timer)
    sendings.delete(station)
  }

  const begun = (station: string): Sending => {
    forget(station)
    const [oldest] = sendings.keys()
    if (sendings.size >= mostSending && oldest !== undefined) forget(oldest)
    const sending = { pieces: [], size: 0, timer: setTimeout(() => forget(station), forgottenAfter).unref() }
    sendings.set(station, sending)
    return sending
  }

  return {
    add: (station, index, piece) => {
      const sending = index === 0 ? begun(station) : sendings.get(station)
      if (sending && index > 0 && index === sending.pieces.length - 1 && sending.pieces[index] === piece)
        return 'held'
      if (!sending || index !== sending.pieces.length) return 'incomplete'
      sending.size += sizeOf(piece)
      if (sending.size > most) {
        forget(station)
        return 'tooBig'
      }
      sending.pieces.push(piece)
      sending.timer.refresh()
      return 'held'
    },
    of: (station) => sendings.get(station),
    forget,
  }
}
