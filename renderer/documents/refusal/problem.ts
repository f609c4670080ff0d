import { papers } from '../../../shared/messages/documents/papers.fr.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { lacksSaid } from '../lacks.ts'
import type { Draft } from '../useDraft.ts'

const words = papers.issue

/** Why it can't be composed, as the host would say it. */
export const refusalSaid = ({ code }: NonNullable<Draft['refusal']>): string =>
  (refusals as Readonly<Partial<Record<string, string>>>)[code] ?? code

/** Why it can't be issued now; null when it can. */
export function draftProblem(draft: Draft | undefined): string | null {
  if (draft === undefined) return words.composing
  if (draft.refusal !== null) return refusalSaid(draft.refusal)
  if (draft.lacks.length > 0) return words.lacking(lacksSaid(draft.lacks).join(', '))
  return draft.signs ? null : words.draft
}
