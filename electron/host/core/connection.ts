import { largestMessage } from '../../../shared/contract/define.ts'
import { contractVersion, type CallName } from '../../../shared/contract/index.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import { FromPage, speaksWith, type FromHost, type Hello } from '../../../shared/rpc/protocol.ts'
import type { Port } from '../../../shared/rpc/port.ts'
import { admitted, faultOf, parsedInput } from './admission.ts'
import type { Host } from '../host.ts'
import type { Holder, TokenFault } from './tokens.ts'

/** Views for a reader who doesn't read wait until what was sent before has left. */
const slow = 256 * 1024
/** A reader so far behind is cut: it will come back and see the present. */
const tooFarBehind = 16 * 1024 * 1024
const retry = 50
/** The limits that a door may tighten, and its callback for refusals. */
export type DeskBounds = {
  /** Characters that may wait to leave before the reader is cut. */
  readonly behind?: number
  readonly onRefused?: (code: ErrorCode) => void
}
/** A connection must say who it is within this time, in milliseconds. */
const helloWithin = 5000
const mostWatches = 64

/**
 * One connection's life, whatever carries it: hello, then calls and watches. Nothing that comes in can throw.
 * @param enter who the hello makes of this connection, or why nobody; undefined refuses it
 */
export function serveConnection(
  host: Host,
  port: Port,
  enter: (hello: Hello) => Holder | TokenFault | undefined,
  { behind = tooFarBehind, onRefused }: DeskBounds = {},
): void {
  let holder: Holder | undefined
  let open = true
  const watches = new Map<number, () => void>()
  const late = new Map<number, string>()
  let retrying: NodeJS.Timeout | undefined

  const send = (message: FromHost) => port.send(JSON.stringify(message))
  const silent = setTimeout(() => port.close(), helloWithin)

  const leave = () => {
    open = false
    clearTimeout(silent)
    clearTimeout(retrying)
    for (const stop of watches.values()) stop()
    watches.clear()
    late.clear()
  }

  // The latest view replaces the one that could not leave yet: a slow reader misses moments, never the present.
  const sendView = (id: number, text: string) => {
    if (!open) return
    if (port.buffered() > behind) return port.close()
    if (port.buffered() < slow) {
      // What waited is older than what leaves now: sent after it, it would be the last seen.
      late.delete(id)
      return port.send(text)
    }
    late.set(id, text)
    retrying ??= setTimeout(sendLate, retry)
  }
  const sendLate = () => {
    retrying = undefined
    const texts = [...late]
    late.clear()
    for (const [id, text] of texts) sendView(id, text)
  }

  const call = async (who: Holder, message: Extract<FromPage, { t: 'call' }>) => {
    const answer = await answerOf(host, who, message, onRefused)
    if (!open) return
    // Who asks without reading answers would fill the memory with them.
    if (port.buffered() > behind) return port.close()
    port.send(answer)
  }

  const watch = (who: Holder, { id, name, input }: Extract<FromPage, { t: 'watch' }>) => {
    const refuse = (
      code:
        | 'unknownName'
        | 'methodNotAllowed'
        | 'forbiddenRole'
        | 'forbiddenScope'
        | 'badInput'
        | 'tooManyCalls'
        | 'fault',
      details?: readonly string[],
    ) => {
      onRefused?.(code)
      send({ t: 'view', id, seq: host.seq(), error: faultOf(code, details) })
    }
    // A view is computed as it is asked: who begins and ends watches in a row costs what calls cost.
    if (!host.limits.enter(who.stationId)) return refuse('tooManyCalls')
    host.limits.left(who.stationId)
    const admission = admitted(name, 'query', who)
    if ('code' in admission) return refuse(admission.code)
    if (!host.isView(admission.name)) return refuse('methodNotAllowed')
    const parsed = parsedInput(admission.name, input)
    if ('details' in parsed) return refuse('badInput', parsed.details)
    if (watches.has(id) || watches.size >= mostWatches) return refuse('tooManyCalls')
    watches.set(id, () => {})
    try {
      const stop = host.watch(
        who,
        admission.name,
        parsed.input,
        (text, seq) => sendView(id, `{"t":"view","id":${id},"seq":${seq},"output":${text}}`),
        (code) => sendView(id, JSON.stringify({ t: 'view', id, seq: host.seq(), error: faultOf(code) })),
      )
      // Sending may have found the reader gone.
      if (open) watches.set(id, stop)
      else stop()
    } catch {
      watches.delete(id)
      refuse('fault')
    }
  }

  const refuse = (code: ErrorCode) => {
    onRefused?.(code)
    send({ t: 'refused', error: faultOf(code) })
    port.close()
  }

  port.onClose(leave)
  port.onMessage((text) => {
    if (text.length > largestMessage) return refuse('tooLarge')
    const began = performance.now()
    const message = read(text)
    if (holder) host.charge(holder, performance.now() - began)
    if (!message) return refuse('badRequest')
    if (message.t === 'hello' || !holder) {
      const refused =
        message.t !== 'hello'
          ? 'unauthorized'
          : !speaksWith(contractVersion, message.version)
            ? 'contractTooOld'
            : undefined
      const entered = refused || message.t !== 'hello' ? undefined : enter(message)
      if (!entered || typeof entered === 'string') {
        holder = undefined
        return refuse(refused ?? entered ?? 'unauthorized')
      }
      holder = entered
      host.heard(holder, true)
      clearTimeout(silent)
      return send({ t: 'welcome', version: contractVersion, role: holder.role, agentId: holder.agentId })
    }
    host.heard(holder)
    switch (message.t) {
      case 'call':
        return void call(holder, message)
      case 'watch':
        return watch(holder, message)
      case 'unwatch':
        watches.get(message.id)?.()
        watches.delete(message.id)
        return late.delete(message.id)
      case 'ping':
        return send({ t: 'pong', at: host.now() })
      default:
        return message satisfies never
    }
  })
}

/** One call's answer as the text to send: the output is the very text that the host keeps for a repetition. */
async function answerOf(
  host: Host,
  who: Holder,
  { id, name, input, commandId }: Extract<FromPage, { t: 'call' }>,
  onRefused?: (code: ErrorCode) => void,
): Promise<string> {
  const failed = (code: ErrorCode, details?: readonly string[]) =>
    JSON.stringify({ t: 'answer', id, error: faultOf(code, details) } satisfies FromHost)
  const stopped = (code: ErrorCode, details?: readonly string[]) => {
    onRefused?.(code)
    return failed(code, details)
  }
  if (!host.limits.enter(who.stationId)) return stopped('tooManyCalls')
  try {
    const kind = host.isCommand(name) ? 'command' : 'query'
    const admission = admitted(name, kind, who)
    if ('code' in admission) return stopped(admission.code)
    const barred = host.barred(who, admission.name)
    if (barred) return stopped(barred)
    const parsed = parsedInput(admission.name as CallName, input)
    if ('details' in parsed) return stopped('badInput', parsed.details)
    const answer = await host.call(who, admission.name, parsed.input, commandId)
    return 'code' in answer
      ? failed(answer.code, answer.details)
      : `{"t":"answer","id":${id},"output":${answer.text}}`
  } finally {
    host.limits.left(who.stationId)
  }
}

const read = (text: string): FromPage | undefined => {
  try {
    return FromPage.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
