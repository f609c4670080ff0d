import type { Bonjour, Service } from 'bonjour-service'
import { serviceType } from '../../lan/serviceType.ts'

/**
 * Says on the local network where the office answers (mDNS), while a code waits for its station. A comfort: many
 * offices block it, and an address that is typed needs none of it.
 * @param officeName what the stations' list shows
 * @returns a function that begins, goes on or ends it (null)
 */
export function announcing(officeName: () => string) {
  let announced: { readonly port: number; readonly bonjours: readonly Promise<Bonjour>[] } | null = null

  return (listening: { readonly port: number; readonly addresses: readonly string[] } | null): void => {
    if (listening?.port === announced?.port) return
    for (const published of announced?.bonjours ?? [])
      void published.then((bonjour) => bonjour.unpublishAll(() => bonjour.destroy()))
    announced = listening && {
      port: listening.port,
      bonjours: listening.addresses
        // The announcement answers on the interface of the door alone, by IPv4.
        .filter((address) => !address.includes(':'))
        .map((address) => publish(officeName(), listening.port, address)),
    }
  }
}

/** Announces by mDNS. The library is read with the first pairing code, and at no start. */
async function publish(name: string, port: number, address: string): Promise<Bonjour> {
  const { Bonjour } = await import('bonjour-service')
  // What the network refuses costs only the comfort.
  const bonjour = new Bonjour({ interface: address, bind: '0.0.0.0' } as object, () => {})
  const service: Service = bonjour.publish({
    name: name.slice(0, 60),
    type: serviceType,
    port,
    txt: { address },
    disableIPv6: true,
  })
  service.on('error', () => {})
  return bonjour
}
