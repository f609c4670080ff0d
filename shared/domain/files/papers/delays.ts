import type { ChosenGround } from '../../../contract/documents/grounds.ts'
import { refusalRules } from '../../../procedures/refusals.ts'
import { assessSheet } from '../../law/checklist.ts'
import { isAdministrative, isJudge } from '../../law/courts.ts'
import { commonDelay, delaysOfRemedy, type LawfulDelays } from '../../law/remedyDelays.ts'
import { procedureFiled, type FileRequest } from '../regime.ts'

/**
 * The delays that the reasons of a refusal may say: those of the remedy that its paper prints, the ground's own where it has
 * one. Two months where the rules know none (CJA R421-1); before a judge who is not an administrative one, only what a
 * text says.
 */
export function lawfulDelays(
  asked: FileRequest,
  { ground }: { readonly ground: ChosenGround | undefined },
): LawfulDelays {
  const procedure = procedureFiled(asked.rules, asked.sheet.procedureId)
  const grounds = procedure ? (refusalRules(procedure)?.grounds ?? []) : []
  const chosen = grounds.find(({ groundId }) => groundId === ground?.groundId)
  const remedy = chosen?.remedy ?? assessSheet(asked.rules, asked.sheet)?.remedy
  if (!remedy) return delaysOfRemedy(commonDelay, '')
  const { delay, noDelay, court, title, detail } = remedy
  const general = isJudge(court) && !isAdministrative(court) ? null : commonDelay
  return delaysOfRemedy(noDelay === 'always' ? null : (delay ?? general), `${title} ; ${detail ?? ''}`)
}
