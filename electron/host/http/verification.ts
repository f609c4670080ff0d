import type { IncomingMessage, ServerResponse } from 'node:http'
import { verificationWords as words } from '../../../shared/messages/documents/verification.fr.ts'
import { startBuckets } from '../core/buckets.ts'
import { refusedAs } from './api.ts'
import { callerOf } from './guard.ts'
import { prose, sendPage } from './plainPage.ts'

/**
 * Readings of what is large and open to anyone, the page that verifies a paper and the description of the interface, of one
 * address and of all: so many, then one more each so many seconds. Each is two megabytes, that a reader who reads nothing leaves
 * in memory; whoever was given a paper opens its page once; behind an office's own relay, all have one address.
 */
export const verificationPace = {
  each: { burst: 30, seconds: 2 },
  all: { burst: 120, seconds: 0.5 },
} as const
/** Addresses counted one by one at most; beyond, that of who asked the longest ago begins again. */
const mostAddresses = 10_000

/** Whether whoever asks may have one more of what is large. */
export function startLargePace(now?: () => number) {
  const asked = startBuckets(mostAddresses, now)
  const may = (who: string, { burst, seconds }: { readonly burst: number; readonly seconds: number }) =>
    asked.take(who, burst, 1 / seconds) === 0

  return (request: Pick<IncomingMessage, 'socket'>): boolean => {
    const { each, all } = verificationPace
    return may(`from ${callerOf(request.socket.remoteAddress)}`, each) && may('all', all)
  }
}

/** What whoever opens the verification page too often reads in its place. */
export function sendTooMany(response: ServerResponse): void {
  refusedAs(response, 'tooOften')
  response.setHeader('retry-after', '60')
  sendPage(response, 429, words.title, `<p role="alert">${prose(words.tooMany)}</p>`)
}
