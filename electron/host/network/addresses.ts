import { BlockList, isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import type { DoorNow } from '../../../shared/contract/network/calls.ts'

/** The names by which this machine reaches itself, as they stand in an address: whatever is sent there stays in it. */
export const ownNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The machine's interfaces with the addresses that another machine can type: none that holds on one link alone. */
export const interfacesNow = (): DoorNow['interfaces'] =>
  Object.entries(networkInterfaces())
    .map(([name, found]) => ({
      name,
      addresses: (found ?? []).filter(({ scopeid }) => !scopeid).map(({ address }) => address),
    }))
    .filter(({ addresses }) => addresses.length > 0)
    .slice(0, 50)
    .map(({ name, addresses }) => ({ name, addresses: addresses.slice(0, 20) }))

/**
 * Whether an address is one that this machine has now, however it is written: all of them, not those alone that a page shows.
 * @param address a literal, without brackets; a name is none
 * @param present what the system says of its interfaces, unless a test says it
 */
export function isOwnAddress(address: string, present = networkInterfaces()): boolean {
  const asked = isIP(address)
  if (asked === 0) return false
  const own = new BlockList()
  for (const one of Object.values(present).flatMap((found) => found ?? []))
    own.addAddress(one.address, one.family === 'IPv6' ? 'ipv6' : 'ipv4')
  return own.check(address, asked === 6 ? 'ipv6' : 'ipv4')
}

/** The addresses to answer on for what was chosen: an interface's present ones, or the address itself while the machine has it. */
export function addressesOf(chosen: string): readonly string[] {
  const interfaces = interfacesNow()
  if (isIP(chosen) === 0) return interfaces.find(({ name }) => name === chosen)?.addresses ?? []
  // All of 127.0.0.0/8 is this machine, though only its first address is listed.
  const ours = chosen.startsWith('127.') || interfaces.some(({ addresses }) => addresses.includes(chosen))
  return ours ? [chosen] : []
}

/** Names that other machines call this one by, without any setting. */
export function machineNames(): readonly string[] {
  const name = hostname().toLowerCase()
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name)) return []
  return name.includes('.') ? [name] : [name, `${name}.local`]
}

/** An address as it is written in a URL. */
export const inUrl = (address: string): string => (isIP(address) === 6 ? `[${address}]` : address)
