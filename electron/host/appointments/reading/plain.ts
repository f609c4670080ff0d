import { normalForm, unseen } from '../../../../shared/contract/letters.ts'

/** What a program puts in place of a letter that it couldn't read, as in « d�marche ». */
export const damagedLetter = '\uFFFD'

/** Words without case, accents or punctuation, to compare what two people typed: « N° de pré-demande » is `n de pre demande`. */
export const plain = (text: string): string =>
  normalForm('NFD', text)
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z0-9\uFFFD]+/g, ' ')
    .trim()

/** Whether two plain texts are the same; a damaged letter of the first stands for any. */
export const samePlain = (written: string, known: string): boolean =>
  written.includes(damagedLetter)
    ? written.length === known.length &&
      Array.from(written).every((letter, at) => letter === damagedLetter || letter === known[at])
    : written === known

/** One line of text as it can be shown: nothing unseen in it, one space between words, no longer than the bound. */
export const shown = (text: string, bound: number): string =>
  Array.from(normalForm('NFC', text).replaceAll(unseen, ' ').replaceAll(/\s+/g, ' ').trim())
    .slice(0, bound)
    .join('')
    .trim()
