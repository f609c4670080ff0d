import { useCallback, useRef, useState } from 'react'
import type { Sheet, SheetPiece } from '../../shared/contract/visits.ts'
import type { CounterActs, Current, Patch, SheetPatch } from './acts.ts'

/** How long an answered patch stays over the view, in milliseconds: the view that has it comes within 16. */
const lingers = 400

const nameOf = (piece: SheetPiece) => ('pieceId' in piece ? piece.pieceId : `label ${piece.label}`)

/** The sheet as the host will have it: what is given replaces, `null` forgets, what isn't given stays. */
export function patched(sheet: Sheet, patch: SheetPatch): Sheet {
  const answers = Object.entries({ ...sheet.answers, ...patch.answers }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  const pieces = (patch.pieces ?? []).reduce<SheetPiece[]>((all, piece) => {
    const at = all.findIndex((other) => nameOf(other) === nameOf(piece))
    return at < 0 ? [...all, piece] : all.with(at, piece)
  }, sheet.pieces)
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  return { ...sheet, ...(given as Partial<Sheet>), answers: Object.fromEntries(answers), pieces }
}

type Waiting = { readonly id: number; readonly patch: SheetPatch }

/**
 * The sheet with what was just pressed: a second press counts from the first, whether or not the host has
 * answered. What the host refuses is taken off again.
 */
export function useSheet(
  current: Current,
  acts: Pick<CounterActs, 'patch'>,
): { readonly sheet: Sheet; readonly patch: Patch } {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const last = useRef(0)
  const patch = useCallback(
    (given: SheetPatch) => {
      const id = ++last.current
      const off = () => setWaiting((all) => all.filter((other) => other.id !== id))
      setWaiting((all) => [...all, { id, patch: given }])
      return acts.patch(given).then((result) => {
        if ('error' in result) off()
        else setTimeout(off, lingers)
        return result
      })
    },
    [acts],
  )
  return { sheet: waiting.reduce((sheet, { patch: one }) => patched(sheet, one), current.sheet), patch }
}
