import { useEffect, useRef } from 'react'
import type { FileId } from '../../shared/contract/ids.ts'
import type { Row } from './work.ts'

// The keyboard is on a line of the list, so that the arrows and Enter act at once.

const lines = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')]
const placeOf = (fileId: FileId | null): number =>
  lines().findIndex(({ dataset }) => dataset['row'] === fileId)
/** What heads a list without lines: the tab that is shown, whose arrows go to the other lists. */
const head = () => document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')

const isNowhere = () => document.activeElement === document.body

/** The first line of the list, where it has one. */
export const firstLine = (): HTMLElement | undefined => lines()[0]

/**
 * Gives the keyboard to the line of a file. When that line leaves the list, which takes the keyboard with it, the line that
 * takes its place has it; after the last one, the one before; in an empty list, its tab.
 * @param free whether nothing is asked beside the list, which would have the keyboard
 * @returns what gives it back to the list after an act
 */
export function useLineFocus(rows: readonly Row[], fileId: FileId | null, free: boolean): () => void {
  const seen = useRef<{ readonly fileId: FileId; readonly place: number } | null>(null)
  /** A line has the keyboard, or had it until the line itself went away. */
  const held = useHeldByLine()
  const goOn = () => {
    const all = lines()
    const place = seen.current?.fileId === fileId ? seen.current.place : 0
    const line = all[placeOf(fileId)] ?? all[Math.min(place, all.length - 1)] ?? head()
    line?.focus()
  }
  const latest = useRef(goOn)
  useEffect(() => {
    latest.current = goOn
  })
  useEffect(() => {
    const place = placeOf(fileId)
    const isHere = fileId !== null && place >= 0
    // A file that had no line here, or is being read, stays chosen.
    const goesOn = isHere || seen.current?.fileId === fileId
    if (isHere) seen.current = { fileId, place }
    // Another page of the list took the line away, or the file left the list.
    if (goesOn && free && held.current && isNowhere()) latest.current()
  }, [rows, fileId, free, held])
  // Nothing has the keyboard: the arrows come back to the list.
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isNowhere() || !/^Arrow(Up|Down)$/.test(event.key)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return goOn
}

function useHeldByLine(): { readonly current: boolean } {
  const held = useRef(false)
  useEffect(() => {
    const came = ({ target }: FocusEvent) => {
      held.current = target instanceof Element && target.matches('[data-row]')
    }
    const left = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) return
      // Once it is known whether the line is still there: a press beside it lets the keyboard go.
      setTimeout(() => {
        if (target instanceof Element && target.isConnected && isNowhere()) held.current = false
      })
    }
    document.addEventListener('focusin', came)
    document.addEventListener('focusout', left)
    return () => {
      document.removeEventListener('focusin', came)
      document.removeEventListener('focusout', left)
    }
  }, [])
  return held
}
