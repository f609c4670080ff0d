import { commandOf, type DomainCommand } from '../../../shared/contract/index.ts'

/** Acts of one commit at most. */
const largestGroup = 256
/** An act that gives way lets so many groups pass at most: where acts never stop coming, it is decided among them. */
const mostPassing = 4

/**
 * Takes what is decided now out of what waits: the acts before which a person stands, in their order, and what gives way to
 * them once none is left.
 */
export function startGroups<A extends { readonly name: DomainCommand }>(): (waiting: A[]) => readonly A[] {
  /** How many groups each act let pass. */
  const passed = new WeakMap<A, number>()
  return (waiting) => {
    const givesWay = (act: A) => commandOf(act.name).givesWay === true && (passed.get(act) ?? 0) < mostPassing
    if (!waiting.some(givesWay) || waiting.every(givesWay)) return waiting.splice(0, largestGroup)
    const left = waiting.filter(givesWay)
    for (const act of left) passed.set(act, (passed.get(act) ?? 0) + 1)
    const first = waiting.filter((act) => !left.includes(act))
    waiting.splice(0, waiting.length, ...first.slice(largestGroup), ...left)
    return first.slice(0, largestGroup)
  }
}
