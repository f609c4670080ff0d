import type { IncomingMessage, ServerResponse } from 'node:http'
import { verificationWords as words } from '../../../shared/messages/documents/verification.fr.ts'
import { startBuckets } from '../core/buckets.ts'
import { refusedAs } from './api.ts'
import { callerOf } from './guard.ts'
import { prose, sendPage } from './plainPage.ts'

/**
 * Readings of the page that verifies a paper, of one address and of all: so many, then one more each so many seconds. It is two
 * megabytes, and whoever was given a paper opens it once; behind an office's own relay, all have one address.
 */
export const verificationPace = {
  each: { burst: 30, seconds: 2 },
  all: { burst: 120, seconds: 0.5 },
} as const
/** Addresses counted one by one at most; beyond, that of who asked the longest ago begins again. */
const mostAddresses = 10_000

/** What answers, in the page's place, whoever opens it too often; true when it did. */
export function startVerificationPace(now?: () => number) {
  const asked = startBuckets(mostAddresses, now)
  const may = (who: string, { burst, seconds }: { readonly burst: number; readonly seconds: number }) =>
    asked.take(who, burst, 1 / seconds) === 0

  return (request: Pick<IncomingMessage, 'socket'>, response: ServerResponse): boolean => {
    const { each, all } = verificationPace
    if (may(`from ${callerOf(request.socket.remoteAddress)}`, each) && may('all', all)) return false
    refusedAs(response, 'tooOften')
    response.setHeader('retry-after', '60')
    sendPage(response, 429, words.title, `<p role="alert">${prose(words.tooMany)}</p>`)
    return true
  }
}
