import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js'

// CPace (draft-irtf-cfrg-cpace, suite CPACE-RISTR255-SHA512, initiator and responder): two ends that know the same
// short code agree on a key, and whoever doesn't know it tries one code in each exchange, whatever is recorded. The
// group and the hash are libraries'; the test has the draft's own vectors. Chosen over a hash of the code and of the
// certificate: eight digits are tried out in a second by whoever has seen such a hash.

const dsi = Buffer.from('CPaceRistretto255')
/** SHA-512's block, in bytes: what stands before the code fills the first. */
const block = 128
const { Point } = ristretto255

/** What both ends know before they begin: the code, the channel that they see, the exchange's own number. */
export type Shared = { readonly code: string; readonly channel: Uint8Array; readonly exchange: Uint8Array }

/** One end's part of an exchange: its secret, and the share that goes to the other. */
export type Part = { readonly secret: bigint; readonly share: Uint8Array }

/** What the exchange gave to one end: what it shows to the other, and what the other must show. */
export type Proofs = { readonly ours: Buffer; readonly theirs: Buffer }

/** Each part with its length before it (LEB128), so that no two lists of parts are the same bytes. */
const joined = (...parts: readonly Uint8Array[]): Buffer =>
  Buffer.concat(parts.flatMap((part) => [lengthOf(part.length), part]))

function lengthOf(length: number): Uint8Array {
  const bytes: number[] = []
  let rest = length
  do {
    bytes.push((rest & 127) | (rest > 127 ? 128 : 0))
    rest >>>= 7
  } while (rest > 0)
  return Uint8Array.from(bytes)
}

/** The generator that the code gives: `generator_string` and `calculate_generator` of the draft. */
function generatorOf({ code, channel, exchange }: Shared): InstanceType<typeof Point> {
  const secret = Buffer.from(code)
  const before = 1 + dsi.length + lengthOf(secret.length).length + secret.length
  const text = joined(dsi, secret, new Uint8Array(Math.max(0, block - 1 - before)), channel, exchange)
  return ristretto255_hasher.deriveToCurve!(createHash('sha512').update(text).digest())
}

/**
 * Begins an exchange.
 * @param random 32 bytes, for the draft's vectors alone
 */
export function begin(shared: Shared, random: Uint8Array = randomBytes(32)): Part {
  const bytes = Uint8Array.from(random)
  // Below the group's order, as the draft samples it (§ 8.3).
  bytes[31]! &= 0x0f
  const secret = BigInt(`0x${Buffer.from(bytes.reverse()).toString('hex')}`)
  return { secret, share: generatorOf(shared).multiply(secret).toBytes() }
}

/**
 * What both ends have in common once each has the other's share; undefined for a share that is no point of the
 * group, or its neutral one.
 * @param side who began the exchange
 */
export function keyOf(
  { exchange }: Pick<Shared, 'exchange'>,
  part: Part,
  theirs: Uint8Array,
  side: 'initiator' | 'responder',
  said: { readonly initiator: Uint8Array; readonly responder: Uint8Array } = notes,
): Buffer | undefined {
  const common = multiplied(theirs, part.secret)
  if (!common) return undefined
  const [first, second] = side === 'initiator' ? [part.share, theirs] : [theirs, part.share]
  return createHash('sha512')
    .update(joined(Buffer.concat([dsi, Buffer.from('_ISK')]), exchange, common))
    .update(joined(first, said.initiator))
    .update(joined(second, said.responder))
    .digest()
}

/** What each end says beside its share: who it is in the exchange. */
const notes = { initiator: Buffer.from('station'), responder: Buffer.from('host') }

function multiplied(share: Uint8Array, secret: bigint): Uint8Array | undefined {
  try {
    const point = Point.fromBytes(share)
    if (point.is0()) return undefined
    return point.multiply(secret).toBytes()
  } catch {
    return undefined
  }
}

/** The proofs that follow from the key (the draft's § 9.4): each end shows that it has it, and which share was its own. */
export function proofsOf(
  { exchange }: Pick<Shared, 'exchange'>,
  key: Uint8Array,
  part: Part,
  theirs: Uint8Array,
  side: 'initiator' | 'responder',
): Proofs {
  const macKey = createHash('sha512').update('CPaceMac').update(exchange).update(key).digest()
  const proof = (share: Uint8Array, note: Uint8Array) =>
    createHmac('sha512', macKey).update(joined(share, note)).digest()
  const other = side === 'initiator' ? 'responder' : 'initiator'
  return { ours: proof(part.share, notes[side]), theirs: proof(theirs, notes[other]) }
}

/** Compared in a time that says nothing of where they differ. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other)
