import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { largestMessage } from '../../../shared/contract/define.ts'
import { callNames, calls, nameOf } from '../../../shared/contract/index.ts'

/** The calls that may be longer than the others, and how long, in bytes. */
export const longer = callNames.flatMap((name) => {
  const call = calls[name]
  return call.kind === 'command' && call.largest !== undefined
    ? [{ name, roles: call.roles, largest: call.largest }]
    : []
})
/** The longest of all, in bytes. */
export const largestOfAll = Math.max(largestMessage, ...longer.map(({ largest }) => largest))
/** How long a call of this name may be, in bytes. */
export const largestOf = (name: string): number => {
  const known = nameOf(name)
  return longer.find((one) => one.name === known)?.largest ?? largestMessage
}
/** What comes beyond is read and thrown away up to this, so that the answer is seen; a longer flood is cut. */
const largestDrain = 64 * 1024 * 1024

/**
 * The body as text; `tooLarge` once all of it has gone by; `notText` when it isn't UTF-8, which would be kept
 * otherwise than it was sent; undefined when the connection ended before it.
 */
export async function readBody(
  request: IncomingMessage,
  largest: number,
): Promise<{ readonly text: string } | 'tooLarge' | 'notText' | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length <= largest) chunks.push(chunk)
      if (length > largestDrain) return request.destroy() && undefined
    }
  } catch {
    // The other end left in the middle: there is nobody to answer.
    return undefined
  }
  if (length > largest) return 'tooLarge'
  const bytes = Buffer.concat(chunks)
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : 'notText'
}
