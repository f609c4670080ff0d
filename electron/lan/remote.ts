import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { request as httpRequest } from './nodeHttp.ts'
import { contractVersion } from '../../shared/contract/index.ts'
import {
  PairBegun,
  PairDone,
  type PairBegin,
  type PairFinish,
} from '../../shared/contract/network/pairing.ts'
import type { OfficeHost, Pin } from '../../shared/contract/network/calls.ts'
import { pairingFaults } from '../../shared/messages/network/pairing.fr.ts'
import type { Port } from '../../shared/rpc/port.ts'
import { Fault } from '../../shared/rpc/protocol.ts'
import { begin, keyOf, proofsOf, sameBytes } from './cpace.ts'
import { addressFrom, openTls, OtherKeyError } from './pin.ts'

// What a station's program does on its side of the network: it pairs once, then connects to whichever host of the
// office answers. It trusts the keys that it was given, and no authority.

export { OtherKeyError } from './pin.ts'

/** Milliseconds that a host may take to answer, connection included. */
const usualPatience = 8000
/** A host's answer to a pairing is a few lines. */
const largestAnswer = 64 * 1024

/**
 * Pairs this station with the office that shows this code.
 * @param asked the host's address and the eight digits, as typed
 * @returns what the station keeps, its token and the keys to trust among it; or why not, in a sentence
 */
export async function pair(
  asked: { readonly address: string; readonly code: string },
  patience = usualPatience,
): Promise<{ readonly paired: PairDone } | { readonly error: Fault }> {
  const address = addressFrom(asked.address)
  if (address === null) return { error: pairingFaults.badAddress }
  const code = asked.code.replace(/\D/g, '')
  if (code.length !== 8) return { error: pairingFaults.codeWrong }
  try {
    return await exchange(address, code, patience)
  } catch (error) {
    return { error: error instanceof OtherKeyError ? pairingFaults.otherKey : pairingFaults.noAnswer }
  }
}

async function exchange(
  address: string,
  code: string,
  patience: number,
): Promise<{ readonly paired: PairDone } | { readonly error: Fault }> {
  const number = randomBytes(32)
  const first = await openTls(address, null, patience)
  const shared = { code, exchange: number, channel: Buffer.from(first.pin) }
  const part = begin(shared)
  const hello: PairBegin = {
    version: contractVersion,
    exchange: number.toString('base64url'),
    share: Buffer.from(part.share).toString('base64url'),
  }
  const begun = await post(address, first.socket, '/pair/begin', hello, PairBegun, patience)
  if ('error' in begun) return begun
  const theirs = Buffer.from(begun.answer.share, 'base64url')
  const key = keyOf(shared, part, theirs, 'initiator')
  const proofs = key && proofsOf(shared, key, part, theirs, 'initiator')
  // Another code, or another key than the one that this station sees: it sends nothing more to that host.
  if (!proofs || !sameBytes(Buffer.from(begun.answer.proof, 'base64url'), proofs.theirs))
    return { error: pairingFaults.codeWrong }
  const second = await openTls(address, [first.pin], patience)
  const finish: PairFinish = { exchange: hello.exchange, proof: proofs.ours.toString('base64url') }
  const done = await post(address, second.socket, '/pair/finish', finish, PairDone, patience)
  return 'error' in done ? done : { paired: done.answer }
}

const Refused = z.object({ error: Fault })

/** One request over a connection of its own, which ends with it. */
async function post<T>(
  address: string,
  socket: Awaited<ReturnType<typeof openTls>>['socket'],
  path: string,
  body: unknown,
  schema: z.ZodType<T>,
  patience: number,
): Promise<{ readonly answer: T } | { readonly error: Fault }> {
  const text = await new Promise<string>((resolve, reject) => {
    const sent = httpRequest(
      `http://${new URL(address).host}${path}`,
      {
        method: 'POST',
        createConnection: () => socket,
        headers: { 'content-type': 'application/json', connection: 'close' },
        signal: AbortSignal.timeout(patience),
      },
      (response) => {
        textOf(response).then(resolve, reject)
      },
    )
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  }).finally(() => socket.destroy())
  const message = parsed(text)
  const refused = Refused.safeParse(message)
  if (refused.success) return { error: refused.data.error }
  const answer = schema.safeParse(message)
  return answer.success ? { answer: answer.data } : { error: pairingFaults.notAnOffice }
}

/** What a host answered. @throws when it is longer than an answer */
function textOf(response: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = ''
    response.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk
      if (body.length > largestAnswer) response.destroy(new Error('an answer too long'))
    })
    response.on('end', () => resolve(body))
    response.on('error', reject)
    response.on('close', () => reject(new Error('the answer was cut')))
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where a station looks for its office: hosts and keys as `station.me` tells them, and its own token. */
export type Remote = {
  readonly hosts: readonly Pick<OfficeHost, 'addresses' | 'pins'>[]
  readonly token: string
  /** The address that answered last, tried before the others. */
  readonly first?: string | undefined
  readonly patience?: number
}

/**
 * Opens a connection to the first host of the office that answers with a key of its own. The token opens the door
 * before the first message, so that a stranger holds nothing there; `hello` is the caller's to say. A host that refuses
 * the station says so as the connection's first message, `refused`, like any refusal.
 * @returns the port, and the address that answered
 * @throws OtherKeyError when all that answered had another key, else the last error
 */
export async function connectTo({
  hosts,
  token,
  first,
  patience = usualPatience,
}: Remote): Promise<{ readonly port: Port; readonly address: string }> {
  const targets = hosts.flatMap(({ addresses, pins }) => addresses.map((address) => ({ address, pins })))
  const ordered = [...targets].sort((a, b) => Number(b.address === first) - Number(a.address === first))
  let failure: unknown = new Error('no host is known')
  for (const { address, pins } of ordered) {
    try {
      return { port: await openPort(address, pins, token, patience), address }
    } catch (error) {
      if (!(failure instanceof OtherKeyError)) failure = error
    }
  }
  throw failure
}

async function openPort(
  address: string,
  pins: readonly Pin[],
  token: string,
  patience: number,
): Promise<Port> {
  const { socket } = await openTls(address, pins, patience)
  const url = new URL(address)
  // The connection is TLS already: `ws:` only tells the library not to make another.
  const web = new WebSocket(`ws://${url.host}/ws`, {
    createConnection: () => socket,
    headers: { authorization: `Bearer ${token}` },
    perMessageDeflate: false,
    maxPayload: 64 * 1024 * 1024,
    handshakeTimeout: patience,
    followRedirects: false,
  })
  return new Promise<Port>((resolve, reject) => {
    web.once('open', () => resolve(portOver(web)))
    web.once('error', reject)
    web.once('unexpected-response', (_request, response) => {
      textOf(response)
        .then((body) => {
          const refused = Refused.safeParse(parsed(body))
          // A machine that follows sends nobody away: the one that acts is at another address.
          if (refused.success && refused.data.error.code !== 'following')
            resolve(refusedPort(refused.data.error))
          else reject(new Error(`${address} answered ${response.statusCode}`))
        }, reject)
        .finally(() => socket.destroy())
    })
  })
}

/** A connection that says why it is refused, and ends. */
function refusedPort(error: Fault): Port {
  return {
    send: () => {},
    onMessage: (listener) => setImmediate(() => listener(JSON.stringify({ t: 'refused', error }))),
    onClose: (listener) => setTimeout(listener, 50),
    close: () => {},
    buffered: () => 0,
  }
}

function portOver(web: WebSocket): Port {
  web.on('error', () => web.terminate())
  return {
    send: (text) => {
      if (web.readyState === WebSocket.OPEN) web.send(text)
    },
    onMessage: (listener) =>
      web.on('message', (data: Buffer, binary: boolean) => {
        if (!binary) listener(data.toString('utf8'))
      }),
    onClose: (listener) => web.on('close', () => listener()),
    close: () => {
      web.close()
      // A dead network never answers the closing: it is cut after a second.
      setTimeout(() => web.terminate(), 1000).unref()
    },
    buffered: () => web.bufferedAmount,
  }
}
