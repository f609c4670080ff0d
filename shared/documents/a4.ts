import type { IssuedDocument } from '../contract/documents.ts'
import { words } from '../messages/documents.fr.ts'
import { a4Page, a4Section, paragraphs } from './a4Page.ts'
import type { Copy } from './content.ts'
import { documentContent } from './content.ts'
import { escapeHtml } from './html.ts'

export type A4Options = Copy & {
  /** The code as an SVG element: drawn by whoever has a QR library. */
  readonly qrSvg: string
  /** `@font-face` rules with data: addresses, or nothing: the paper then uses the machine's sans-serif. */
  readonly fontCss?: string
}

const ownCss = `
.lead { margin-top: 5mm; padding: 3.5mm 4mm; border: 0.3mm solid #111; border-radius: 1mm; break-inside: avoid; }
.lead p + p { margin-top: 1mm; }
.verify { display: flex; align-items: flex-end; gap: 3mm; text-align: right; flex: 0 0 auto; }
.code { font-weight: 700; white-space: nowrap; }
.verify svg { width: 30mm; height: 30mm; display: block; }
`

/** A document on A4. All that people wrote is escaped. */
export function a4Document(document: IssuedDocument, { qrSvg, fontCss = '', ...copy }: A4Options): string {
  const content = documentContent(document, copy)
  return a4Page({
    title: `${content.title} ${content.number}`,
    school: content.school,
    fontCss,
    ownCss,
    body: `<header>
<div>
<p class="strong">${escapeHtml(content.officeName)}</p>
${paragraphs(content.officeLines)}
</div>
<div>
<p class="strong">${escapeHtml(content.number)}</p>
<p>${escapeHtml(content.issued)}</p>
${paragraphs(content.marks)}
</div>
</header>
<main>
<h1>${escapeHtml(content.title)}</h1>
<p>${escapeHtml(content.subjects.join(' · '))}</p>
<div class="lead">
<p class="strong">${escapeHtml(content.lead)}</p>
${paragraphs(content.notes)}
</div>
${content.sections.map(a4Section).join('\n')}
</main>
<footer>
<div>
<p>${escapeHtml(content.signed)}</p>
${content.rules === null ? '' : `<p class="small">${escapeHtml(content.rules)}</p>`}
</div>
<div class="verify">
<div><p class="small">${words.verify}</p><p class="code">${escapeHtml(content.shortCode)}</p></div>
<div role="img" aria-label="${escapeHtml(words.qrAlt(content.shortCode))}">${qrSvg}</div>
</div>
</footer>`,
  })
}
