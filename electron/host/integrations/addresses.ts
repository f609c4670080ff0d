import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { isHostAddress } from '../../../shared/contract/network/hostAddresses.ts'
import { isOwnAddress } from '../network/addresses.ts'

/**
 * Addresses that are nobody's on the Internet: this machine, private and link-local networks (the metadata services of
 * hosting providers among them), documentation, multicast, and the forms that carry an IPv4 address inside an IPv6 one
 * (IANA's special-purpose registries, RFC 6890).
 */
const special = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, prefix, 'ipv4')
/** What of IPv6 is given out to be reached; the rest of its space is none of the Internet's. */
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(net, prefix, 'ipv6')

/** Whether an address is the Internet's own: what is no address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4')
    case 6:
      return global.check(address, 'ipv6') && !special.check(address, 'ipv6')
    default:
      return false
  }
}

export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
}

/** Whether an address is not this machine's, nor its link's: what is no address is not. */
export const isOtherMachine = (address: string): boolean =>
  isIP(address) !== 0 && !isHostAddress(address) && !isOwnAddress(address)

/**
 * Resolves a name for one connection, and refuses it when any of its addresses is not to be reached: the address
 * checked is the address connected to, whatever the name says a moment later (DNS rebinding).
 * @param resolve the system's resolver, unless a test tells names its own way
 */
const checkedLookup =
  (reached: (address: string) => boolean) =>
  (resolve: typeof lookup = lookup): LookupFunction =>
  (name, options, callback) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      if (addresses.length === 0 || !addresses.every(({ address }) => reached(address)))
        return callback(new PrivateAddressError('private address'), [])
      if (options.all) return callback(null, addresses)
      const [{ address, family }] = addresses as [(typeof addresses)[0]]
      callback(null, address, family)
    })
  }

/** The Internet alone. */
export const publicLookup = checkedLookup(isPublicAddress)

/** The Internet and private networks, never this machine: a name says nothing of who named it. */
export const otherMachineLookup = checkedLookup(isOtherMachine)
