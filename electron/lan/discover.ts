import { Bonjour } from 'bonjour-service'
import { addressFrom } from './pin.ts'
import { serviceType } from './serviceType.ts'

/** An office that says on this network that it waits for a station. Nothing of it is trusted: the code is. */
export type WaitingOffice = { readonly name: string; readonly address: string }

/**
 * Looks for offices that wait for a station, until the function returned is called.
 * @param onFound all that are there, each time that changes
 * @param on the address of the interface to look on; by default the system's first
 */
export function discover(
  onFound: (found: readonly WaitingOffice[]) => void,
  on: { readonly interface?: string } = {},
): () => void {
  const bonjour = new Bonjour({ ...on, bind: '0.0.0.0' } as object, () => {})
  const browser = bonjour.find({ type: serviceType })
  const notify = () =>
    onFound(
      browser.services.slice(0, 50).flatMap(({ name, port, txt, referer }) => {
        const announced: unknown = (txt as { address?: unknown } | undefined)?.address
        const address = addressFrom(
          `${typeof announced === 'string' ? announced : (referer?.address ?? '')}:${port}`,
        )
        return address === null ? [] : [{ name: name.slice(0, 60), address }]
      }),
    )
  browser.on('up', notify)
  browser.on('down', notify)
  return () => {
    browser.stop()
    bonjour.destroy()
  }
}

/** Milliseconds that the hosts of the local network have to answer. */
const listening = 2_500

/**
 * The hosts that say, on the local network, that they wait for a station. A comfort: many offices' networks carry no
 * multicast, nothing here is believed, and a code is typed all the same.
 */
export function findHosts(): Promise<readonly WaitingOffice[]> {
  return new Promise((found) => {
    let hosts: readonly WaitingOffice[] = []
    const stop = discover((all) => {
      hosts = all
    })
    setTimeout(() => {
      stop()
      found(hosts)
    }, listening)
  })
}
