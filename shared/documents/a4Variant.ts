import type { PaperVariant } from '../contract/documents/papers.ts'

// Large type: nothing under 16 points, the size from which the UNADEV and the CFPSAA speak of « gros caractères ». Plain
// words: 14 points at least and one idea a line, as « L’information pour tous » (Inclusion Europe, Unapei, 2009) asks.
const sizes = { large: { text: 16, title: 24, heading: 19 }, plain: { text: 14, title: 22, heading: 17 } }

/** What changes of the ordinary paper: sizes, and one column where two would cut words. */
export function variantCss(variant: PaperVariant): string {
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
