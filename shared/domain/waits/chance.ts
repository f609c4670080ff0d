/** A seeded generator (xorshift, Marsaglia 2003): each call gives a number in [0, 1). The same seed, the same numbers. */
export function seededChance(seed: number): () => number {
  // A multiplication spreads neighbouring seeds apart; zero would stay zero for ever.
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995 || 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  for (let k = 0; k < 4; k += 1) next()
  return next
}
