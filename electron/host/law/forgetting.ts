import { forgetEvaluations } from '../../../shared/procedures/engine.ts'
import { has, type Part } from '../core/part.ts'

/** What was answered for a sheet does not stay in memory once its visit, or the day, is over. */
export const startForgetting = (): Part => ({
  committed: (commit) => {
    if (has(commit, 'visitClosed') || has(commit, 'dayClosed')) forgetEvaluations()
  },
})
