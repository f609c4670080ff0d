/** Lower case without accents: « élec » finds « Élections ». */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLocaleLowerCase('fr')

/** Whether each word typed begins a word of one of the texts: « pas » finds « Carte d’identité ou passeport ». */
export function matches(typed: string, texts: readonly (string | null)[]): boolean {
  const words = texts.flatMap((text) => fold(text ?? '').split(/[^\p{L}\p{N}]+/u))
  return fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .every((start) => start === '' || words.some((word) => word.startsWith(start)))
}

/** `A45` for « a 45 », « A-45 », « A045 ». */
export const numberTyped = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^([A-Z])0+/, '$1')

/** Minutes since midnight of « 9 h 05 », « 9:05 », « 9h »; null when it is no hour. */
export function minutesTyped(text: string): number | null {
  const [, hours = '', minutes = ''] = /^\s*(\d{1,2})\s*[h:.]\s*(\d{2})?\s*$/i.exec(text) ?? []
  if (hours === '') return null
  const [hour, minute] = [Number(hours), Number(minutes)]
  return hour > 23 || minute > 59 ? null : hour * 60 + minute
}
