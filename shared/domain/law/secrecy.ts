import type { Sheet } from '../../contract/visit/sheet.ts'

/**
 * The mother of the child who is declared asked that nobody knows who she is (C. civ., art. 326): the rules name the request
 * and its pieces, and no paper repeats words typed beside them, which could name her.
 */
export const keepsSecret = ({ procedureId, answers }: Pick<Sheet, 'procedureId' | 'answers'>): boolean =>
  procedureId === 'naissance' && answers['parents'] === 'secret'

/** What stands on a paper for a piece that was shown under a name which is not repeated. */
export const unnamedPiece = 'Pièce qui n’est pas nommée ici'

/** What was sent of that request, where the words that told it are not repeated. */
export const unnamedSent = 'ce qui concerne cette déclaration'

/** Why a paper of that request no longer holds, where the reason typed is not repeated. */
export const unnamedReason = 'Motif qui n’est pas écrit ici'
