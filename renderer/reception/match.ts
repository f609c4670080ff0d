import { normalForm } from '../../shared/contract/letters.ts'
/** Lower case without accents: « élec » finds « Élections ». */
const fold = (text: string): string =>
  normalForm('NFD', text)
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
