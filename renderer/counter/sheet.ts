import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { onRequestOf } from '../../shared/contract/onRequest.ts'
import { patched } from '../../shared/domain/visit/patched.ts'
import type { CounterActs, Current, Patch, SheetPatch } from './acts.ts'

type Waiting = { readonly id: number; readonly patch: SheetPatch }

/** What was pressed and the view may not have yet. */
export type Pressed = {
  /** Not answered, in their order. */
  readonly waiting: readonly Waiting[]
  /** The sheet as the host last answered, and the one that the view showed then. */
  readonly answer: { readonly sheet: Sheet; readonly over: Sheet } | null
}

export const nothingPressed: Pressed = { waiting: [], answer: null }

export const press = (pressed: Pressed, id: number, patch: SheetPatch): Pressed => ({
  ...pressed,
  waiting: [...pressed.waiting, { id, patch }],
})

/**
 * The host did it, and gave the sheet, or refused it.
 * @param sheet null: refused
 * @param seen the sheet that the view shows
 */
export const answer = (pressed: Pressed, id: number, sheet: Sheet | null, seen: Sheet): Pressed => ({
  waiting: pressed.waiting.filter((other) => other.id !== id),
  answer: sheet === null ? pressed.answer : { sheet, over: seen },
})

/**
 * The sheet as it is read on the page. What the host answered holds until the next view, however late it comes on a
 * busy machine: a view that follows an answer was computed after it.
 */
export function shownSheet({ waiting, answer: given }: Pressed, seen: Sheet): Sheet {
  const base = given?.over === seen ? given.sheet : seen
  return waiting.reduce((sheet, { patch }) => patched(sheet, patch), base)
}

/**
 * The sheet with what was just pressed: a second press counts from the first, whether or not the host has
 * answered. What the host refuses is taken off again.
 */
export function useSheet(
  current: Current,
  acts: Pick<CounterActs, 'updateSheet'>,
): { readonly sheet: Sheet; readonly patch: Patch } {
  const [pressed, setPressed] = useState(nothingPressed)
  const { request } = current
  const last = useRef(0)
  const seen = useRef(current.sheet)
  useLayoutEffect(() => {
    seen.current = current.sheet
  })
  const patch = useCallback(
    (given: SheetPatch) => {
      const id = ++last.current
      setPressed((all) => press(all, id, given))
      return acts.updateSheet({ ...given, ...onRequestOf({ request }) }).then((result) => {
        const over = seen.current
        setPressed((all) => answer(all, id, 'output' in result ? result.output.sheet : null, over))
        return result
      })
    },
    [acts, request],
  )
  return { sheet: shownSheet(pressed, current.sheet), patch }
}
