/** Why a piece can't be asked, nor lack: each says which text, and what to do instead. */
export const demandRefusals = [
  /** No rule knows that id. */
  'unknownPiece',
  /** A text forbids to ask it (CRPA R113-5, R113-8, R113-10). */
  'pieceMayNotBeAsked',
  /** An administration holds it, and the office is connected to it (CRPA L113-12). */
  'pieceHeld',
  /** The procedure asks it in other cases than this one. */
  'pieceNotRequired',
  /** An answer that nobody gave decides whether it is required. */
  'pieceDependsOnCase',
  /** A piece in somebody's own words, on no text of the base nor regulation of the office. */
  'pieceWithoutText',
  /** The text that was named exists, and does not require that piece. */
  'pieceNotInText',
] as const
export type DemandRefusal = (typeof demandRefusals)[number]
