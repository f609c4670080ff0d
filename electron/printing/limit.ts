import { printFailure } from './printer.ts'

/** Time as the queue sees it. `after` runs `act` once, later, and gives what forgets it. */
export type QueueClock = {
  readonly now: () => number
  readonly after: (ms: number, act: () => void) => () => void
}

/** A paper that takes longer than this will not come out; a transport that ignores the end is then left behind. */
const longest = 300_000
const grace = 5_000

/** Ends with the print, or a little after the longest time or an abort, whatever the transport does. */
export async function withinLimit<T>(
  clock: QueueClock,
  controller: AbortController,
  print: Promise<T>,
): Promise<T> {
  const forget: (() => void)[] = [clock.after(longest, () => controller.abort())]
  const abandoned = new Promise<never>((_, reject) => {
    const leave = () => forget.push(clock.after(grace, () => reject(printFailure('noAnswer', true))))
    controller.signal.addEventListener('abort', leave, { once: true })
  })
  try {
    return await Promise.race([print, abandoned])
  } finally {
    for (const one of forget) one()
  }
}
