import { type Joined } from '../host/core/mainMessages.ts'
import { stations, type Station } from '../../shared/contract/stations.ts'
import { stationOf, type Page } from '../../shared/contract/stations.ts'
import { stationsOf } from './joining.ts'

/** What may be opened on this machine. */
export type Offered = {
  /** The stations, the usual one first. */
  readonly stations: () => readonly Station[]
  readonly mayOpen: (page: Page) => boolean
  /** The page wanted, or the usual one where it may not be opened. */
  readonly firstPage: (wanted: Page) => Page
}

/**
 * A machine that was paired for one role opens its stations and no other; one that keeps its own office opens all.
 * @param joined the other machine's office that is open here, or null
 */
export function offeredHere(joined: () => Joined | null): Offered {
  const offered = (): readonly Station[] => {
    const office = joined()
    return office ? stationsOf(office) : stations
  }
  const mayOpen = (page: Page): boolean =>
    joined() === null || (page !== 'welcome' && offered().includes(stationOf(page)))
  return {
    stations: offered,
    mayOpen,
    firstPage: (wanted) => (mayOpen(wanted) ? wanted : (offered()[0] ?? 'welcome')),
  }
}
