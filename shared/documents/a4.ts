import type { IssuedDocument } from '../contract/documents/issued.ts'
import type { PaperVariant } from '../contract/documents/papers.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { a4Page, a4Section, paragraphs } from './a4Page.ts'
import { denseCss, fitsOneSheet } from './a4Fit.ts'
import { variantCss } from './a4Variant.ts'
import type { Content, Copy } from './content.ts'
import { documentContent } from './content.ts'
import { escapeHtml, prose } from './html.ts'
import { plainContent } from './plain.ts'

export type A4Options = Copy & {
  /** The code as an SVG element: drawn by whoever has a QR library. */
  readonly qrSvg: string
  /** `@font-face` rules with data: addresses, or nothing: the paper then uses the machine's sans-serif. */
  readonly fontCss?: string
  /** The office's picture as a data address, above its name; none when absent or null. */
  readonly logo?: string | null
  /** The same facts in large type, or in plain words; neither when absent. */
  readonly variant?: PaperVariant
}

const ownCss = `
.lead { margin-top: 5mm; padding: 3.5mm 4mm; border: 0.3mm solid #111; border-radius: 1mm; break-inside: avoid; }
.lead p + p { margin-top: 1mm; }
.logo { display: block; max-width: 70mm; max-height: 22mm; margin-bottom: 3mm; }
.person { margin-top: 1mm; }
.person p:first-child { font-size: 12pt; font-weight: 700; }
.addressee { margin: 6mm 0 0 95mm; }
.signature { margin: 6mm 0 0 95mm; padding-bottom: 14mm; border-bottom: 0.2mm solid #b8b4ac; break-inside: avoid; }
.verify { display: flex; align-items: flex-end; gap: 3mm; text-align: right; flex: 0 0 auto; }
.code { font-weight: 700; white-space: nowrap; }
.verify img { width: 30mm; height: 30mm; display: block; }
`

/** The dates of the notes stand out: they are what a person comes back to the paper for. */
const dated = (note: string): string =>
  prose(note).replace(/\b(?:1er|\d{1,2})\u00a0\p{L}+\u00a0\d{4}\b/gu, '<strong>$&</strong>')

/** What nobody is named in, nor signs, takes no room. */
const block = (name: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<div class="${name}">\n${paragraphs(lines)}\n</div>`

/** The code with its short form; none in a draft. An image, because Chromium tags no other picture as a figure with its text. */
const verification = ({ code, shortCode }: Content, qrSvg: string): string =>
  code === ''
    ? ''
    : `<div class="verify">
<div><p class="small">${words.verify}</p><p class="code">${escapeHtml(shortCode)}</p></div>
<img src="data:image/svg+xml,${encodeURIComponent(qrSvg)}" alt="${escapeHtml(words.qrAlt(shortCode))}">
</div>`

/** The office's name is written under it: to whoever does not see it, it says nothing more. */
const picture = (logo: string | null): string =>
  logo === null ? '' : `<img class="logo" src="${escapeHtml(logo)}" alt="">\n`

/** A document on A4. All that people wrote is escaped. */
export function a4Document(document: IssuedDocument, options: A4Options): string {
  const { qrSvg, fontCss = '', logo = null, variant, ...copy } = options
  const full = documentContent(document, copy)
  const content = variant === 'plain' ? plainContent(full, document.facts.kind) : full
  return a4Content(content, { qrSvg, fontCss, logo, variant })
}

/** Large and plain type have their own sizes; what the usual size would leave to a second sheet is drawn tighter. */
function sizeCss(content: Content, variant: PaperVariant | undefined, hasLogo: boolean): string {
  if (variant !== undefined) return variantCss(variant)
  return fitsOneSheet(content, hasLogo) ? '' : denseCss
}

/** A content already made on A4: a document's, or a draft's, which has no code. */
export function a4Content(
  content: Content,
  {
    qrSvg,
    fontCss,
    logo = null,
    variant,
  }: { qrSvg: string; fontCss: string; logo?: string | null; variant?: PaperVariant | undefined },
): string {
  return a4Page({
    title: `${content.title} ${content.number}`,
    school: content.school,
    fontCss,
    ownCss: ownCss + sizeCss(content, variant, logo !== null),
    body: `<header>
<div>
${picture(logo)}${paragraphs(content.letterhead)}
<p class="strong">${escapeHtml(content.officeName)}</p>
${paragraphs(content.officeLines)}
</div>
<div>
<p class="strong">${prose(content.number)}</p>
<p>${escapeHtml(content.issued)}</p>
${paragraphs(content.marks)}
</div>
</header>
<main>
${block('addressee', content.addressee)}
<h1>${escapeHtml(content.title)}</h1>
${block('person', content.person)}
<p>${escapeHtml(content.subjects.join(' · '))}</p>
${content.seenAs === null ? '' : `<p class="small">${prose(content.seenAs)}</p>`}
<div class="lead">
<p class="strong">${prose(content.lead)}</p>
${content.notes.map((note) => `<p>${dated(note)}</p>`).join('\n')}
</div>
${content.sections.map(a4Section).join('\n')}
${block('signature', content.signature === null ? [] : [content.signature])}
${content.summary === null ? '' : a4Section(content.summary)}
</main>
<footer>
<div>
<p>${escapeHtml(content.signed)}</p>
${content.foot.map((line) => `<p class="small">${escapeHtml(line)}</p>`).join('\n')}
</div>
${verification(content, qrSvg)}
</footer>`,
  })
}
