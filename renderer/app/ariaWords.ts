import type { Plugin } from 'vite'
import { Language } from '../../shared/contract/text.ts'

/** A file of react-aria's own words in one language: `react-aria/…/intl/grid/el-GR.mjs`. */
const wordsOf =
  /\/node_modules\/react-(?:aria|stately|aria-components)\/.*\/intl\/(?:.*\/)?([a-z]{2})-[A-Z]{2}\.mjs$/

/** The languages of the pages; the library falls back on English. */
const kept: readonly string[] = [...Language.options, 'en']

/**
 * Leaves out of the pages what react-aria says in some thirty languages that no page is in: a counter's page weighs 5 KiB
 * less. What is left out is undefined, as the library's own plugin does (@react-aria/optimize-locales-plugin), and its
 * dictionaries skip it.
 */
export const ariaWordsOfPages = (): Plugin => ({
  name: 'guichet-aria-words',
  load: (id) => {
    const language = wordsOf.exec(id.replaceAll('\\', '/'))?.[1]
    return language === undefined || kept.includes(language) ? null : 'export default undefined'
  },
})
