import { inEach } from './languages.ts'

/** By language, as each language's own file has them. */
export const hallTexts = inEach(({ hall }) => hall)
