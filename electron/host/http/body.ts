import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { largestMessage } from '../../../shared/contract/define.ts'
import { calls, nameOf } from '../../../shared/contract/index.ts'

/** How long a message may be, in bytes, and by which call what is longer comes, where there is one. */
export const longest = (name: string): readonly string[] => {
  const known = nameOf(name)
  const call = known === undefined ? undefined : calls[known]
  const inParts = call?.kind === 'command' ? call.inParts : undefined
  return [String(largestMessage), ...(inParts === undefined ? [] : [inParts])]
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
    // Who asked left before the end of the body: there is nobody to answer.
    return undefined
  }
  if (length > largest) return 'tooLarge'
  const bytes = Buffer.concat(chunks)
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : 'notText'
}
