import type { Sheet } from '../../contract/visit/sheet.ts'
import type { Refused } from '../decision.ts'

/**
 * The mother of the child who is declared asked that nobody knows who she is (C. civ., art. 326): the rules name the request
 * and its pieces, and no paper repeats words typed beside them, which could name her.
 */
export const keepsSecret = ({ procedureId, answers }: Pick<Sheet, 'procedureId' | 'answers'>): boolean =>
  procedureId === 'naissance' && answers['parents'] === 'secret'

/**
 * Nothing of what was typed, nor of the reasoning that leads to that secret, goes on a paper: the text that has a reasoning told
 * keeps the secrets of the law (CRPA R311-3-1-2).
 */
export const secretKept = (
  sheet: Pick<Sheet, 'procedureId' | 'answers'> | undefined,
): Refused<'typedWordsWithheld'> | undefined =>
  sheet !== undefined && keepsSecret(sheet) ? { refusal: 'typedWordsWithheld' } : undefined

/** What stands on a paper for a piece that was shown under a name which is not repeated. */
export const unnamedPiece = 'Pièce qui n’est pas nommée ici'

/** What was sent of that request, where the words that told it are not repeated. */
export const unnamedSent = 'ce qui concerne cette déclaration'

/** Why the original of a copy is asked, where the words that told it are not repeated. */
export const unnamedDoubt = 'La copie paraît douteuse. Ce qui fait douter n’est pas écrit ici.'

/** Why a paper of that request no longer holds, where the reason typed is not repeated. */
export const unnamedReason = 'Motif qui n’est pas écrit ici'
