import type { OutsideProblem } from '../../../../shared/contract/appointments/outside.ts'

/** What a source did that its answer can't be believed or had: a code, never what it said. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError'
  readonly problem: OutsideProblem
  /** How long it asks to be left alone, in milliseconds, where it said so. */
  readonly retryAfter: number | null
  constructor(problem: OutsideProblem, retryAfter: number | null = null) {
    super(problem)
    this.problem = problem
    this.retryAfter = retryAfter
  }
}
