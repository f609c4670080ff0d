import { kioskAr } from './kiosk.ar.ts'
import { kioskEn } from './kiosk.en.ts'
import { kioskEs } from './kiosk.es.ts'
import { kioskFr, type KioskTexts } from './kiosk.fr.ts'
import { kioskUk } from './kiosk.uk.ts'
import type { Language } from '../contract/text.ts'

export type { KioskTexts }

/** What the kiosk says, by language; another language is one more entry that satisfies the type. */
export const kiosk: Readonly<Record<Language, KioskTexts>> = {
  fr: kioskFr,
  en: kioskEn,
  es: kioskEs,
  ar: kioskAr,
  uk: kioskUk,
}
export type KioskLanguage = keyof typeof kiosk

/** In the order of the buttons. */
export const kioskLanguages: readonly KioskLanguage[] = ['fr', 'en', 'es', 'ar', 'uk']

/** Which way a language is read. */
export const directionOf = (language: KioskLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')
