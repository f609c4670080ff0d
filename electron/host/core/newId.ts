import { randomFillSync } from 'node:crypto'
import { V7Generator } from 'uuidv7'

const pool = new Uint32Array(1024)
let drawn = pool.length

const ids = new V7Generator({
  nextUint32: () => {
    if (drawn === pool.length) {
      randomFillSync(pool)
      drawn = 0
    }
    return pool[drawn++]!
  },
})

/** A new UUID of version 7 (RFC 9562, 5.7). Its randomness is drawn from the system many ids at a time. */
export const newId = (): string => ids.generate().toString()
