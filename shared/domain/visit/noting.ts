import type { DemandRefusal } from '../../contract/law/demands.ts'
import type { Sheet, SheetPiece } from '../../contract/visit/sheet.ts'
import { yearsBefore } from '../../procedures/engine.ts'
import type { Decide, Refused } from '../decision.ts'
import {
  answersAhead,
  assessSheet,
  pieceTitle,
  strangeAnswers,
  withAnswersThatMatter,
} from '../law/checklist.ts'
import { demandOf, judgedSheet, mayLack } from '../law/lacking.ts'
import {
  strangeLabel,
  strangeLines,
  strangePerson,
  strangePieceName,
  strangeReceipt,
  type NotAName,
} from '../law/names.ts'
import { procedureNow, rulesNow, type RulesNow } from '../law/rulesNow.ts'
import { decidedFile } from '../files/goingOn.ts'
import { requestHere } from '../queue/sheet.ts'
import { patched, withPiece } from './patched.ts'
import { samePieces } from './samePieces.ts'
import { provingPieces, withProofAsListed } from './proving.ts'

/** Nobody has lived for so many years: an older birth is a slip of the keyboard. */
const longestLife = 130

/** A receipt of more pieces than this would be read by nobody. */
const mostPieces = 200

/** The sheet is a personal row: noting changes no fact of the office, so the journal receives nothing. */
export const updateSheet: Decide<'sheet.update'> = (office, { request, ...patch }, context) => {
  const here = requestHere(office, { request }, context)
  if ('refusal' in here) return here
  const { now } = context
  const rules = rulesNow(office, context)
  // The case first: whether a piece may lack is judged on the procedure and the answers that are noted with it.
  const change = {
    before: here.sheet,
    sheet: patched(here.sheet, { ...patch, pieces: [] }, samePieces(rules, here.sheet, patch)),
  }
  const sheet = withProofAsListed(rules, change, patch)
  if (sheet.procedureId !== null && !procedureNow(office, context, sheet.procedureId))
    return { refusal: 'unknownProcedure' }
  const birth = sheet.person?.birthDate ?? rules.date
  if (birth > rules.date) return { refusal: 'birthInFuture' }
  if (birth < yearsBefore(rules.date, longestLife)) return { refusal: 'birthTooOld' }
  const { issuedOn, validUntil } = sheet.identity ?? {}
  if (issuedOn && validUntil && validUntil < issuedOn) return { refusal: 'issuedAfterEnd' }
  const askedOn = sheet.person?.usageName?.askedOn
  if ((issuedOn ?? rules.date) > rules.date || (askedOn ?? rules.date) > rules.date)
    return { refusal: 'dateInFuture' }
  const strange = strangeAnswers(rules, sheet)
  if (strange.length > 0) return { refusal: 'unknownAnswer', details: strange }
  const ahead = answersAhead(rules, sheet)
  if (ahead.length > 0) return { refusal: 'dateInFuture', details: ahead }
  const unnamed =
    strangeLabel(patch.label) ??
    strangePerson(patch.person) ??
    strangeReceipt(patch.ministry) ??
    strangeLines([patch.identity?.issuer, patch.capacitySeen?.scope]) ??
    strangePieceName((patch.originals ?? []).map((label) => ({ label })))
  if (unnamed) return unnamed
  const proving = provingPieces(rules, { before: here.sheet, sheet }, patch)
  const noted = notedPieces(rules, sheet, [...(patch.pieces ?? []), ...proving])
  if ('refusal' in noted) return noted
  // What was decided waits for nothing: the sheet would show as not examined what it was just told lacks.
  const lacks = noted.pieces.some(({ state }) => state === 'missing')
  if (lacks && decidedFile(office, { sheet, outcome: 'filed' }, rules.date) !== null)
    return { refusal: 'fileAlreadyDecided' }
  const whole = { ...sheet, pieces: noted.pieces.reduce(withPiece, sheet.pieces) }
  if (whole.pieces.length > mostPieces) return { refusal: 'tooManyPieces' }
  const refused = refusedProof(rules, here.sheet, noted.pieces)
  if (refused) return refused
  const { sheet: clean, setBack } = judgedSheet(rules, withAnswersThatMatter(rules, whole))
  return {
    events: [],
    personal: [{ op: 'put', kind: 'sheet', id: here.ticket.visit.visitId, value: clean, at: now }],
    output: { sheet: clean, setBack: [...setBack] },
  }
}

/**
 * Pieces as the sheet has them: what lacks is named by the text that requires it. Refused are an id that no rule knows, and
 * what may not lack, judged with all that is noted in the same act.
 */
function notedPieces(
  rules: RulesNow,
  before: Sheet,
  noted: readonly SheetPiece[],
): Refused<DemandRefusal> | NotAName | { readonly pieces: readonly SheetPiece[] } {
  const strange = noted.find(
    (piece) =>
      'pieceId' in piece &&
      (before.procedureId === null || pieceTitle(rules, before.procedureId, piece.pieceId) === undefined),
  )
  if (strange && 'pieceId' in strange) return { refusal: 'unknownPiece', details: [strange.pieceId] }
  const unnamed = strangePieceName(noted.filter(({ state }) => state === 'presented'))
  if (unnamed) return unnamed
  const sheet = { ...before, pieces: noted.reduce(withPiece, before.pieces) }
  const pieces: SheetPiece[] = []
  for (const piece of noted) {
    if (piece.state !== 'missing') {
      pieces.push(piece)
      continue
    }
    const ground = mayLack({ rules, sheet }, piece)
    if ('refusal' in ground) return ground
    pieces.push({ ...demandOf(ground), state: 'missing' })
  }
  return { pieces }
}

/**
 * A proof of domicile whose 2D-Doc was verified can't be refused where the domicile must be proved (CRPA R113-8); a slip of
 * the hand is still taken back, to « non examinée ».
 */
function refusedProof(
  rules: RulesNow,
  before: Sheet,
  pieces: readonly SheetPiece[],
): Refused<'proofCannotBeRefused'> | null {
  const assessment = assessSheet(rules, before)
  if (assessment?.domicile.proof !== 'required') return null
  for (const piece of pieces) {
    if (!('pieceId' in piece) || piece.state !== 'missing') continue
    const was = before.pieces.find((one) => 'pieceId' in one && one.pieceId === piece.pieceId)
    const assessed = assessment.pieces.find(({ pieceId }) => pieceId === piece.pieceId)
    if (was && 'read' in was && was.read === '2ddoc' && assessed?.domicile)
      return { refusal: 'proofCannotBeRefused', details: [assessed.title] }
  }
  return null
}
