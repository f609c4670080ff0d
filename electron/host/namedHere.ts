import type { IsOwnAddress } from '../../shared/contract/define.ts'
import { commandOf, type CommandName, type HostNamed, type NamingHost } from '../../shared/contract/index.ts'
import type { Office } from '../../shared/domain/state.ts'
import { isOwnAddress } from './network/addresses.ts'
import type { Network } from './network/part.ts'
import type { Appointments } from './appointments/start.ts'
import type { Login } from './people/login/start.ts'

/** Which files, devices and addresses of the host's machine its settings name already. */
export type NamedHere = {
  /** Whether an act names a file, a device or an address of this machine that nothing names yet. */
  readonly namesMore: (name: CommandName, input: unknown) => boolean
}

export type NamedHereOptions = {
  readonly office: () => Office
  readonly network: Pick<Network, 'now'>
  readonly login: Pick<Login, 'show'>
  readonly appointments: Pick<Appointments, 'show' | 'coordination'>
}

/** What stands for each act that names something of the machine: one without it does not compile. */
type Now = { readonly [N in NamingHost]: () => readonly HostNamed<N>[] }

/** Compares what an act names of this machine with what the settings name already. */
export function startNamedHere({ office, network, login, appointments }: NamedHereOptions): NamedHere {
  const webhooks = () => [...office().software.webhooks.values()]
  const provider = () => [{ settings: login.show().settings }]
  const source = () => appointments.show().sources.map(({ settings }) => ({ source: settings }))
  const service = () => [appointments.coordination.show()]
  const now: Now = {
    'office.setPrinters': () => [{ printers: office().settings?.printers ?? [] }],
    'network.set': () => [network.now().door.settings],
    'software.set': () => [office().software.settings],
    'webhook.create': webhooks,
    'webhook.set': webhooks,
    'source.set': source,
    'source.try': source,
    'coordination.set': service,
    'coordination.try': service,
    'login.set': provider,
    'login.try': provider,
  }

  return {
    namesMore: (name, input) => {
      const ofHost = commandOf(name).ofHost as Named | undefined
      if (ofHost === undefined) return false
      const named = ofHost(input, isOwn)
      if (named.length === 0) return false
      const standing = new Set(now[name as NamingHost]().flatMap((one) => ofHost(one, isOwn)))
      return named.some((one) => !standing.has(one))
    },
  }
}

/** The rule of a declaration, whatever its command. */
type Named = (input: unknown, isOwn: IsOwnAddress) => readonly string[]

const isOwn: IsOwnAddress = (address) => isOwnAddress(address)
