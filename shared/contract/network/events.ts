import { z } from 'zod'
import { StationId } from '../ids.ts'
import { OfficeHost, StationFacts, TokenHash } from './calls.ts'

/** Stations of other machines, and the office’s hosts. */
export const networkEvents = {
  /** A station of another machine, and the hash of the token that it alone holds. */
  stationPaired: { v: 1, data: z.strictObject({ ...StationFacts.shape, tokenHash: TokenHash }) },
  stationRevoked: { v: 1, data: z.strictObject({ stationId: StationId }) },
  /** What a kiosk or other software asks is refused, until it is resumed. */
  stationSuspended: { v: 1, data: z.strictObject({ stationId: StationId }) },
  stationResumed: { v: 1, data: z.strictObject({ stationId: StationId }) },
  /** Where a host of the office answers, and its keys. */
  doorAnnounced: { v: 1, data: OfficeHost },
  /** A standby took the relay: the former host stops as soon as it is notified of a higher epoch than its own. */
  hostPromoted: { v: 1, data: z.strictObject({ epoch: z.int().min(1), hostId: z.uuid() }) },
  /** The token of the machines that follow was taken back: those that had it are hosts of the office no more. */
  followerRenewed: { v: 1, data: z.strictObject({ withdrawn: z.array(z.uuid()).max(16) }) },
} as const
