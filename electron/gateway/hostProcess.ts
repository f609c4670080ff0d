import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { shell } from '../../shared/messages/shell.fr.ts'
import type { Log } from '../host/core/log.ts'
import type { FromHostProcess, FromMain, FromRelay, ToRelay } from '../host/core/mainMessages.ts'
import type { Problem } from '../windows/failure.ts'
import { failedDelay, restartDelay, startsBeforeSaying, steadyAfter } from './backoff.ts'

export type Ready = Extract<FromHostProcess, { t: 'ready' }>
export type Work = Extract<FromHostProcess, { t: 'render' | 'picture' | 'print' }>

/** Which host is started: read again at each start. */
export type HostAsked = {
  /** The program to run: the built host, or a station's relay. */
  readonly entry: () => string
  /** The first message to each new process; null: none. */
  readonly greeting: () => ToRelay | null
  /** What to tell each new host process. */
  readonly environment: () => Readonly<Record<string, string>>
}

/** Who started a host: which is next, and what is done with what it says. */
export type HostOwner = HostAsked & {
  readonly onReady: (ready: Ready) => void
  readonly onProblem: (problem: Problem) => void
  readonly onWork: (work: Work) => void
  /** What the host asks of the system's keeping of secrets, before it is ready too. */
  readonly onSecret: (asked: Extract<FromHostProcess, { t: 'secret' }>) => Promise<FromMain>
  /** What the host asks of the program's updates; absent where another program replaces it, and nothing is asked. */
  readonly onUpdates?: (asked: Extract<FromHostProcess, { t: 'updates' }>) => FromMain
  /** Whether the office is ready for another version (null), or why it is not. */
  readonly onPrepared: (problem: string | null) => void
  /** What a relay learns of the office. */
  readonly onNews: (news: FromRelay) => void
}

/** The office's host, or the relay to it, kept alive: whatever ends it, another is started, until `stop`. */
export type HostProcess = {
  /** From now on its owner is told what it says, and all that it has said until now. */
  ownedBy(owner: HostOwner): void
  /** Starts the host, or leaves the one that runs; after a problem, tries at once. */
  start(): void
  /** Says something to the host if it is ready: pages whose port is lost ask again. */
  readonly tell: (message: FromMain, ports?: MessagePortMain[]) => boolean
  /** Closes the host cleanly, killed after `patience` milliseconds; nothing is started again. */
  stop(patience?: number): Promise<void>
  /** Closes this host and starts another on what `environment` says now. */
  restart(): Promise<void>
  readonly ready: () => Ready | null
  readonly problem: () => Problem | null
  readonly pid: () => number | undefined
}

/** Milliseconds that the host has to close its office. */
const closeTime = 5_000

/**
 * Supervises one host process at a time.
 * @param first which one is started before it has an owner: a host starts while what owns it is read
 */
export function superviseHost(first: HostAsked, log: Log): HostProcess {
  let asked = first
  let owner: HostOwner | null = null
  const untold: ((owner: HostOwner) => void)[] = []
  let child: UtilityProcess | null = null
  let ready: Ready | null = null
  let problem: Problem | null = null
  /** Falls in a row of hosts that had not worked for long; how many of the last starts never were ready. */
  let failures = 0
  let early = 0
  let readyAt = 0
  let wanted = false
  /** Someone asked to try again while a host that failed was still leaving. */
  let atOnce = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const tellOwner = (what: (owner: HostOwner) => void) => {
    if (owner) what(owner)
    else untold.push(what)
  }

  const say = (next: Problem) => {
    // The same problem is not notified again: the page already shows it.
    const news = problem?.code !== next.code || problem.message !== next.message
    problem = next
    if (news) tellOwner(({ onProblem }) => onProblem(next))
  }

  const again = (delay: number) => {
    clearTimeout(timer)
    if (wanted) timer = setTimeout(launch, delay)
  }

  const hear = (message: FromHostProcess | FromRelay) => {
    switch (message.t) {
      case 'ready':
        ready = message
        problem = null
        early = 0
        readyAt = Date.now()
        log.info('hostReady', { created: message.created, school: message.school })
        return tellOwner(({ onReady }) => onReady(message))
      case 'failed':
        log.info('hostFailed', { code: message.code })
        return say({ code: message.code, message: message.message })
      case 'render':
      case 'picture':
      case 'print':
        return tellOwner(({ onWork }) => onWork(message))
      case 'secret': {
        const asking = child
        return tellOwner(({ onSecret }) => {
          void onSecret(message).then((answer) => {
            // The next host numbers its requests from the start: answers to the former host would match them.
            if (child === asking) asking?.postMessage(answer)
          })
        })
      }
      case 'updates':
        return tellOwner(({ onUpdates }) => {
          if (onUpdates) child?.postMessage(onUpdates(message))
        })
      case 'updatePrepared':
        return tellOwner(({ onPrepared }) => onPrepared(message.problem))
      default:
        return tellOwner(({ onNews }) => onNews(message))
    }
  }

  const launch = () => {
    clearTimeout(timer)
    if (child) return
    atOnce = false
    let explained = false
    const host = utilityProcess.fork(asked.entry(), [], {
      serviceName: 'Guichet',
      stdio: 'inherit',
      env: { ...(process.env as Record<string, string>), ...asked.environment() },
    })
    child = host
    const greeting = asked.greeting()
    if (greeting) host.once('spawn', () => host.postMessage(greeting))
    host.on('message', (message: FromHostProcess | FromRelay) => {
      if (child !== host) return
      explained ||= message.t === 'failed'
      hear(message)
    })
    host.on('exit', (code) => {
      if (child !== host) return
      const worked = ready !== null && Date.now() - readyAt > steadyAfter
      child = null
      ready = null
      log.info('hostExited', { code, said: explained })
      if (!wanted) return
      if (atOnce) return launch()
      if (explained) return again(failedDelay)
      failures = worked ? 1 : failures + 1
      early += 1
      if (early >= startsBeforeSaying) say({ code: `hostExited${code}`, message: shell.problems.hostGone })
      again(restartDelay(failures))
    })
  }

  const close = (patience: number): Promise<void> =>
    new Promise((done) => {
      clearTimeout(timer)
      const host = child
      if (!host) return done()
      const late = setTimeout(() => {
        log.info('hostKilled', { patience })
        host.kill()
        // `kill` asks with SIGTERM; a host that can't even do that is not waited for.
        if (host.pid !== undefined) setTimeout(() => killNow(host.pid), 500)
      }, patience)
      host.once('exit', () => {
        clearTimeout(late)
        done()
      })
      host.postMessage({ t: 'close' } satisfies FromMain)
    })

  return {
    ownedBy(next) {
      asked = next
      owner = next
      for (const what of untold.splice(0)) what(next)
    },
    start() {
      wanted = true
      problem = null
      failures = 0
      early = 0
      atOnce = child !== null && ready === null
      launch()
    },
    tell(message, ports = []) {
      if (!child || !ready) return false
      child.postMessage(message, ports)
      return true
    },
    async stop(patience = closeTime) {
      wanted = false
      await close(patience)
    },
    async restart() {
      wanted = false
      await close(closeTime)
      problem = null
      failures = 0
      early = 0
      wanted = true
      launch()
    },
    ready: () => ready,
    problem: () => problem,
    pid: () => child?.pid,
  }
}

function killNow(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Already gone.
  }
}
