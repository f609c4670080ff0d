import { inEach } from './languages.ts'

/** By language, as each language's own file has them. */
export const followTexts = inEach(({ follow }) => follow)
