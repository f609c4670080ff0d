import { z } from 'zod'

/** The languages in which the office speaks to the public, in the order of the kiosk's buttons; French is always there. */
export const Language = z.enum(['fr', 'en', 'es', 'ar', 'uk'])
export type Language = z.infer<typeof Language>
/** A language besides French, which is the text of record. */
export type OtherLanguage = Exclude<Language, 'fr'>

export const otherLanguages: readonly OtherLanguage[] = Language.options.filter((code) => code !== 'fr')

const translated = z.string().max(2000).optional()

/** A text that is data (a service's name, a ground's title): French first, other languages where someone wrote them. */
export const Text = z.strictObject({
  fr: z.string().min(1).max(2000),
  ...(Object.fromEntries(otherLanguages.map((code) => [code, translated])) as Record<
    OtherLanguage,
    typeof translated
  >),
})
export type Text = z.infer<typeof Text>

/** The text in the language asked, else in French, which is always there. */
export const inLanguage = (text: Text, language: Language): string => text[language] ?? text.fr
