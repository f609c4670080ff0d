import { words } from '../messages/documents/documents.fr.ts'
import { languages } from '../messages/public/languages.ts'
import type { Section } from './content.ts'
import type { Row } from './content/body.ts'
import { widthOf } from './a4Fit.ts'
import { cssString, escapeHtml, prose } from './html.ts'

export type A4Page = {
  /** The page's title, and what the foot of each sheet says. */
  readonly title: string
  readonly school: boolean
  /** `@font-face` rules with data: addresses, or nothing: the paper then uses the machine's sans-serif. */
  readonly fontCss: string
  /** What this paper alone needs. */
  readonly ownCss?: string
  readonly body: string
}

/** The paper's look: millimetres and points, black on white, hairlines. */
const css = ({ school, title }: A4Page): string => `
@page {
  size: A4; margin: 16mm 18mm 18mm;
  ${school ? `@top-center { content: ${cssString(words.specimen)}; font: 700 10pt sans-serif; }` : ''}
  @bottom-left { content: ${cssString(title)}; font: 8pt sans-serif; color: #4f4b45; }
  @bottom-right { content: "${words.page} " counter(page) " / " counter(pages); font: 8pt sans-serif; color: #4f4b45; }
}
* { box-sizing: border-box; }
body { margin: 0; color: #111; background: #fff; font: 10pt/1.4 'Figures', 'Atkinson Hyperlegible Next', 'Noto Sans', 'Noto Sans Arabic', sans-serif; overflow-wrap: anywhere; }
h1, h2, p, ul, table { margin: 0; }
ul { padding: 0; list-style: none; }
li { padding: 1mm 0; border-bottom: 0.2mm solid #b8b4ac; break-inside: avoid; }
header { display: flex; justify-content: space-between; gap: 10mm; }
header div:last-child { flex: 0 0 auto; max-width: 70mm; text-align: right; }
.strong { font-weight: 700; }
.whole { white-space: nowrap; }
h1 { margin-top: 8mm; font-size: 17pt; line-height: 1.2; }
h2 { margin: 4.5mm 0 1mm; font-size: 11pt; break-after: avoid; }
section.text { break-inside: avoid; }
section.text p + p { margin-top: 1mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 1mm 4mm 1mm 0; border-bottom: 0.2mm solid #b8b4ac; text-align: start; vertical-align: top; font-weight: 400; }
thead th { padding-top: 0; color: #4f4b45; font-size: 8.5pt; }
tr { break-inside: avoid; }
th:first-child { width: 50%; }
.named th:first-child { width: 32%; }
.named tbody th { font-weight: 700; }
.hours th:first-child { width: 16%; }
footer { display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm; margin-top: 6mm; padding-top: 4mm; border-top: 0.2mm solid #b8b4ac; break-inside: avoid; }
.small { color: #4f4b45; font-size: 8.5pt; }
.specimen { position: fixed; top: 45%; left: 50%; transform: translate(-50%, -50%) rotate(-32deg); font-size: 84pt; font-weight: 700; letter-spacing: 4pt; color: rgb(0 0 0 / 9%); white-space: nowrap; z-index: -1; }
.school { margin-bottom: 4mm; text-align: center; }
`

/** The lines of a paper as HTML, a paragraph each, escaped and with their spaces that never break. */
export const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${prose(line)}</p>`).join('\n')

/** Terms that are hours, or the names of what follows, leave its width to what is said of them. */
function across(rows: readonly Row[]): string {
  const width = widthOf(rows)
  return width === 'half' ? '' : ` class="${width}"`
}

/** A part in another language than the page's says so: a screen reader changes its voice, Arabic its side. */
const spoken = (section: Section): string =>
  section.is === 'table' || section.lang === undefined
    ? ''
    : ` lang="${section.lang}" dir="${languages[section.lang].direction}"`

/** A part of a paper under its title. */
export function a4Section(section: Section): string {
  const lang = spoken(section)
  const title = `<h2>${escapeHtml(section.title)}</h2>`
  switch (section.is) {
    case 'text':
      return `<section class="text"${lang}>\n${title}\n${paragraphs(section.lines)}\n</section>`
    case 'list': {
      const items = section.items.map((item) => `<li>${prose(item)}</li>`)
      return `<section${lang}>\n${title}\n<ul${section.brief ? ' class="brief"' : ''}>\n${items.join('\n')}\n</ul>\n</section>`
    }
    case 'table': {
      const names = section.columns?.map((name) => `<th scope="col">${escapeHtml(name)}</th>`)
      const head = names === undefined ? '' : `<thead><tr>${names.join('')}</tr></thead>\n`
      const rows = section.rows.map(
        ({ term, detail }) => `<tr><th scope="row">${prose(term)}</th><td>${prose(detail)}</td></tr>`,
      )
      return `<section>\n${title}\n<table${across(section.rows)}>\n${head}<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n</section>`
    }
  }
}

/** A page of A4 as one HTML file that asks for nothing outside itself: Chromium makes it a tagged PDF. */
export const a4Page = (page: A4Page): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escapeHtml(page.title)}</title>
<style>${page.fontCss}${css(page)}${page.ownCss ?? ''}</style>
</head>
<body>
${page.school ? `<div class="specimen" aria-hidden="true">${words.specimen}</div>\n<p class="school"><span class="strong">${words.specimen}.</span> ${escapeHtml(words.specimenWhy)}</p>` : ''}
${page.body}
</body>
</html>
`
