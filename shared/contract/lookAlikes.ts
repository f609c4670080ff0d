// Letters of another writing that show as a Latin one: a word that mixes them with Latin letters is read as it looks.

const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => [pair[0]!, pair.slice(1)]))

/**
 * The Greek and Cyrillic letters whose prototype is a Latin one (Unicode, UTS 39, confusables.txt). Two are read as what they
 * stand for in a word, the capital iota and the Ukrainian capital I: the list has them as « l ».
 */
const same = table(
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ϺM ϜF ͿJ αa γy ιi νv οo ρp ϱp σo υu ϲc ϳj ' +
    'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ҮY ХX ЬB ѴV ԌG ԜW ӀI аa еe гr оo рp сc уy үy хx ѕs іi ӏi јj ѡw ѵv һh ҽe ԁd ԛq ԝw ӕae ӔAE',
)

/** Small letters drawn as a capital or as another small one: read so beside Latin letters alone. */
const near = table('βb εe ηn κk τt χx ωw вb кk мm нh пn тt ьb ԍg ҺH ԚQ ԀD')

/** Latin letters that are drawn otherwise and have no mark that a normal form parts: a bar, a small capital, no dot. */
const drawn = table(
  'øo ØO łl ŁL đd ĐD ħh ĦH ŧt ŦT ƀb ɇe ɨi ɍr ıi ɑa ɡg ᴀa ʙb ᴄc ᴅd ᴇe ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz',
)

const latin = /\p{Script=Latin}/u
const word = /[\p{L}\p{M}]+/gu
const foreign = /[\p{Script=Greek}\p{Script=Cyrillic}]/gu
const others = new RegExp(`[${[...drawn.keys()].join('')}]`, 'gu')
const some = new RegExp(`${foreign.source}|${others.source}`, 'u')

/** Whether a text may have letters that show as others: nearly none has. */
export const showsAsLatin = (text: string): boolean => some.test(text)

function asItLooks(typed: string): string {
  const read = typed.replaceAll(others, (letter) => drawn.get(letter)!)
  const mixed = latin.test(read)
  const whole = read.replaceAll(
    foreign,
    (letter) => same.get(letter) ?? (mixed ? near.get(letter) : undefined) ?? letter,
  )
  return mixed || whole.match(foreign) === null ? whole : read
}

/**
 * A text as somebody who reads French sees it: a word that mixes Latin letters with Greek or Cyrillic ones, or whose letters all
 * show as Latin ones, in Latin letters. A name that is written in Cyrillic stays as it is.
 * @param text with the marks of its letters apart (NFD, NFKD)
 */
export const inLatin = (text: string): string => text.replaceAll(word, asItLooks)
