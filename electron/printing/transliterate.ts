import { normalForm } from '../../shared/contract/letters.ts'
// For a printer that has no characters for a name, on a machine where no browser can draw it: better in Latin letters
// than as question marks.

/**
 * Ukrainian, as passports write it: table of the Cabinet of Ministers' resolution no. 55 of 27 January 2010. The
 * second form is that of the beginning of a word.
 */
const ukrainian: Readonly<Record<string, readonly [string, string?]>> = {
  а: ['a'],
  б: ['b'],
  в: ['v'],
  г: ['h'],
  ґ: ['g'],
  д: ['d'],
  е: ['e'],
  є: ['ie', 'ye'],
  ж: ['zh'],
  з: ['z'],
  и: ['y'],
  і: ['i'],
  ї: ['i', 'yi'],
  й: ['i', 'y'],
  к: ['k'],
  л: ['l'],
  м: ['m'],
  н: ['n'],
  о: ['o'],
  п: ['p'],
  р: ['r'],
  с: ['s'],
  т: ['t'],
  у: ['u'],
  ф: ['f'],
  х: ['kh'],
  ц: ['ts'],
  ч: ['ch'],
  ш: ['sh'],
  щ: ['shch'],
  ю: ['iu', 'yu'],
  я: ['ia', 'ya'],
  ь: [''],
  '’': [''],
  // Letters of Russian, as ICAO Doc 9303, part 3, section 6 B has them.
  ё: ['e'],
  ъ: ['ie'],
  ы: ['y'],
  э: ['e'],
}

/** Arabic: the consonants of BGN/PCGN 1956 without their diacritics. Short vowels are not written, so none is invented. */
const arabic: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ٱ: 'a',
  ء: '’',
  ؤ: '’',
  ئ: '’',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: '‘',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
  ى: 'a',
  ة: 'h',
  '،': ',',
  '؛': ';',
  '؟': '?',
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /\p{L}/u.test(character)

/** A letter in Latin ones, with the capital that it had. */
function latin(character: string, before: string | undefined): string | undefined {
  const lower = character.toLowerCase()
  const found = ukrainian[lower]
  // The apostrophe is only dropped inside a Cyrillic word: elsewhere it is French.
  if (!found || (lower === '’' && !(before !== undefined && /\p{Script=Cyrillic}/u.test(before))))
    return arabic[character]
  const small = isLetter(before) || before === '’' ? found[0] : (found[1] ?? found[0])
  return lower === character ? small : small.charAt(0).toUpperCase() + small.slice(1)
}

/** A text in letters that a receipt printer has; what no table tells keeps its plain letter, or is « ? ». */
export function transliterate(text: string, has: (character: string) => boolean): string {
  const characters = [
    ...text
      .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
      .replaceAll('зг', 'zgh')
      .replaceAll('Зг', 'Zgh'),
  ]
  return characters
    .map((character, at) => {
      const letters = latin(character, characters[at - 1])
      // Whole words only: a name half in one alphabet and half in another would be unreadable.
      if (letters !== undefined) return letters
      if (has(character)) return character
      const bare = normalForm('NFKD', character).replace(/\p{M}/gu, '')
      return [...bare].every(has) && bare !== '' ? bare : '?'
    })
    .join('')
}
