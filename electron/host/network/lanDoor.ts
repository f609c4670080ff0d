import type { DoorProblem, NetworkSettings } from '../../../shared/contract/network/calls.ts'
import type { Log } from '../core/log.ts'
import { addressesOf, inUrl, machineNames } from './addresses.ts'
import type { Credentials } from './certificate.ts'
import type { Keys } from './keys.ts'

/** HTTPS on one address, as the host's door opens it. */
export type OpenedLan = {
  readonly port: number
  /** Another certificate from the next connection on; those open stay. */
  readonly renew: (credentials: Credentials) => void
  readonly close: () => Promise<void>
}
export type Opener = (
  address: string,
  port: number,
  credentials: Credentials,
  /** Every name that a request may call this host by. */
  names: () => readonly string[],
) => Promise<OpenedLan>

export type LanDoor = {
  readonly attach: (opener: Opener) => void
  /** Opens or closes, one after another; looks again at the machine's addresses. Never rejects for what `problem` says. */
  readonly sync: (open: boolean) => Promise<void>
  /** Where it answers, as origins. */
  readonly addresses: () => readonly string[]
  readonly listening: () => { readonly port: number; readonly addresses: readonly string[] } | null
  /** Addresses and names that the certificate should have. */
  readonly names: () => readonly string[]
  readonly problem: () => DoorProblem | null
  /** Serves the certificate of `keys` as it is now. */
  readonly renewed: () => void
}

export type LanDoorOptions = {
  readonly settings: () => NetworkSettings
  /** A port that was free is kept: the stations know it. */
  readonly keepPort: (port: number) => void
  readonly keys: Keys
  readonly log: Log
  readonly onChange: () => void
}

/** The host's door on the network: on the addresses of the chosen interface, as long as it has something to answer. */
export function startLanDoor({ settings, keepPort, keys, log, onChange }: LanDoorOptions): LanDoor {
  let opener: Opener | null = null
  let open = new Map<string, OpenedLan>()
  let problem: DoorProblem | null = null
  let turn: Promise<void> = Promise.resolve()

  const names = () => [...open.keys(), ...settings().names, ...machineNames()]

  const closeAll = async (which: readonly string[]) => {
    const closing = which.map(async (address) => open.get(address)?.close())
    open = new Map([...open].filter(([address]) => !which.includes(address)))
    await Promise.all(closing)
  }

  async function settle(wanted: boolean): Promise<void> {
    const { on } = settings()
    if (!wanted || on === null || !opener) {
      problem = null
      return closeAll([...open.keys()])
    }
    const addresses = addressesOf(on)
    await closeAll([...open.keys()].filter((address) => !addresses.includes(address)))
    if (addresses.length === 0) {
      problem = { code: 'addressGone', detail: on }
      return
    }
    problem = null
    for (const address of addresses) if (!open.has(address)) await openOn(opener, address)
    const unsound = keys.problem()
    if (unsound !== null) problem ??= { code: 'certificateUnsound', detail: unsound }
  }

  async function openOn(opening: Opener, address: string): Promise<void> {
    const { port } = settings()
    try {
      await keys.ready([address, ...names()])
      const opened = await opening(address, port, keys.served()!, names)
      open.set(address, opened)
      if (port === 0) keepPort(opened.port)
      log.info('lanDoor', { address, port: opened.port })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      problem = problemOf(code, address, port)
      if (!problem) throw error
    }
  }

  const sync = (wanted: boolean): Promise<void> => {
    const before = [...open.keys()].join()
    const run = turn
      .then(() => settle(wanted))
      .finally(() => {
        if ([...open.keys()].join() !== before) onChange()
      })
    turn = run.catch(() => undefined)
    return run
  }

  const origins = () => [...open].map(([address, { port }]) => `https://${inUrl(address)}:${port}`)
  return {
    attach: (given) => {
      opener = given
    },
    sync,
    addresses: origins,
    listening: () => {
      const first = open.values().next().value
      return first ? { port: first.port, addresses: [...open.keys()] } : null
    },
    names,
    problem: () => problem,
    renewed: () => {
      const credentials = keys.served()
      if (credentials) for (const opened of open.values()) opened.renew(credentials)
    },
  }
}

/** What the system refused, as the administration reads it; null for anything else. */
function problemOf(code: string | undefined, address: string, port: number): DoorProblem | null {
  switch (code) {
    case 'EADDRINUSE':
      return { code: 'portTaken', detail: `port ${port}` }
    case 'EACCES':
      return { code: 'notAllowed', detail: `port ${port}` }
    case 'EADDRNOTAVAIL':
      return { code: 'addressGone', detail: address }
    default:
      return null
  }
}
