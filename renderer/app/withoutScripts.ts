import type { Plugin } from 'vite'
import { escapeHtml } from '../../shared/documents/html.ts'
import { withoutScripts } from '../../shared/messages/withoutScripts.ts'

/** As the pages that the host writes: a column, a heading; no style of a page's own is read yet. */
const looks = {
  part: 'max-width:44rem;margin:0 auto;padding:2rem 1rem 0',
  title: 'font-size:1.75rem;font-weight:700;line-height:1.25;margin:0 0 .75rem',
}

/** What a page says in a browser that runs no script: its own words are all drawn by one. */
const said = Object.entries(withoutScripts)
  .map(
    ([lang, { title, help }]) =>
      `<div lang="${lang}" style="${looks.part}"><h1 style="${looks.title}">${escapeHtml(title)}</h1><p>${escapeHtml(help)}</p></div>`,
  )
  .join('')

/** Puts that in each page as it is built or served. */
export const saidWithoutScripts = (): Plugin => ({
  name: 'guichet-without-scripts',
  transformIndexHtml: (html) =>
    html.replace('<div id="page"></div>', (page) => `<noscript>${said}</noscript>\n    ${page}`),
})
