import type { LocalDate } from '../../shared/contract/ids.ts'
import { type Assessment, type CapacityRule, Capacity } from '../../shared/contract/law/assessment.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import {
  capacityDefinitions,
  isProofSeen,
  mayDo,
  type CapacityAnswer,
} from '../../shared/identity/capacities.ts'

const acts = ['file', 'sign', 'collect'] as const

/** Beside the person, who acts for themselves: no procedure has to name it. */
const helped: readonly Capacity[] = ['accompanied', 'interpreter']

/** The procedure says who may act in it, and this capacity is none of them. */
export const isForeseen = (assessment: Assessment | null, capacity: Capacity): boolean =>
  assessment === null ||
  helped.includes(capacity) ||
  assessment.whoMayAct.some((rule) => rule.capacity === capacity)

/** Capacities in the order of their keys: those that the procedure names, in its order, then the others. */
export function capacityOrder(assessment: Assessment | null): readonly Capacity[] {
  const named = (assessment?.whoMayAct ?? []).map(({ capacity }) => capacity)
  return [...new Set([...named, ...(named.length > 0 ? helped : []), ...Capacity.options])]
}

/** What the capacity allows on a day: acts that may be done, the proof that is to be seen, why not otherwise. */
export type CapacityToday = {
  readonly foreseen: boolean
  readonly may: CapacityRule['may']
  /** Done with the person only, neither alone. */
  readonly together: boolean
  /** What is to be seen; null when nothing is. */
  readonly proof: string | null
  readonly ended: boolean
  /** What holds back, or bounds, what may be done. */
  readonly limit: string | null
  readonly sources: CapacityAnswer['sources']
  readonly toConfirm: boolean
}

/** @param on the day of the act, in the office's zone */
export function capacityToday(
  { capacity, capacitySeen }: Pick<Sheet, 'capacity' | 'capacitySeen'>,
  assessment: Assessment | null,
  on: LocalDate,
): CapacityToday | null {
  if (capacity === null) return null
  const rules = assessment?.whoMayAct ?? null
  const rule = rules?.find((each) => each.capacity === capacity)
  // What could be done once the proof is seen is said before it is.
  const seen = { proofSeen: true, until: capacitySeen?.until ?? null }
  const answers = acts.map((act) => ({ act, ...mayDo(capacity, act, { seen, rules, on }) }))
  const allowed = answers.filter(({ answer }) => answer === 'yes' || answer === 'together')
  const [first] = allowed.length > 0 ? allowed : answers
  const foreseen = isForeseen(assessment, capacity)
  return {
    foreseen,
    may: allowed.map(({ act }) => act),
    together: allowed.some(({ answer }) => answer === 'together'),
    proof: rule?.proof ?? capacityDefinitions[capacity].proof,
    ended: answers.some(({ answer }) => answer === 'ended'),
    limit: rule?.detail ?? capacityDefinitions[capacity].limit,
    sources: first?.sources ?? [],
    toConfirm: first?.toConfirm ?? false,
  }
}

/** What has a text that gives it, with its scope and its end: these are asked only there. */
export const isBounded = (capacity: Capacity): boolean =>
  ['tutelle', 'curatelle', 'habilitationFamiliale', 'mandate'].includes(capacity)

/** Whether nothing more is to be said of a capacity just chosen: no proof to see, or seen in the list; and neither scope nor end. */
export function isSaidAtOnce(
  capacity: Capacity,
  sheet: Pick<Sheet, 'pieces'>,
  { assessment, on }: { readonly assessment: Assessment | null; readonly on: LocalDate },
): boolean {
  const chosen = { capacity, capacitySeen: null, pieces: sheet.pieces }
  if (capacityToday(chosen, assessment, on)?.proof == null) return true
  return !isBounded(capacity) && isProofSeen(chosen, assessment)
}
