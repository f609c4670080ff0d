import { Language } from '../../contract/text.ts'
import { ar } from './ar/language.ts'
import { en } from './en/language.ts'
import { es } from './es/language.ts'
import { fr } from './fr/language.ts'
import type { PublicLanguage } from './language.ts'
import { uk } from './uk/language.ts'

/**
 * The languages that the public reads and hears. Another one is its folder beside the others, its folder of recordings
 * (`renderer/sound/clips`), its code in `contract/text.ts` and its name here and where the compiler asks for it
 * (docs/contributing.md).
 */
export const languages: Readonly<Record<Language, PublicLanguage>> = { fr, en, es, ar, uk }

/** One part of what each language says, by language. */
export const inEach = <T>(part: (language: PublicLanguage) => T): Readonly<Record<Language, T>> =>
  Object.fromEntries(Language.options.map((code) => [code, part(languages[code])])) as Record<Language, T>
