import { officeMemory, type OfficeMemory } from './memory.ts'
import type { Estimate } from './present.ts'
import { rosterOf, type Observed, type Question } from './question.ts'

/** The offices remembered at once; the one not asked about for the longest is forgotten first. */
const officesAtMost = 8

/** With less of the history than this already learnt, it is another office's. */
const sameOffice = 0.5

/**
 * Answers questions that carry their own history, and learns from one to the next. A history that was mostly learnt
 * already is the same office's; another one is another office's, which knows nothing of the first.
 */
export function estimateService() {
  /** The latest asked about is the last. */
  const offices: OfficeMemory[] = []
  return { ask, observe }

  function ask(question: Question): Estimate {
    const office = officeOf(question)
    const at = offices.indexOf(office)
    if (at >= 0) offices.splice(at, 1)
    offices.push(office)
    if (offices.length > officesAtMost) offices.shift()
    return office.ask(question)
  }

  function observe(observed: Observed): void {
    const office = offices.findLast((one) => one.remembers(observed)) ?? offices.at(-1)
    office?.observe(observed)
  }

  function officeOf(question: Question): OfficeMemory {
    const roster = rosterOf(question)
    const alike = offices.findLast((one) => one.roster() === roster)
    if (question.history.length === 0) return alike ?? officeMemory()
    const knowing = offices.findLast((one) => one.knows(question.history) >= sameOffice)
    return knowing ?? (alike?.withoutHistory() ? alike : officeMemory())
  }
}

export type EstimateService = ReturnType<typeof estimateService>
