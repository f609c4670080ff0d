import { connect, type Socket } from 'node:net'
import { readAddress } from '../../shared/contract/network/hostAddresses.ts'
import { confirmRequest, escposSaid, isConfirmation, isStatus, statusRequests } from './escposStatus.ts'
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
  /** For one that spoke and did not confirm to say how it is: silent longer, it has stalled. */
  readonly silent: number
}

const usual: TcpPatience = {
  connect: 5_000,
  status: 300,
  stall: 15_000,
  confirm: 15_000,
  mute: 500,
  silent: 5_000,
}

/**
 * ESC/POS over TCP. What the printer answers to the status requests is believed, early or late; one that confirmed the
 * paper and is then silent, or hangs up, printed it. A printer that never answers is taken at its word that it printed,
 * unless it closes the connection in the middle.
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
        const trouble = escposSaid(await line.ask(wait.status))?.problem
        if (trouble) throw printFailure(trouble, false)
        await line.send(bytes, wait.stall)
        // Once it has confirmed, only a trouble that it names itself makes it doubtful that the paper is whole.
        const after = (await line.confirm(wait))
          ? escposSaid(await line.ask(wait.status).catch(() => new Uint8Array()))
          : line.spoke()
            ? await saidAfter(line, wait.silent)
            : undefined
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
        return escposSaid(await line.ask(wait.status))
      } finally {
        line.destroy()
      }
    },
  }
}

/** A printer that spoke and is now silent has stalled: it answers DLE EOT even while it prints. */
async function saidAfter(line: Line, ms: number): Promise<PrinterSaid | undefined> {
  const answer = await line.ask(ms)
  return answer.length === 0 ? { problem: 'noAnswer', nearEnd: false } : escposSaid(answer)
}

type Line = {
  /** Asks how it is: the three bytes of `escposSaid`, fewer when they did not all come within `ms`, else what it said. */
  readonly ask: (ms: number) => Promise<Uint8Array>
  /** Whether it said within that time that what was sent is printed. */
  readonly confirm: (patience: Pick<TcpPatience, 'confirm' | 'mute'>) => Promise<boolean>
  /** It said something, be it late. */
  readonly spoke: () => boolean
  readonly send: (bytes: Uint8Array, stall: number) => Promise<void>
  readonly finish: (ms: number) => Promise<void>
  readonly destroy: () => void
}

/** Milliseconds that a timer may be late on a thread that hears what comes. */
const heard = 10

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

  /**
   * Waits until `done` or the line breaks; true when `done`, false when the time has passed. What this thread spent elsewhere
   * is no silence of the printer: a timer fires before what came meanwhile is read, so that time is waited again, up to `ms` in all.
   */
  const until = (done: () => boolean, ms: number): Promise<boolean> =>
    new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout>
      let more = ms
      const waitFor = (left: number) => {
        const due = performance.now() + left
        timer = setTimeout(() => {
          const late = performance.now() - due
          const again = Math.min(late, more)
          more -= again
          if (late > heard && again > 0) waitFor(again)
          else settle(() => resolve(false))
        }, left)
      }
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
      waitFor(ms)
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
  const statuses = () => received.filter(isStatus)
  /** Answers that were asked for: those of an earlier request may still come. */
  let asked = 0
  return {
    async ask(ms) {
      const already = received.length
      asked += 3
      socket.write(statusRequests)
      await until(() => statuses().length >= asked, ms)
      const said = received.slice(already)
      const states = said.filter(isStatus)
      return Uint8Array.from(states.length > 0 ? states.slice(-3) : said)
    },
    async confirm({ confirm, mute }) {
      const already = received.length
      const confirmed = () => received.slice(already).some(isConfirmation)
      // Answered in its turn, once what precedes is printed; the status requests are answered at once.
      socket.write(confirmRequest)
      if (received.length === 0) await until(() => received.length > 0, mute)
      return received.length > 0 && until(confirmed, confirm)
    },
    spoke: () => received.length > 0,
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
