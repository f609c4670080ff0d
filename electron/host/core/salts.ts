import { randomFillSync } from 'node:crypto'

/** Bytes of one salt. */
const size = 32
const drawn = Buffer.alloc(size * 128)
let used = drawn.length

/**
 * A salt that nobody can guess: 32 bytes in hex. The system is asked for many at a time, as each question costs an act
 * several microseconds; what was given is wiped.
 */
export function newSalt(): string {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  const one = drawn.subarray(used, used + size)
  used += size
  const salt = one.toString('hex')
  one.fill(0)
  return salt
}
