import type { Language } from '../contract/text.ts'
import { postersAr } from './posters.ar.ts'
import { postersEn } from './posters.en.ts'
import { postersEs } from './posters.es.ts'
import { postersFr } from './posters.fr.ts'
import { postersUk } from './posters.uk.ts'
import type { PosterTexts } from './posterTexts.ts'

/** Every language of the kiosk. */
export const posters: Readonly<Record<Language, PosterTexts>> = {
  fr: postersFr,
  en: postersEn,
  es: postersEs,
  ar: postersAr,
  uk: postersUk,
}
