import type { Remedies } from '../../contract/documents/said.ts'
import { written } from './mention.ts'

/** How long is said: a delay, or that no text sets one. Where neither is known, nothing of it can be said. */
const delaySaid = ({ delay, noDelay }: Pick<Remedies, 'delay' | 'noDelay'>): boolean =>
  noDelay === true ? delay === null : delay !== null && delay.count > 0

/**
 * Delay and ways are both said: how long, and before whom. Where a recourse comes first, its authority (CRPA L412-3); else
 * the court, told from the others by its address, which has a postal code (CJA R421-5). What is not known is not said to
 * be: the delays then don't run (CRPA L112-6).
 */
export const remediesComplete = (remedies: Remedies | null): boolean =>
  remedies !== null &&
  delaySaid(remedies) &&
  (remedies.prior === 'yes'
    ? written(remedies.authority)
    : remedies.prior === 'no' && /\b\d{5}\b/.test(remedies.court ?? ''))
