import type { Sheet, SheetPiece } from '../../shared/contract/visit/sheet.ts'
import type { SheetPatch } from './acts.ts'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const nameOf = (piece: SheetPiece) => ('pieceId' in piece ? `id ${piece.pieceId}` : `label ${piece.label}`)

/** That it is asked again has its own act, which no key does. */
function noted(piece: SheetPiece) {
  if (!('pieceId' in piece)) return piece
  const { askedAgain: _, ...rest } = piece
  return rest
}

/** What puts each piece back as it was: one that was not examined is so again. */
function piecesBack(now: Sheet, before: Sheet): NonNullable<SheetPatch['pieces']> {
  const known = new Map(before.pieces.map((piece) => [nameOf(piece), piece]))
  const changed = now.pieces.flatMap((piece) => {
    const was = known.get(nameOf(piece))
    if (was === undefined) return [noted({ ...piece, state: 'notExamined' })]
    return same(was, piece) ? [] : [noted(was)]
  })
  const here = new Set(now.pieces.map(nameOf))
  return [...changed, ...before.pieces.filter((piece) => !here.has(nameOf(piece))).map(noted)]
}

/**
 * What brings a sheet back to how it was before the first keys of a scan were taken for shortcuts.
 * @returns null when nothing of it changed
 */
export function sheetBack(now: Sheet, before: Sheet): SheetPatch | null {
  if (same(now, before)) return null
  const moved = now.procedureId !== before.procedureId
  const answers = Object.fromEntries([
    ...Object.keys(now.answers).map((name) => [name, null] as const),
    ...Object.entries(before.answers),
  ])
  // The procedure of before forgets the pieces of the one that a key chose: its own are noted again.
  const kept = moved ? { ...now, pieces: now.pieces.filter((piece) => 'label' in piece) } : now
  const pieces = piecesBack(kept, before)
  const one = <Name extends keyof Sheet & keyof SheetPatch>(name: Name) =>
    same(now[name], before[name]) ? {} : { [name]: before[name] }
  return {
    ...(moved ? { procedureId: before.procedureId } : {}),
    ...(moved || !same(now.answers, before.answers) ? { answers } : {}),
    ...(pieces.length > 0 ? { pieces } : {}),
    ...one('label'),
    ...one('capacity'),
    ...one('identity'),
    ...one('note'),
    ...one('person'),
    ...one('capacitySeen'),
    ...one('ministry'),
    ...one('assisted'),
    ...one('signing'),
    ...one('forms'),
    ...one('originals'),
  }
}
