import { z } from 'zod'

/** The languages in which data can speak to the public; French is always there. */
export const Language = z.enum(['fr', 'en', 'es', 'ar', 'uk'])
export type Language = z.infer<typeof Language>

/** A text that is data (a service's name, a ground's title): French first, other languages where someone wrote them. */
export const Text = z.strictObject({
  fr: z.string().min(1).max(2000),
  en: z.string().max(2000).optional(),
  es: z.string().max(2000).optional(),
  ar: z.string().max(2000).optional(),
  uk: z.string().max(2000).optional(),
})
export type Text = z.infer<typeof Text>

/** The text in the language asked, else in French, which is always there. */
export const inLanguage = (text: Text, language: Language): string => text[language] ?? text.fr
