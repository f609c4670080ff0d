import type { Sheet } from '../../contract/visit/calls.ts'

// Of the host and of the page, as `patched` is: no rule is read here.

/** What is the same for those who live together, by the questions that ask it. */
export const householdQuestions = ['logement', 'residence-enfant'] as const

/** The pieces that prove where they live: the same paper for each, seen once. */
export const householdPieces = ['justificatif-domicile', 'justificatif-hebergeant'] as const

/** Whether this piece of a sheet proves where the household lives. */
export const isOfHousehold = (piece: Sheet['pieces'][number]): boolean =>
  'pieceId' in piece && (householdPieces as readonly string[]).includes(piece.pieceId)

/** The same sheet once it is another household: nothing of the request before is kept. */
export function otherHousehold(begun: Sheet): Sheet {
  const { household: _, ...sheet } = begun
  const own = Object.entries(sheet.answers).filter(
    ([id]) => !(householdQuestions as readonly string[]).includes(id),
  )
  return {
    ...sheet,
    answers: Object.fromEntries(own),
    pieces: sheet.pieces.filter((piece) => !isOfHousehold(piece)),
    capacity: null,
    capacitySeen: null,
    identity: null,
  }
}
