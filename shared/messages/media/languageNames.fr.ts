import { Language } from '../../contract/text.ts'

const french = new Intl.DisplayNames('fr', { type: 'language' })

/** « ukrainien »: what French calls each language that the public reads. */
export const languageNames = Object.fromEntries(
  Language.options.map((code) => [code, french.of(code) ?? code]),
) as Readonly<Record<Language, string>>
