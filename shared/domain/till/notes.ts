import type { TillEntry, TillNoteId } from '../../contract/till/books.ts'
import { commitmentOf } from '../../documents/seal.ts'
import type { Context, PersonalChange } from '../decision.ts'
import type { TillNote } from './state.ts'

/** What the books keep of it: where it is, and what vouches for it. */
type NoteRef = Pick<TillEntry, 'noteId' | 'commitment'>

/** The row of what was typed, and what its entry says of it; none when nothing was. */
export function keepNote(
  typed: { readonly [K in keyof Omit<TillNote, 'salt'>]?: string | undefined },
  { now, newId, newSalt }: Context,
): { readonly kept: NoteRef; readonly personal: readonly PersonalChange[] } {
  const { payer = null, reference = null, reason = null, stamp = null } = typed
  if (payer === null && reference === null && reason === null && stamp === null)
    return { kept: { noteId: null }, personal: [] }
  const noteId = newId() as TillNoteId
  const note = { payer, reference, reason, stamp }
  const salt = newSalt()
  return {
    kept: { noteId, commitment: commitmentOf(salt, note) },
    personal: [{ op: 'put', kind: 'tillNote', id: noteId, value: { ...note, salt }, at: now }],
  }
}

/** Whether a note is what its entry vouched for; a note made before, which nothing vouches for, is. */
export function isAsNoted(
  { commitment }: Pick<TillEntry, 'commitment'>,
  { salt = '', ...note }: TillNote,
): boolean {
  return commitment === undefined || commitment === commitmentOf(salt, note)
}
