import type { TillNoteId } from '../../contract/tillBooks.ts'
import type { Context, PersonalChange } from '../decision.ts'

/** What was typed about an entry of the till: it says who somebody is, so it stays beside the journal. */
export type TillNote = {
  readonly payer: string | null
  readonly reference: string | null
  readonly reason: string | null
  /** An electronic stamp's sixteen digits. */
  readonly stamp: string | null
}

/** The row of what was typed, and its id; none when nothing was. */
export function noted(
  typed: { readonly [K in keyof TillNote]?: string | undefined },
  { now, newId }: Context,
): { readonly noteId: TillNoteId | null; readonly personal: readonly PersonalChange[] } {
  const { payer = null, reference = null, reason = null, stamp = null } = typed
  if (payer === null && reference === null && reason === null && stamp === null)
    return { noteId: null, personal: [] }
  const noteId = newId() as TillNoteId
  const value: TillNote = { payer, reference, reason, stamp }
  return { noteId, personal: [{ op: 'put', kind: 'tillNote', id: noteId, value, at: now }] }
}
