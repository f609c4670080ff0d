import { z } from 'zod'

/**
 * What closes the journal of documents of a day, a month or a year (the spirit of CGI 286 I 3° bis): what was issued, the
 * perpetual total, and the hash over all of it and the closing before, signed by the office's key.
 */
export const DocumentsClosing = z.strictObject({
  period: z.enum(['day', 'month', 'year']),
  /** `2026-11-25`, `2026-11`, `2026`. */
  name: z.string(),
  /** By series: `RD-2026`, with the first and last counts and the last seal's hash. */
  series: z.array(
    z.strictObject({ name: z.string(), first: z.int().min(1), last: z.int().min(1), hash: z.string() }),
  ),
  count: z.int().min(0),
  /** Documents since the office's birth. */
  perpetual: z.int().min(0),
  /** The hash of the closing before it of the same period; 64 zeros for the first. */
  previous: z.string(),
  hash: z.string(),
  /** Ed25519 over the hash's text, base64url. */
  signature: z.string(),
})
export type DocumentsClosing = z.infer<typeof DocumentsClosing>

/**
 * Why a closing does not hold. `altered`: it isn't what was hashed; `forged`: the office did not sign it; `unlinked`: it
 * does not follow the one before; `name`: its date goes back or is there twice; `series`: a number is left out, counted
 * twice, or isn't the seal that is there; `totals`: its sums are not those of what it covers; `missing`: a month or a year
 * before it was not closed.
 */
export const ClosingFault = z.enum(['altered', 'forged', 'unlinked', 'name', 'series', 'totals', 'missing'])
export type ClosingFault = z.infer<typeof ClosingFault>
