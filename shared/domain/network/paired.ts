import type { StationId } from '../../contract/ids.ts'
import type { Office } from '../state.ts'
import type { PairedStation } from './state.ts'

/** The station that a session is of; undefined for one of the host's own machine. */
export const stationOf = (
  { stations }: Pick<Office, 'stations'>,
  stationId: StationId,
): PairedStation | undefined => {
  const station = stations.get(stationId)
  return station?.revokedAt === null ? station : undefined
}
