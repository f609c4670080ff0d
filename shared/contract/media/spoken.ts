import { z } from 'zod'
import { inLanguage, Language, otherLanguages, type Text } from '../text.ts'

/** What a paper is about and what to bring, in the language of who holds it, under the French of record. */
export const Spoken = z.strictObject({
  lang: Language.exclude(['fr']),
  subject: z.string(),
  bring: z.array(z.string()),
})
export type Spoken = z.infer<typeof Spoken>

/** A thing to bring, as the rules have it. */
type Brought = { readonly title: Text; readonly detail: Text | null }

/** A thing named with what restricts it: a title alone would ask more than its rule does. */
export const namedWhole = (title: string, detail: string | undefined): string =>
  detail === undefined ? title : `${title}. ${detail}`

/** What to bring, each thing with what restricts it. */
export const broughtWhole = (bring: readonly Brought[]): readonly Text[] =>
  bring.map(({ title, detail }) => {
    if (detail === null) return title
    const whole = (lang: Language) => namedWhole(inLanguage(title, lang), inLanguage(detail, lang))
    return { fr: whole('fr'), ...Object.fromEntries(otherLanguages.map((lang) => [lang, whole(lang)])) }
  })

/** For a paper in French alone, nothing. A text that nobody translated stays in French. */
export const spokenIn = (
  lang: Language | undefined,
  subject: Text,
  bring: readonly Brought[],
): { readonly spoken?: Spoken } =>
  lang === undefined || lang === 'fr'
    ? {}
    : {
        spoken: {
          lang,
          subject: inLanguage(subject, lang),
          bring: broughtWhole(bring).map((text) => inLanguage(text, lang)),
        },
      }
