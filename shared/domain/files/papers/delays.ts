import type { SaidRemedies } from '../../../contract/documents/asks.ts'
import type { ChosenGround } from '../../../contract/documents/grounds.ts'
import { refusalRules } from '../../../procedures/refusals.ts'
import { assessSheet } from '../../law/checklist.ts'
import { isOtherJudge } from '../../law/courts.ts'
import { commonDelay, delaysOfRemedy, type LawfulDelays } from '../../law/remedyDelays.ts'
import { procedureFiled, type FileRequest } from '../regime.ts'

/** The delay before this court that no text of the procedure says: two months, of an administrative judge alone (CJA R421-1). */
export const commonDelayBefore = (court: string): typeof commonDelay | null =>
  isOtherJudge(court) ? null : commonDelay

/**
 * The delays that the reasons of a refusal may say: those of the remedy that its paper prints, the ground's own where it has
 * one, or those before the court that who signs says. Two months where the rules know none (CJA R421-1); before a judge who
 * is not an administrative one, only what a text says.
 */
export function lawfulDelays(
  asked: FileRequest,
  { ground, remedies }: { readonly ground: ChosenGround | undefined; readonly remedies?: SaidRemedies },
): LawfulDelays {
  const procedure = procedureFiled(asked.rules, asked.sheet.procedureId)
  const grounds = procedure ? (refusalRules(procedure)?.grounds ?? []) : []
  const chosen = grounds.find(({ groundId }) => groundId === ground?.groundId)
  const remedy = chosen?.remedy ?? assessSheet(asked.rules, asked.sheet)?.remedy
  if (remedies && (!remedy || remedy.prior === 'unknown' || (remedy.delay === null && !remedy.noDelay)))
    return delaysOfRemedy(commonDelayBefore(remedies.court), '')
  if (!remedy) return delaysOfRemedy(commonDelay, '')
  const { delay, noDelay, court, title, detail } = remedy
  return delaysOfRemedy(
    noDelay === 'always' ? null : (delay ?? commonDelayBefore(court)),
    `${title} ; ${detail ?? ''}`,
  )
}
