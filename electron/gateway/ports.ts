import { MessageChannelMain, type WebContents } from 'electron'
import type { Station } from '../../shared/contract/stations.ts'
import type { HostProcess } from './hostProcess.ts'

/** Hands each page that asks its end of a port to the host. */
export type Ports = {
  /** A page asks: it gets its port now, or as soon as a host is ready. The station is its window's, never its word. */
  ask(page: WebContents, station: Station): void
  /** A host is ready: those who wait get their port. */
  handAll(): void
}

/** One port for each question; a page that asks twice while no host is there gets one. */
export function handPorts(host: HostProcess): Ports {
  const waiting = new Map<WebContents, Station>()
  const hand = (page: WebContents, station: Station) => {
    if (page.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    if (host.tell({ t: 'port', station }, [port1])) page.mainFrame.postMessage('guichet:port', null, [port2])
    else waiting.set(page, station)
  }
  return {
    ask(page, station) {
      if (host.ready()) return hand(page, station)
      waiting.set(page, station)
      page.once('destroyed', () => waiting.delete(page))
    },
    handAll() {
      const queued = [...waiting]
      waiting.clear()
      for (const [page, station] of queued) hand(page, station)
    },
  }
}
