import type { IssuedDocument } from '../contract/documents/issued.ts'
import type { PaperVariant } from '../contract/documents/papers.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { a4Page, a4Section, paragraphs } from './a4Page.ts'
import { denseCss, fitsOneSheet } from './a4Fit.ts'
import type { Content, Copy, Lacks } from './content.ts'
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
  /** In large type, or in plain words; neither when absent. */
  readonly variant?: PaperVariant
}

const ownCss = `
.lead { margin-top: 5mm; padding: 3.5mm 4mm; border: 0.3mm solid #111; border-radius: 1mm; break-inside: avoid; }
.lead p + p { margin-top: 1mm; }
.said { margin-top: 3mm; }
.said p + p { margin-top: 1mm; }
.lacks { margin-top: 5mm; padding: 3.5mm 4mm; border: 0.5mm solid #111; border-radius: 1.5mm; break-inside: avoid; }
.beside { display: flex; justify-content: space-between; align-items: flex-start; gap: 8mm; }
.beside > div { flex: 1 1 0; }
.lacks h2 { margin: 0 0 1mm; font-size: 12.5pt; }
.lacks li { padding: 0 0 1mm; border: 0; }
.lacks li span.small { display: block; }
.due { flex: 0 0 auto; text-align: right; }
.due b { display: block; font-size: 14pt; line-height: 1.25; }
.where { margin-top: 2mm; padding-top: 2mm; border-top: 0.2mm solid #b8b4ac; }
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
  prose(note).replace(/\b(?:1er|\d{1,2})\u00a0\p{L}+\u00a0\d{4}\b/gu, '<b>$&</b>')

/** What nobody is named in, nor signs, takes no room. */
const block = (name: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<div class="${name}">\n${paragraphs(lines)}\n</div>`

/** What lacks on one side, until when on the other; where and how under both. */
function lacking({ title, pieces, due, how }: Lacks): string {
  const items = pieces.map(
    ({ term, detail }) => `<li>${prose(term)} <span class="small">${prose(detail)}</span></li>`,
  )
  return `<section class="lacks">
<div class="beside">
<div>
<h2>${prose(title)}</h2>
${items.length === 0 ? '' : `<ul>\n${items.join('\n')}\n</ul>`}
</div>
${due === null ? '' : `<p class="due">${escapeHtml(due.by)} <b>${escapeHtml(due.day)}</b></p>`}
</div>
${how.length === 0 ? '' : `<p class="where"><b>${words.where}\u00a0:</b> ${prose(how.join(' '))}</p>`}
</section>`
}

/** What is said first: in a box, unless what lacks has one. */
const said = ({ lead, notes, lacks }: Content): string =>
  lacks === null
    ? `<div class="lead">
<p class="strong">${prose(lead)}</p>
${notes.map((note) => `<p>${dated(note)}</p>`).join('\n')}
</div>`
    : `<div class="said">
<p>${dated(lead)}</p>
${notes.map((note) => `<p>${dated(note)}</p>`).join('\n')}
</div>
${lacking(lacks)}`

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
  const content = variant === 'plain' ? plainContent(full, document.facts) : full
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
${said(content)}
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

// Large type: nothing under 16 points, the size from which the UNADEV and the CFPSAA speak of « gros caractères ». Plain
// words: 14 points at least and one idea a line, as « L’information pour tous » (Inclusion Europe, Unapei, 2009) asks.
const sizes = { large: { text: 16, title: 24, heading: 19 }, plain: { text: 14, title: 22, heading: 17 } }

/** What changes of the ordinary paper: sizes, and one column where two would cut words. */
function variantCss(variant: PaperVariant): string {
  const { text, title, heading } = sizes[variant]
  return `
@page {
  margin-bottom: 22mm;
  @bottom-left { font-size: ${text}pt; color: #111; }
  @bottom-right { font-size: ${text}pt; color: #111; }
  @top-center { font-size: ${text}pt; }
}
body { font-size: ${text}pt; line-height: 1.5; }
h1 { font-size: ${title}pt; }
h2 { margin-top: 8mm; font-size: ${heading}pt; }
.small, thead th, .person p:first-child { color: #111; font-size: ${text}pt; }
header { display: block; }
header div:last-child { max-width: none; margin-top: 5mm; text-align: left; }
.addressee, .signature { margin-left: 0; }
.lead, .lacks, section.text { break-inside: auto; }
.beside { display: block; }
.due { margin-top: 3mm; text-align: left; }
.lacks h2 { font-size: ${heading}pt; }
.due b { font-size: ${heading}pt; }
.lead p, section.text p { break-inside: avoid; }
.named th:first-child, .hours th:first-child { width: 40%; }
.lead p + p, .said p + p, section.text p + p { margin-top: 3mm; }
li, th, td { padding-top: 2mm; padding-bottom: 2mm; }
footer { display: block; }
.verify { margin-top: 5mm; justify-content: flex-start; text-align: left; }
.verify img { width: 40mm; height: 40mm; }
`
}
