import type { Instant, StationId } from '../../../shared/contract/ids.ts'
import type { Office } from '../../../shared/domain/state.ts'
import type { PairedStation } from '../../../shared/domain/network/state.ts'
import { hashOf } from './pairing.ts'

/** Whose a token is, or why it opens nothing any more. */
export type StationFound =
  | { readonly station: PairedStation }
  | { readonly code: 'stationRevoked' | 'stationExpired' }

/** The station that a token was given to; undefined for one that the office never gave. */
export function stationOfToken({ stations }: Office, token: string, now: Instant): StationFound | undefined {
  const hash = hashOf(token)
  const station = stations.find(({ tokenHash }) => tokenHash === hash)
  if (!station) return undefined
  if (station.revokedAt !== null) return { code: 'stationRevoked' }
  return station.until !== null && station.until <= now ? { code: 'stationExpired' } : { station }
}

/** The station, unless it was revoked, or is past its term at that instant (milliseconds, UTC). */
export const active = (
  { stations }: Office,
  stationId: StationId,
  at?: number,
): PairedStation | undefined => {
  const station = stations.get(stationId)
  if (!station || station.revokedAt !== null) return undefined
  return at !== undefined && station.until !== null && station.until <= at ? undefined : station
}

/** Whether a station is paired. */
export const hasStations = ({ stations }: Office): boolean =>
  stations.some(({ revokedAt }) => revokedAt === null)
