import type { Sheet } from '../../contract/visit/sheet.ts'

// Of the host and of the page, as `patched` is: no rule is read here.

/** What is the same for those who live together, by the questions that ask it. */
export const householdQuestions = ['logement'] as const

/** The pieces that prove where they live: the same paper for each, seen once. */
const householdPieces = ['justificatif-domicile', 'justificatif-hebergeant'] as const

/** Who represents the children of a household: the same title for each, seen once. */
const representativePieces = ['identite-representant'] as const

const isOneOf = (ids: readonly string[], piece: Sheet['pieces'][number]): boolean =>
  'pieceId' in piece && ids.includes(piece.pieceId)

/** Whether this piece of a sheet says who represents its person. */
export const isOfRepresentative = (piece: Sheet['pieces'][number]): boolean =>
  isOneOf(representativePieces, piece)

/** Whether this piece of a sheet is the same for those who live together: where they live, who represents them. */
export const isOfHousehold = (piece: Sheet['pieces'][number]): boolean =>
  isOneOf(householdPieces, piece) || isOfRepresentative(piece)

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
