import type { Instant, StationId } from '../../contract/ids.ts'
import type {
  DoorNow,
  PairingEnd,
  PairingNow,
  StationFacts,
  TokenHash,
} from '../../contract/network/calls.ts'
import type { AskedTooOften } from '../../contract/pace.ts'

/** A paired station. One that was revoked is kept for a while, to answer it why it is refused. */
export type PairedStation = StationFacts & {
  readonly tokenHash: TokenHash
  readonly pairedAt: Instant
  readonly revokedAt: Instant | null
}

/** What this host knows of its network beside the journal: its door, the pairing that waits, who is connected. */
export type NetworkNow = {
  readonly door: DoorNow
  readonly pairing: PairingNow | null
  readonly lastPairing: PairingEnd | null
  readonly presence: ReadonlyMap<StationId, StationPresence>
}

/** A station that asked for something faster than its pace, and was refused. */
export type StationAsking = {
  readonly stationId: StationId
  readonly pace: AskedTooOften
  /** When it was last refused. */
  readonly at: Instant
  /** The most that it asked in one minute. */
  readonly aMinute: number
}

/** Under what name the room's display of the host's own machine is known: it is not paired. */
export const ownDisplay = 'display' as StationId
/** An own display that was last here before so long stands in the room no more; milliseconds: longer than an office closes in summer. */
export const ownDisplayKept = 30 * 86_400_000

export type StationPresence = { readonly connected: number; readonly lastSeen: Instant }
