import { Language } from '../../contract/text.ts'
import type { KioskTexts } from './fr/kiosk.ts'
import { inEach, languages } from './languages.ts'

export type { KioskTexts }

/** What the kiosk says, by language. */
export const kiosk = inEach((language) => language.kiosk)
export type KioskLanguage = Language

/** In the order of the buttons. */
export const kioskLanguages: readonly KioskLanguage[] = Language.options

/** Which way a language is read. */
export const directionOf = (language: KioskLanguage): 'ltr' | 'rtl' => languages[language].direction
