/** Amounts beyond are no till's: the words stop there. */
export const mostInWords = 99_999_999

const small = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
] as const
const tens = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
]

/** Under one hundred. `last`: nothing follows, so that « quatre-vingts » has its s. */
function underHundred(value: number, last: boolean): string {
  if (value < 20) return small[value]!
  const ten = Math.floor(value / 10)
  const word = tens[ten]!
  // Seventy and ninety go on from sixty and eighty.
  const unit = value - (ten === 7 || ten === 9 ? ten - 1 : ten) * 10
  if (unit === 0) return ten === 8 && last ? `${word}s` : word
  return (unit === 1 || unit === 11) && ten < 8 ? `${word} et ${small[unit]!}` : `${word}-${small[unit]!}`
}

/** Under one thousand, in the spelling of before 1990, which every cheque and quittance has. */
function underThousand(value: number, last: boolean): string {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  if (hundreds === 0) return underHundred(rest, last)
  const hundred = hundreds === 1 ? 'cent' : `${small[hundreds]!} cent`
  if (rest === 0) return hundreds > 1 && last ? `${hundred}s` : hundred
  return `${hundred} ${underHundred(rest, last)}`
}

/** A whole number in letters, up to 999 999. */
function numberWords(value: number): string {
  const thousands = Math.floor(value / 1000)
  const rest = value % 1000
  if (thousands === 0) return underThousand(rest, true)
  const thousand = thousands === 1 ? 'mille' : `${underThousand(thousands, false)} mille`
  return rest === 0 ? thousand : `${thousand} ${underThousand(rest, true)}`
}

const counted = (value: number, word: string): string =>
  `${numberWords(value)} ${word}${value < 2 ? '' : 's'}`

/**
 * An amount in letters: « quarante-deux euros et cinquante centimes ».
 * @param cents a whole number from 0 to 99 999 999 (999 999,99 €)
 * @throws RangeError on any other
 */
export function amountWords(cents: number): string {
  if (!Number.isInteger(cents) || cents < 0 || cents > mostInWords)
    throw new RangeError(`no amount in words for ${cents}`)
  const euros = Math.floor(cents / 100)
  const rest = cents % 100
  if (rest === 0) return counted(euros, 'euro')
  return euros === 0 ? counted(rest, 'centime') : `${counted(euros, 'euro')} et ${counted(rest, 'centime')}`
}
