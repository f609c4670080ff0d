import type { Instant } from '../../contract/ids.ts'
import type { StationFacts, TokenHash } from '../../contract/network/calls.ts'

/** A paired station. One that was revoked is kept for a while, to answer it why it is refused. */
export type PairedStation = StationFacts & {
  readonly tokenHash: TokenHash
  readonly pairedAt: Instant
  readonly revokedAt: Instant | null
}
