import { words } from '../messages/documents/documents.fr.ts'
import { a4Page, a4Section, paragraphs } from './a4Page.ts'
import { escapeHtml } from './html.ts'
import type { Blanks, Leaflet } from './leaflet.ts'

const ownCss = `
.large { margin-top: 6mm; padding: 4mm; border: 0.3mm solid #111; border-radius: 1mm; text-align: center; break-inside: avoid; }
.large p { line-height: 1.2; }
.large .label { margin-top: 3mm; }
.of2 { font-size: 20pt; font-weight: 700; }
.of3 { font-size: 26pt; font-weight: 700; }
.of6 { font-size: 54pt; font-weight: 700; white-space: nowrap; }
.largeType { font-size: 15pt; line-height: 1.35; }
.largeType h2 { margin-top: 6mm; font-size: 17pt; }
.largeType li { padding: 1.5mm 0; }
.blanks { break-before: page; }
.blanks td, .blanks th { width: auto; height: 8mm; padding: 1mm; border: 0.2mm solid #8c877d; vertical-align: middle; }
.blanks thead th { height: auto; padding: 1mm; }
.blanks tr > :first-child { width: 12mm; text-align: right; }
.blanks tr > :last-child { width: 34%; }
`

/** A table to write in: its head comes again on each sheet, its lines are numbered to the last. */
function drawBlanks({ title, columns, count }: Blanks): string {
  const head = columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')
  const cells = columns
    .slice(1)
    .map(() => '<td></td>')
    .join('')
  const rows = Array.from({ length: count }, (_, at) => `<tr><th scope="row">${at + 1}</th>${cells}</tr>`)
  return `<section class="blanks">
<h2>${escapeHtml(title)}</h2>
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</section>`
}

const drawLarge = (large: Leaflet['large']): string =>
  large.length === 0
    ? ''
    : `<div class="large">\n${large
        .map(
          ({ label, text, size }) =>
            `${label === null ? '' : `<p class="label">${escapeHtml(label)}</p>\n`}<p class="of${size}">${escapeHtml(text)}</p>`,
        )
        .join('\n')}\n</div>`

/** A paper without a seal on A4. All that people wrote is escaped. */
export function a4Leaflet(leaflet: Leaflet, fontCss = ''): string {
  const sections = leaflet.sections.map(a4Section).join('\n')
  return a4Page({
    title: `${leaflet.title}, ${leaflet.officeName}`,
    school: leaflet.school,
    fontCss,
    ownCss,
    body: `<header>
<div>
<p class="strong">${escapeHtml(leaflet.officeName)}</p>
${paragraphs(leaflet.officeLines)}
</div>
<div>
<p>${escapeHtml(leaflet.issued)}</p>
${leaflet.reprint ? paragraphs([words.reprint]) : ''}
</div>
</header>
<main>
<h1>${escapeHtml(leaflet.title)}</h1>
${drawLarge(leaflet.large)}
${leaflet.largeType ? `<div class="largeType">\n${sections}\n</div>` : sections}
${leaflet.fine.map(a4Section).join('\n')}
${leaflet.blanks === null ? '' : drawBlanks(leaflet.blanks)}
</main>`,
  })
}
