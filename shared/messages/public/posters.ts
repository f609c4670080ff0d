import { inEach } from './languages.ts'

/** What the posters say, by language. */
export const posters = inEach((language) => language.posters)
