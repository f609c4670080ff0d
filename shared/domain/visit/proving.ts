import type { PieceId } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import type { Sheet, SheetPiece } from '../../contract/visit/sheet.ts'
import { isProofSeen, proofInList } from '../../identity/capacities.ts'
import { assessSheet } from '../law/checklist.ts'
import type { RulesNow } from '../law/rulesNow.ts'

type Change = { readonly before: Sheet; readonly sheet: Sheet }

/**
 * The pieces that a proof just said to be seen ticks, or unticks where it is taken back, beside those that the patch names: a
 * page names none before it has the list of the capacity that was just chosen.
 * @param change the sheet before, and with all that the patch notes but its pieces
 */
export function provingPieces(
  rules: RulesNow,
  change: Change,
  { capacitySeen, pieces = [] }: Input<'sheet.update'>,
): readonly SheetPiece[] {
  const { before, sheet } = change
  const said = capacitySeen?.proofSeen
  const wasSeen = before.capacity === sheet.capacity && before.capacitySeen?.proofSeen === true
  if (wasSeen ? capacitySeen === null : said !== true) return []
  const listed = proofInList(sheet, assessSheet(rules, sheet))
  const named = new Set(pieces.flatMap((piece) => ('pieceId' in piece ? [piece.pieceId] : [])))
  const as = (state: SheetPiece['state'], pieceIds: readonly PieceId[]): readonly SheetPiece[] =>
    pieceIds.filter((pieceId) => !named.has(pieceId)).map((pieceId) => ({ pieceId, state }))
  if (!wasSeen) return as('presented', listed)
  if (said !== false) return as('presented', cameLater(rules, change, listed))
  // An undo names only what differs, and an end is noted beside a list where a piece of the proof lacks.
  const whole = listed.every((pieceId) => stateOf(sheet, pieceId) === 'presented' && !named.has(pieceId))
  return whole ? as('notExamined', listed) : []
}

const stateOf = ({ pieces }: Sheet, pieceId: PieceId): SheetPiece['state'] | undefined =>
  pieces.find((piece) => 'pieceId' in piece && piece.pieceId === pieceId)?.state

/**
 * The sheet as its list changed, its proof no longer said to be seen where the list before asked it and a piece of it was not
 * presented: those pieces said so, and a list that no longer names them has nothing else to say of it. Another procedure
 * forgets them; an answer leaves them to the list that still asks the proof.
 * @param sheet with all that the patch notes but its pieces
 */
export function withProofAsListed(
  rules: RulesNow,
  { before, sheet }: Change,
  { capacitySeen }: Input<'sheet.update'>,
): Sheet {
  if (before.capacity !== sheet.capacity || capacitySeen !== undefined) return sheet
  if (sheet.capacitySeen?.proofSeen !== true) return sheet
  const moved = before.procedureId !== sheet.procedureId
  if (!moved && proofInList(sheet, assessSheet(rules, sheet)).length > 0) return sheet
  if (isProofSeen(before, assessSheet(rules, before))) return sheet
  return { ...sheet, capacitySeen: { ...sheet.capacitySeen, proofSeen: false } }
}

/**
 * The pieces of a proof seen before the list asked them, of which nothing is noted. Where the list before lacked a piece of it,
 * nothing more was seen. A sheet begun from another request has none: of another child, the list asks the proof again.
 */
function cameLater(
  rules: RulesNow,
  { before, sheet }: Change,
  listed: readonly PieceId[],
): readonly PieceId[] {
  if (sheet.household) return []
  const assessed = assessSheet(rules, before)
  if (!isProofSeen(before, assessed)) return []
  const moved = before.procedureId !== sheet.procedureId
  const had = new Set(moved ? [] : proofInList(before, assessed))
  return listed.filter((pieceId) => !had.has(pieceId) && stateOf(sheet, pieceId) === undefined)
}
