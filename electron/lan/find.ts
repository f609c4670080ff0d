import { Bonjour, type Service } from 'bonjour-service'
import type { Found } from '../host/messages.ts'

/** The name of our service on the local network: `_guichet._tcp`. */
export const serviceType = 'guichet'

/** Milliseconds that the hosts of the local network have to answer. */
const listening = 2_500

/**
 * The hosts that say, on the local network, that they wait for a station. A comfort: many offices' networks carry no
 * multicast, nothing here is believed, and a code is typed all the same.
 */
export function findHosts(): Promise<readonly Found[]> {
  return new Promise((found) => {
    const hosts = new Map<string, Found>()
    // A machine without a network, or a port already taken: there is nobody to hear.
    const bonjour = new Bonjour({}, () => {})
    const browser = bonjour.find({ type: serviceType }, (service) => {
      const address = addressOf(service)
      if (address !== null) hosts.set(address, { name: service.name.slice(0, 80), address })
    })
    setTimeout(() => {
      browser.stop()
      bonjour.destroy(() => {})
      found([...hosts.values()].slice(0, 20))
    }, listening)
  })
}

/** Where a service answers: an IPv4 address when it has one, which people can check against the other screen. */
function addressOf({ addresses = [], port }: Service): string | null {
  const usable = addresses.filter((address) => !/^(fe80:|169\.254\.)/i.test(address))
  const address = usable.find((each) => !each.includes(':')) ?? usable[0]
  if (address === undefined) return null
  return `https://${address.includes(':') ? `[${address}]` : address}:${port}`
}
