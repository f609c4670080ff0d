import { createContext, use } from 'react'
import { inLanguage, type Text } from '../../shared/contract/text.ts'
import { kiosk, type KioskLanguage, type KioskTexts } from '../../shared/messages/public/kiosk.ts'

/** The language that the person chose at this kiosk. */
export const LanguageContext = createContext<KioskLanguage>('fr')

/** What the kiosk says, in the person's language. */
export const useWords = (): KioskTexts => kiosk[use(LanguageContext)]

/** A text that is data, and the language that it is really in: French where nobody translated it. */
export function useSaid(): (text: Text) => { readonly text: string; readonly lang: string } {
  const language = use(LanguageContext)
  return (text) => ({
    text: inLanguage(text, language),
    lang: text[language] === undefined ? 'fr' : language,
  })
}
