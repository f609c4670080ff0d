import { useState } from 'react'
import type { FileLetter, LetterTyped } from '../../shared/contract/files/file.ts'
import type { FileId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { useCommand } from '../link/hooks.ts'
import { useKeptDraft } from './useKeptDraft.ts'

/** The letters of a file that someone began, and has not sent. */
export type KeptLetters = Output<'file.view'>['letters']

/** What was typed of a letter before; nothing where it was not begun. */
export const letterOf = (letters: KeptLetters, letter: FileLetter | null): LetterTyped =>
  letters.find((kept) => kept.letter === letter)?.typed ?? {}

/**
 * A letter is kept with its file as it is typed, as the reasons of a refusal are.
 * @param letter null where what is open is no letter of a file
 * @param typed its fields, but those that say nothing
 * @param before what the file keeps of it
 * @returns to call once it is sent: nothing of it is kept any more
 */
export function useKeptLetter(
  fileId: FileId | null,
  letter: FileLetter | null,
  typed: LetterTyped,
  before: LetterTyped,
): () => void {
  const keep = useCommand('file.keepLetter')
  /** Kept from here: the file's view may not say it yet. */
  const [sent, setSent] = useState(false)
  const kept = sent || Object.keys(before).length > 0
  const nothing = Object.keys(typed).length === 0 && !kept
  const settled = useKeptDraft(
    fileId === null || letter === null || nothing ? null : { fileId, letter, typed },
    (draft) => {
      setSent(true)
      return keep(draft)
    },
  )
  return () => {
    settled()
    if (kept && fileId !== null && letter !== null) void keep({ fileId, letter, typed: {} })
  }
}
