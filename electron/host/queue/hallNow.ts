import type { Instant } from '../../../shared/contract/ids.ts'
import { hallCode, minuteOf } from '../../../shared/domain/queue/hall.ts'

/** The hall's code at each moment, made once a minute: kiosks and displays show it again after each act. */
export function hallCodeNow(secret: Uint8Array, now: () => Instant): () => string {
  let made: { readonly minute: number; readonly code: string } | undefined
  return () => {
    const minute = minuteOf(now())
    if (made?.minute !== minute) made = { minute, code: hallCode(secret, minute) }
    return made.code
  }
}
