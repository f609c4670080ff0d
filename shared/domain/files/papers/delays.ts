import type { ChosenGround } from '../../../contract/documents/grounds.ts'
import { refusalRules } from '../../../procedures/refusals.ts'
import { assessSheet } from '../../law/checklist.ts'
import { commonDelay, delaysOfRemedy, type LawfulDelays } from '../../law/remedyDelays.ts'
import { procedureFiled, type FileRequest } from '../regime.ts'

/**
 * The delays that the reasons of a refusal may say: those of the remedy that its paper prints, the ground's own where it has
 * one. Two months where the rules know none (CJA R421-1).
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
  const { delay, noDelay, title, detail } = remedy
  return delaysOfRemedy(noDelay === 'always' ? null : (delay ?? commonDelay), `${title} ; ${detail ?? ''}`)
}
