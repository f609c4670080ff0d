import type { Sheet } from '../../contract/visit/sheet.ts'
import { hasPiece, isAnswer } from '../../procedures/answers.ts'
import { procedureOn } from '../../procedures/catalogue.ts'
import type { RulesNow } from '../law/rulesNow.ts'
import type { Ticket } from '../queue/state.ts'
import { householdQuestions, isOfHousehold, isOfRepresentative } from './otherHousehold.ts'
import { blankSheet } from '../queue/sheet.ts'

/**
 * The sheet of the next request of a visit, begun from the one that ends: where the household lives and what
 * proves it, and who represents its members, with their title. What is each one's own (a name, a title, other pieces) is not
 * taken. Its procedure is what a sheet that begins with nothing would have. Null where nothing is the same.
 */
export function sameHousehold(
  rules: RulesNow,
  { visit, procedureId: chosen }: Ticket,
  sheet: Sheet,
): Sheet | null {
  const begun = blankSheet({
    procedureId: chosen,
    visit: visit && { ...visit, requests: visit.requests.slice(1) },
  })
  const { procedureId } = begun
  const procedure = procedureId === null ? undefined : procedureOn(rules.catalogue, procedureId, rules.date)
  const answers = Object.fromEntries(
    householdQuestions.flatMap((id) => {
      const value = sheet.answers[id]
      return procedure && value !== undefined && isAnswer(procedure, id, value) ? [[id, value]] : []
    }),
  )
  const represents = sheet.capacity !== null && sheet.capacity !== 'self'
  const pieces = sheet.pieces.flatMap((piece) =>
    procedure &&
    isOfHousehold(piece) &&
    (represents || !isOfRepresentative(piece)) &&
    piece.state === 'presented' &&
    'pieceId' in piece &&
    hasPiece(procedure, piece.pieceId)
      ? [{ pieceId: piece.pieceId, state: piece.state }]
      : [],
  )
  if (!represents && pieces.length === 0 && Object.keys(answers).length === 0) return null
  return {
    ...begun,
    answers,
    pieces,
    ...(represents
      ? { capacity: sheet.capacity, capacitySeen: sheet.capacitySeen, identity: sheet.identity }
      : {}),
    household: true,
  }
}
