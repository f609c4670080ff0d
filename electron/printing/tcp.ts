import { connect, type Socket } from 'node:net'
import { readAddress } from '../../shared/contract/network/hostAddresses.ts'
import { escposSaid, statusRequests } from './escposStatus.ts'
import { printFailure, type PrinterPort, type PrinterSaid } from './printer.ts'
import type { RawPaper } from './raw.ts'

/** How long each thing may take, in milliseconds. */
export type TcpPatience = {
  readonly connect: number
  /** For the printer to say its state before anything is sent: most answer in a few ms, some never. */
  readonly status: number
  /** Without a byte going out. */
  readonly stall: number
  /** After the last byte, for a printer that speaks to confirm, and for a mute one to close on us. */
  readonly confirm: number
  readonly mute: number
}

const usual: TcpPatience = { connect: 5_000, status: 300, stall: 15_000, confirm: 15_000, mute: 500 }

/**
 * ESC/POS over TCP. What the printer answers to the status requests is believed; a printer that never answers
 * is taken at its word that it printed, unless it closes the connection in the middle.
 * @param address see `readAddress`
 */
export function tcpPrinter(
  address: string,
  paper: RawPaper,
  patience: Partial<TcpPatience> = {},
): PrinterPort {
  const place = readAddress(address)
  const wait = { ...usual, ...patience }
  return {
    async print(request, signal) {
      if (!place) throw printFailure('badAddress', false)
      const bytes = await paper(request, signal)
      const line = await openLine(place, wait.connect, signal)
      try {
        const before = await line.ask(statusRequests, 3, wait.status)
        const trouble = escposSaid(before)?.problem
        if (trouble) throw printFailure(trouble, false)
        await line.send(bytes, wait.stall)
        // GS r 1 is answered in its turn, once what precedes is printed; DLE EOT at once.
        await line.ask(confirmRequest, 1, before.length > 0 ? wait.confirm : wait.mute)
        const after = before.length > 0 ? await saidAfter(line, wait.status) : undefined
        if (after?.problem) throw printFailure(after.problem, true)
        await line.finish(wait.mute)
        return after
      } finally {
        line.destroy()
      }
    },
    async ask(signal) {
      if (!place) throw printFailure('badAddress', false)
      const line = await openLine(place, wait.connect, signal)
      try {
        return escposSaid(await line.ask(statusRequests, 3, wait.status))
      } finally {
        line.destroy()
      }
    },
  }
}

/** A printer that spoke and is now silent has stalled: it answers DLE EOT even while it prints. */
async function saidAfter(line: Line, ms: number): Promise<PrinterSaid | undefined> {
  const answer = await line.ask(statusRequests, 3, ms)
  return answer.length === 0 ? { problem: 'noAnswer', nearEnd: false } : escposSaid(answer)
}

const confirmRequest = Uint8Array.of(0x1d, 0x72, 1)

type Line = {
  /** Sends a request and gives what came back within `ms`: at most `count` bytes, perhaps none. */
  readonly ask: (request: Uint8Array, count: number, ms: number) => Promise<Uint8Array>
  readonly send: (bytes: Uint8Array, stall: number) => Promise<void>
  readonly finish: (ms: number) => Promise<void>
  readonly destroy: () => void
}

async function openLine(
  { host, port }: { readonly host: string; readonly port: number },
  connectMs: number,
  signal: AbortSignal,
): Promise<Line> {
  const socket = connect({ host, port, noDelay: true })
  const received: number[] = []
  let begun = false
  let broken: Error | undefined
  // One place learns that the line is broken, and tells whoever is waiting at that time.
  let wake = (): void => {}
  const breakLine = (problem: Parameters<typeof printFailure>[0], cause?: unknown) => {
    broken ??= printFailure(problem, begun, cause)
    wake()
  }
  socket.on('data', (data) => {
    received.push(...data)
    wake()
  })
  socket.on('error', (cause) => breakLine(begun ? 'cut' : 'unreachable', cause))
  socket.on('end', () => breakLine(begun ? 'cut' : 'unreachable'))
  socket.on('close', () => breakLine(begun ? 'cut' : 'unreachable'))
  const abort = () => breakLine('noAnswer', signal.reason)
  signal.addEventListener('abort', abort, { once: true })

  /** Waits until `done` or the line breaks; true when `done`, false when the time has passed. */
  const until = (done: () => boolean, ms: number): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(() => resolve(false)), ms)
      const settle = (answer: () => void) => {
        clearTimeout(timer)
        wake = () => {}
        answer()
      }
      wake = () => {
        const failure: Error | undefined = broken
        if (done()) settle(() => resolve(true))
        else if (failure) settle(() => reject(failure))
      }
      if (signal.aborted) abort()
      wake()
    })

  let connected = false
  socket.once('connect', () => {
    connected = true
    wake()
  })
  const close = () => {
    signal.removeEventListener('abort', abort)
    socket.destroy()
  }
  try {
    if (!(await until(() => connected, connectMs))) throw printFailure('unreachable', false)
  } catch (error) {
    close()
    throw error
  }
  return {
    async ask(request, count, ms) {
      received.length = 0
      socket.write(request)
      await until(() => received.length >= count, ms)
      return Uint8Array.from(received.slice(0, count))
    },
    async send(bytes, stall) {
      begun = true
      for (let at = 0; at < bytes.length; at += chunk) {
        await sendChunk(
          socket,
          bytes.subarray(at, at + chunk),
          (done) => until(done, stall),
          () => wake(),
        )
      }
    },
    async finish(ms) {
      let gone = false
      socket.once('close', () => {
        gone = true
        wake()
      })
      // From here the printer may close: everything was taken.
      socket.end()
      await until(() => gone, ms).catch(() => false)
    },
    destroy: close,
  }
}

/** Small enough that a printer out of breath is noticed before much is in the pipe. */
const chunk = 2048

async function sendChunk(
  socket: Socket,
  bytes: Uint8Array,
  until: (done: () => boolean) => Promise<boolean>,
  wake: () => void,
): Promise<void> {
  let taken = false
  socket.write(bytes, (error) => {
    taken = !error
    wake()
  })
  if (!(await until(() => taken))) throw printFailure('noAnswer', true)
}
