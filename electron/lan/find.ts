import { discover } from './discover.ts'

/** A host that says its address on the local network while it waits for a station. */
export type WaitingOffice = { readonly name: string; readonly address: string }

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
