import type { Language } from '../../contract/text.ts'
import { postersAr } from './ar/posters.ts'
import { postersEn } from './en/posters.ts'
import { postersEs } from './es/posters.ts'
import { postersFr } from './fr/posters.ts'
import type { PosterTexts } from './posterTexts.ts'
import { postersUk } from './uk/posters.ts'

/** What the posters say, by language: apart from `languages.ts`, which every public page reads. */
export const posters: Readonly<Record<Language, PosterTexts>> = {
  fr: postersFr,
  en: postersEn,
  es: postersEs,
  ar: postersAr,
  uk: postersUk,
}
