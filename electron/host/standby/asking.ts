import { createWriteStream } from 'node:fs'
import { statfs } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { dirname } from 'node:path'
import { Transform, type Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { Agent, request as httpRequest } from '../../lan/nodeHttp.ts'
import type { Pin } from '../../../shared/contract/network/calls.ts'
import { standbyWords as words } from '../../../shared/messages/standby/standby.fr.ts'
import { openTls } from '../../lan/pin.ts'
import { StartError } from '../core/startError.ts'
import { ownNames } from '../network/addresses.ts'

/** Milliseconds for a connection. */
const connecting = 4000
const largestAnswer = 256 * 1024 * 1024

/** Thrown where the other machine answered, and refuses. */
export class PeerRefused extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** One other machine of the office, at one address. */
export type PeerLine = {
  readonly url: string
  /** @throws PeerRefused, or what the network throws */
  readonly ask: <T>(path: string, body: unknown, schema: z.ZodType<T>, patience: number) => Promise<T>
  /** The whole copy, into a file. @throws StartError where it stops, or is larger than was said or than the disk */
  readonly download: (to: string) => Promise<void>
  readonly close: () => void
}

/** Connections to one address, over TLS with a key that is known before a byte is said. */
class PinnedAgent extends Agent {
  readonly #url: string
  readonly #pins: readonly Pin[]
  constructor(url: string, pins: readonly Pin[]) {
    super({ keepAlive: true, maxSockets: 4 })
    this.#url = url
    this.#pins = pins
  }
  override createConnection(
    _options: unknown,
    give?: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    openTls(this.#url, this.#pins, connecting).then(
      ({ socket }) => give?.(null, socket),
      (error: Error) => give?.(error, undefined as never),
    )
    return undefined
  }
}

/** Whether the token may be sent to this address: this very machine, where it needs no TLS, or a host whose key is known. */
export function mayAsk(url: string, pins: readonly Pin[]): boolean {
  const parsed = URL.parse(url)
  if (parsed?.protocol === 'http:') return ownNames.has(parsed.hostname)
  return parsed?.protocol === 'https:' && pins.length > 0
}

/** Milliseconds that a copy may take to be made before its first byte, and between two. */
export const copyPace = { made: 900_000, silent: 60_000 }

const Refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** @param url an origin, `http://127.0.0.1:8080` or `https://192.168.1.20:8443` */
export function openPeer(
  url: string,
  token: string,
  pins: readonly Pin[],
  copying: typeof copyPace = copyPace,
): PeerLine {
  if (!mayAsk(url, pins)) throw new Error(`no key is known for ${url}`)
  const { protocol, host } = new URL(url)
  const agent =
    protocol === 'https:' ? new PinnedAgent(url, pins) : new Agent({ keepAlive: true, maxSockets: 4 })

  const send = (method: 'GET' | 'POST', path: string, body: string, signal: AbortSignal | undefined) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const sent = httpRequest(
        `http://${host}/following/${path}`,
        {
          method,
          agent,
          headers: {
            authorization: `Bearer ${token}`,
            ...(method === 'POST' && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
            }),
          },
          ...(signal && { signal }),
        },
        resolve,
      )
      sent.on('error', reject)
      sent.end(body)
    })

  const bodyOf = async (response: IncomingMessage): Promise<unknown> => {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > largestAnswer) throw new Error(`${url} says too much`)
      chunks.push(chunk)
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  }
  const refuse = (answer: unknown, status: number | undefined): never => {
    const refused = Refusal.safeParse(answer).data
    if (refused) throw new PeerRefused(refused.error.code, refused.error.message)
    throw new Error(`${url} answered ${status}`)
  }

  return {
    url,
    ask: async (path, body, schema, patience) => {
      const response = await send('POST', path, JSON.stringify(body), AbortSignal.timeout(patience))
      const answer = await bodyOf(response)
      return response.statusCode === 200 ? schema.parse(answer) : refuse(answer, response.statusCode)
    },
    download: async (to) => {
      const stopped = new AbortController()
      const stop = () => stopped.abort(new StartError(words.copyStopped(url)))
      let timer = setTimeout(stop, copying.made)
      const goesOn = () => {
        clearTimeout(timer)
        timer = setTimeout(stop, copying.silent)
      }
      try {
        const response = await send('GET', 'copy', '', stopped.signal)
        if (response.statusCode !== 200) refuse(await bodyOf(response), response.statusCode)
        goesOn()
        const length = Number(response.headers['content-length'])
        if (!Number.isSafeInteger(length)) throw new StartError(words.copyWrong(url))
        const { bavail, bsize } = await statfs(dirname(to))
        if (length > bavail * bsize) throw new StartError(words.copyTooLarge(dirname(to)))
        let received = 0
        const counted = new Transform({
          transform: (chunk: Buffer, _encoding, done) => {
            received += chunk.length
            goesOn()
            done(received > length ? new StartError(words.copyWrong(url)) : null, chunk)
          },
        })
        await pipeline(response, counted, createWriteStream(to, { mode: 0o600, flush: true }), {
          signal: stopped.signal,
        })
        if (received !== length) throw new StartError(words.copyWrong(url))
      } catch (error) {
        throw stopped.signal.aborted ? (stopped.signal.reason as StartError) : error
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => agent.destroy(),
  }
}

/**
 * The first of these addresses that answers.
 * @throws PeerRefused when one refuses, else the last failure
 */
export async function askAny<T>(
  {
    urls,
    pins,
    token,
  }: { readonly urls: readonly string[]; readonly pins: readonly Pin[]; readonly token: string },
  path: string,
  body: unknown,
  schema: z.ZodType<T>,
  patience: number,
): Promise<{ readonly url: string; readonly answer: T }> {
  let failure: unknown = new Error('no address is known')
  for (const url of urls) {
    if (!mayAsk(url, pins)) continue
    const peer = openPeer(url, token, pins)
    try {
      return { url, answer: await peer.ask(path, body, schema, patience) }
    } catch (error) {
      if (error instanceof PeerRefused) throw error
      failure = error
    } finally {
      peer.close()
    }
  }
  throw failure
}
