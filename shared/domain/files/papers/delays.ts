import type { ChosenGround } from '../../../contract/documents/grounds.ts'
import { refusalRules } from '../../../procedures/refusals.ts'
import { assessSheet } from '../../law/checklist.ts'
import { commonDelay, delaysNamed, type SaidDelay } from '../../law/remedyDelays.ts'
import { procedureFiled, type FileRequest } from '../regime.ts'

/**
 * The delays that the reasons of a refusal may say: those of the remedies that its paper prints, the ground's own where it has
 * one, with what their words name of the recourse that follows. Two months where the rules know none (CJA R421-1).
 */
export function lawfulDelays(
  asked: FileRequest,
  { ground }: { readonly ground: ChosenGround | undefined },
): readonly SaidDelay[] {
  const procedure = procedureFiled(asked.rules, asked.sheet.procedureId)
  const grounds = procedure ? (refusalRules(procedure)?.grounds ?? []) : []
  const chosen = grounds.find(({ groundId }) => groundId === ground?.groundId)
  const remedy = chosen?.remedy ?? assessSheet(asked.rules, asked.sheet)?.remedy
  if (!remedy) return [commonDelay]
  const { delay, noDelay, title, detail } = remedy
  return [...(noDelay === 'always' ? [] : [delay ?? commonDelay]), ...delaysNamed(`${title} ${detail ?? ''}`)]
}
