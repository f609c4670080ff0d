import { asRead, normalForm } from '../../contract/letters.ts'
import type { Refused } from '../decision.ts'
import { headlineAsks } from './headlines.ts'
import { citesText, namesPiece } from './orders.ts'
import { namesSomeone } from './someone.ts'
import { asksOrRefuses } from './speech.ts'

// What the office says to everybody in its own words: on the display, at the kiosk, on telephones.

/** Who takes blood asks who gives it for a title: the town lends the room. */
const askedByOthers = /\b(?:collecte|dons?) (?:de|du) sang\b/iu
/** The card that a library lends: it is shown there and given back there. */
const ofReaders =
  /(?<!\p{L})cartes? (?:de (?:la )?|du )(?:bibliothèque|lecteur|lecture|ludothèque|médiathèque|piscine)(?!\p{L})/giu
/** A card that pays is none, and the photos of a contest are no piece. */
const ofPaying = /(?<!\p{L})cartes? (?:bancaires?|bleues?|de paiement|d['’]abonnement)(?!\p{L})/giu
const contest = /(?<!\p{L})(?:concours|exposition)(?!\p{L})/iu
const photos = /(?<!\p{L})photos?(?! d['’]identité)(?!\p{L})/giu
/** « Relevé des compteurs obligatoire »: whoever reads them passes. */
const ofMeters = /(?<!\p{L})relevés? (?:des? |du )?compteurs?(?!\p{L})/giu
const noPiece = (words: string): string => {
  const left = words.replaceAll(ofReaders, ' ').replaceAll(ofPaying, ' ').replaceAll(ofMeters, ' ')
  return contest.test(words) ? left.replaceAll(photos, ' ') : left
}
/** « Apportez vos livres » asks no piece; what a text asks is said with its number. */
const asksByItself = (words: string): boolean =>
  namesPiece(noPiece(words)) && !citesText(words) && !askedByOthers.test(words)

/**
 * Why words to everybody are refused: they name somebody, ask for a piece (which a text alone does, CRPA L114-5), or refuse.
 * What asks is known in French alone, whatever language it is written for.
 */
export function strangeNotice(
  said: readonly (string | null | undefined)[],
): Refused<'namesSomebody' | 'noticeAsks' | 'noticeRefuses'> | null {
  for (const [typed, read] of said.flatMap((line) => asRead(line ?? '').map((one) => [line, one] as const))) {
    // Letters that are wide or drawn otherwise are read as the plain ones.
    const words = normalForm('NFC', normalForm('NFKD', read))
    if (namesSomeone(words)) return { refusal: 'namesSomebody', details: [typed ?? ''] }
    const found = asksOrRefuses(words, 'all')
    if (found === 'refuses') return { refusal: 'noticeRefuses', details: [typed ?? ''] }
    if ((found === 'asks' || headlineAsks(words)) && asksByItself(words))
      return { refusal: 'noticeAsks', details: [typed ?? ''] }
  }
  return null
}
