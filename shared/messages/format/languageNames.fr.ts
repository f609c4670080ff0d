import { Language } from '../../contract/text.ts'

/** Made when a name is first read: it takes a page's start some twenty milliseconds. */
let french: Intl.DisplayNames | undefined
const nameOf = (code: Language): string =>
  (french ??= new Intl.DisplayNames('fr', { type: 'language' })).of(code) ?? code

/** « ukrainien »: what French calls each language that the public reads. */
export const languageNames = Object.defineProperties(
  {},
  Object.fromEntries(
    Language.options.map((code) => [code, { enumerable: true, get: () => nameOf(code) }] as const),
  ),
) as Readonly<Record<Language, string>>
