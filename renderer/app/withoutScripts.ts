import type { Plugin } from 'vite'
import { escapeHtml } from '../../shared/documents/html.ts'
import { withoutScripts } from '../../shared/messages/withoutScripts.ts'

/** What a page says in a browser that runs no script: its own words are all drawn by one. */
const said = Object.entries(withoutScripts)
  .map(
    ([lang, { title, help }]) =>
      `<div lang="${lang}"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(help)}</p></div>`,
  )
  .join('')

/** Puts that in each page as it is built or served. */
export const saidWithoutScripts = (): Plugin => ({
  name: 'guichet-without-scripts',
  transformIndexHtml: (html) =>
    html.replace('<div id="page"></div>', (page) => `<noscript>${said}</noscript>\n    ${page}`),
})
