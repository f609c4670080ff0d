import atkinson from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?inline'
import cyrillic from '@fontsource-variable/noto-sans/files/noto-sans-cyrillic-wght-normal.woff2?inline'
import arabic from '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2?inline'
import zero from '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2?inline'
import { toSVG } from 'bwip-js/browser'
import type { DocumentFacts, IssuedDocument } from '../../shared/contract/documents/issued.ts'
import type { ObligationsPaper } from '../../shared/contract/documents/papers.ts'
import type { Language } from '../../shared/contract/text.ts'
import { a4Content, a4Document } from '../../shared/documents/a4.ts'
import { a4Leaflet } from '../../shared/documents/a4Leaflet.ts'
import type { PaperVariant } from '../../shared/contract/documents/papers.ts'
import { draftContent } from '../../shared/documents/content.ts'
import { obligationsLeaflet } from '../../shared/documents/obligations.ts'

// The frame loads nothing: its typefaces come inside the paper, as they do at the printer's.
const faces = `
@font-face { font-family: 'Figures'; font-weight: 100 900; size-adjust: 95%; unicode-range: U+0030; src: url(${zero}) format('woff2'); }
@font-face { font-family: 'Atkinson Hyperlegible Next'; font-weight: 200 800; src: url(${atkinson}) format('woff2'); }
`

/** What Atkinson does not draw; a paper in French alone, drawn again at each key that is typed, does without. */
const scripts = [
  [
    /\p{Script=Cyrillic}/u,
    `@font-face { font-family: 'Noto Sans'; font-weight: 100 900; unicode-range: U+0400-052F; src: url(${cyrillic}) format('woff2'); }\n`,
  ],
  [
    /\p{Script=Arabic}/u,
    `@font-face { font-family: 'Noto Sans Arabic'; font-weight: 100 900; unicode-range: U+0600-06FF, U+FB50-FDFF, U+FE70-FEFF; src: url(${arabic}) format('woff2'); }\n`,
  ],
] as const

/** The paper with the typefaces of the scripts that are in it. */
function faced(html: string): string {
  const more = scripts.flatMap(([script, face]) => (script.test(html) ? [face] : []))
  return html.replace('<style>', () => `<style>${more.join('')}`)
}

// A page's margins exist on paper only.
const onScreen = `${faces}@media screen { html { padding: 18mm; } }`

/** What of a document is chosen where it is looked at. */
type Shown = {
  readonly variant?: PaperVariant | null
  /** With the same in short in this language. */
  readonly lang?: Language
  readonly logo?: string | null
}

/** The document as it is printed on A4, for a frame where no script runs. Loaded only when a paper is looked at. */
export const paperHtml = (
  document: IssuedDocument,
  { variant = null, lang = 'fr', logo = null }: Shown = {},
): string =>
  faced(
    a4Document(document, {
      qrSvg: toSVG({ bcid: 'qrcode', text: document.code, scale: 1, paddingwidth: 4, paddingheight: 4 }),
      fontCss: onScreen,
      copy: 1,
      reprint: false,
      logo,
      lang: lang === 'fr' ? undefined : lang,
      ...(variant === null ? {} : { variant }),
    }),
  )

/** What would be issued, in the same way: « PROJET », without a number and without a code. */
export const draftHtml = (facts: DocumentFacts, logo: string | null = null): string =>
  faced(a4Content(draftContent(facts), { qrSvg: '', fontCss: onScreen, logo }))

/** Both sides' sheet, in the same way. */
export const obligationsHtml = (paper: ObligationsPaper): string =>
  faced(a4Leaflet(obligationsLeaflet(paper, false), onScreen))
