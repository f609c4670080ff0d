import { z } from 'zod'
import { StationId } from '../ids.ts'
import { OfficeHost, StationFacts } from './calls.ts'

// The two messages of a pairing, over TLS, at `POST /pair/begin` and `POST /pair/finish`. They are CPace
// (draft-irtf-cfrg-cpace, ristretto255 and SHA-512) on the eight digits, bound to the public key that each side sees
// in the TLS connection: a server in the middle, which has another key, tries one code in each exchange that a person
// begins, and learns nothing with which to try others afterwards; neither does a station that only guesses.

/** 32 bytes in base64url. */
const Bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
/** 64 bytes in base64url. */
const Bytes64 = z.string().regex(/^[A-Za-z0-9_-]{86}$/)

/** The station begins: the exchange's own random number, and its share. It costs one of the code's tries. */
export const PairBegin = z.strictObject({
  version: z.string().max(20),
  exchange: Bytes32,
  share: Bytes32,
})
export type PairBegin = z.infer<typeof PairBegin>

/** The host's share, and its proof that it knows the code: the station goes no further with who doesn't. */
export const PairBegun = z.strictObject({ share: Bytes32, proof: Bytes64 })
export type PairBegun = z.infer<typeof PairBegun>

/** The station's proof. */
export const PairFinish = z.strictObject({ exchange: Bytes32, proof: Bytes64 })
export type PairFinish = z.infer<typeof PairFinish>

/** What the station keeps: who it is, its token, where the office's hosts are and the keys to trust. */
export const PairDone = z.strictObject({
  ...StationFacts.shape,
  stationId: StationId,
  officeName: z.string(),
  token: Bytes32,
  hosts: z.array(OfficeHost).min(1).max(16),
})
export type PairDone = z.infer<typeof PairDone>
