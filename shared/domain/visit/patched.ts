import type { Input } from '../../contract/index.ts'
import type { Sheet, SheetPiece } from '../../contract/visit/sheet.ts'
import { otherHousehold } from './otherHousehold.ts'

// Of the host and of the page, which shows the sheet as the host will have it before it answers.

/**
 * What is given replaces, `null` forgets, what isn't given stays. Another procedure forgets what was for the one before.
 * @param keeps the pieces that another procedure asks alike: the host alone knows them
 */
export function patched(
  before: Sheet,
  patch: Input<'sheet.update'>,
  keeps: (piece: SheetPiece) => boolean = () => false,
): Sheet {
  const moved = patch.procedureId !== undefined && patch.procedureId !== before.procedureId
  const whole = patch.household === null ? otherHousehold(before) : before
  const base = moved
    ? { ...whole, answers: {}, pieces: whole.pieces.flatMap((piece) => movedPiece(piece, keeps)) }
    : whole
  const answers = Object.entries({ ...base.answers, ...patch.answers }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  return {
    procedureId: patch.procedureId === undefined ? base.procedureId : patch.procedureId,
    label: patch.label === undefined ? base.label : patch.label,
    capacity: patch.capacity === undefined ? base.capacity : patch.capacity,
    identity: patch.identity === undefined ? base.identity : patch.identity,
    answers: Object.fromEntries(answers),
    pieces: (patch.pieces ?? []).reduce(withPiece, base.pieces),
    note: patch.note === undefined ? base.note : patch.note,
    person: patch.person === undefined ? base.person : patch.person,
    capacitySeen: patch.capacitySeen === undefined ? base.capacitySeen : patch.capacitySeen,
    fileId: patch.fileId === undefined ? base.fileId : patch.fileId,
    ministry: patch.ministry === undefined ? base.ministry : patch.ministry,
    assisted: patch.assisted === undefined ? base.assisted : patch.assisted,
    signing: patch.signing === undefined ? base.signing : patch.signing,
    forms: patch.forms ?? base.forms,
    originals: patch.originals ?? base.originals,
    // A place elsewhere was asked for one procedure.
    ...(base.elsewhere && !moved ? { elsewhere: base.elsewhere } : {}),
    ...(base.household ? { household: true } : {}),
  }
}

/** A piece as another procedure has it: why it was asked again was said of the one before. */
function movedPiece(piece: SheetPiece, keeps: (piece: SheetPiece) => boolean): readonly SheetPiece[] {
  if ('label' in piece) return [piece]
  const { askedAgain: _, ...shown } = piece
  return keeps(piece) ? [shown] : []
}

const nameOfPiece = (piece: SheetPiece) =>
  'pieceId' in piece ? `id ${piece.pieceId}` : `label ${piece.label}`

/** The sheet's pieces with this one as it is now, at its place. */
export const withPiece = (pieces: SheetPiece[], piece: SheetPiece): SheetPiece[] => {
  const at = pieces.findIndex((other) => nameOfPiece(other) === nameOfPiece(piece))
  const before = pieces[at]
  if (before === undefined) return [...pieces, piece]
  // Asked again with its reason, it stays so whatever is noted of it since.
  return pieces.with(at, 'askedAgain' in before && before.askedAgain ? { ...piece, askedAgain: true } : piece)
}
