import type { Refused } from '../decision.ts'

/**
 * A visit ends by what happened to the request. A refusal is a reasoned decision on a file, where the office decides
 * (`document.issue`, CRPA L211-2): no door records it as the end of a visit.
 */
export const refusalIsNoEnd: Refused<'refusalIsNoEnd'> = { refusal: 'refusalIsNoEnd' }
