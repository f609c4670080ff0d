import type { VoiceTexts } from '../language.ts'
import { partsOf } from '../spokenNumber.ts'

// What the waiting room hears, in French.

const small = (
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize ' +
  'dix-sept dix-huit dix-neuf'
).split(' ')
const tens = new Map([
  [20, 'vingt'],
  [30, 'trente'],
  [40, 'quarante'],
  [50, 'cinquante'],
  [60, 'soixante'],
  [80, 'quatre-vingt'],
])

/** « soixante et onze », « quatre-vingts », « quatre-vingt-un »: from 60 on, French counts by twenties. */
function belowHundred(value: number): string {
  if (value < 20) return small[value] ?? ''
  const base = value < 60 ? value - (value % 10) : value < 80 ? 60 : 80
  const word = tens.get(base) ?? ''
  const rest = value - base
  if (rest === 0) return base === 80 ? `${word}s` : word
  const joined = rest % 10 === 1 && base !== 80 ? ' et ' : '-'
  return `${word}${joined}${small[rest]}`
}

/**
 * A number in words, in the spelling of before 1990: « deux cents » but « deux cent un », « mille » never varies.
 * @throws RangeError when it is not a whole number from 0 to 9999
 */
export function inWords(value: number): string {
  const parts = partsOf(value)
  return parts
    .map((part, at) => {
      if (part < 100) return belowHundred(part)
      const [times, word] = part < 1000 ? [part / 100, 'cent'] : [part / 1000, 'mille']
      if (times === 1) return word
      // « cents » takes its s only when nothing follows.
      return `${small[times]} ${word}${word === 'cent' && at === parts.length - 1 ? 's' : ''}`
    })
    .join(' ')
}

/** What a person reads to record each piece in French. */
export const voiceFr: VoiceTexts = {
  ticket: 'ticket',
  screen: 'regardez l’écran',
  letters: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  places: {
    accueil: 'accueil',
    box: 'box',
    bureau: 'bureau',
    caisse: 'caisse',
    comptoir: 'comptoir',
    guichet: 'guichet',
    porte: 'porte',
    poste: 'poste',
    regie: 'régie',
    salle: 'salle',
  },
  number: inWords,
}
