import type { VisitEnd } from '../../shared/contract/queue/outcomes.ts'
import { isOnlyReceived } from '../../shared/documents/received.ts'
import { endWords } from '../../shared/messages/visit/ends.fr.ts'
import type { Current } from './acts.ts'

/** What a key of the panel of ends chooses: an end, or the refusal, which ends no visit by itself. */
export type EndChoice = VisitEnd | 'refusal'

/** The ends as they are offered: by the keys 1 to 3 or 4, then behind « Autre… ». */
export type OfferedEnds = {
  readonly first: readonly VisitEnd[]
  readonly others: readonly VisitEnd[]
  /** The office decides: « Refus écrit… » has the key 4, apart. */
  readonly refuses: boolean
}

const all: readonly VisitEnd[] = [
  'filed',
  'incomplete',
  'information',
  'forwarded',
  'handedOver',
  'notServed',
  'assisted',
]

/**
 * The ends of a request: the deposit as its list implies it, the person who leaves with their pieces, the one sent elsewhere,
 * then the others. Where the office decides, the written refusal takes the fourth key and the office elsewhere goes behind
 * « Autre… »; where another authority decides, or nobody knows, there is none.
 */
export function offeredEnds(assessment: Current['assessment'], missing: number): OfferedEnds {
  const deposit: VisitEnd = missing > 0 ? 'incomplete' : 'filed'
  const refuses = assessment?.collects === false
  const first: readonly VisitEnd[] = refuses
    ? [deposit, 'information']
    : [deposit, 'information', 'forwarded']
  return { first, others: all.filter((end) => !first.includes(end)), refuses }
}

/** Why no refusal is offered: another authority decides, or nobody does. Null where the office decides, or nobody knows. */
export function noRefusalWhy(assessment: Current['assessment']): string | null {
  if (assessment?.collects !== true) return null
  return isOnlyReceived(assessment)
    ? endWords.declaredElsewhere(assessment.decides)
    : endWords.decidesElsewhere(assessment.decides)
}
