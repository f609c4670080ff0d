import { normalForm } from '../../contract/letters.ts'
import type { Refused } from '../decision.ts'
import { headlineAsks } from './headlines.ts'
import { strangeProse } from './names.ts'
import { citesText, namesPiece } from './orders.ts'
import { namesSomeone } from './someone.ts'

// What the office says to everybody in its own words: on the display, at the kiosk, on telephones.

/** Who takes blood asks who gives it for a title: the town lends the room. */
const askedByOthers = /\b(?:collecte|dons?) (?:de|du) sang\b/iu
/** The card that a library lends: it is shown there and given back there. */
const ofReaders =
  /(?<!\p{L})cartes? (?:de (?:la )?|du )(?:bibliothèque|lecteur|lecture|ludothèque|médiathèque|piscine)(?!\p{L})/giu
/** « Apportez vos livres » asks no piece; what a text asks is said with its number. */
const asksByItself = (words: string): boolean =>
  namesPiece(words.replaceAll(ofReaders, ' ')) && !citesText(words) && !askedByOthers.test(words)

/**
 * Why words to everybody are refused: they name somebody, ask for a piece (which a text alone does, CRPA L114-5), or refuse.
 * What asks is known in French alone, whatever language it is written for.
 */
export function strangeNotice(
  said: readonly (string | null | undefined)[],
): Refused<'namesSomebody' | 'noticeAsks' | 'noticeRefuses'> | null {
  for (const typed of said) {
    // Letters that are wide or drawn otherwise are read as the plain ones.
    const words = normalForm('NFC', normalForm('NFKD', typed ?? ''))
    if (namesSomeone(words)) return { refusal: 'namesSomebody', details: [typed ?? ''] }
    const strange = strangeProse([words])
    if (strange?.refusal === 'refusalInWords') return { refusal: 'noticeRefuses', details: [typed ?? ''] }
    if ((strange || headlineAsks(words)) && asksByItself(words))
      return { refusal: 'noticeAsks', details: [typed ?? ''] }
  }
  return null
}
