import atkinson from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?inline'
import cyrillic from '@fontsource-variable/noto-sans/files/noto-sans-cyrillic-wght-normal.woff2?inline'
import arabic from '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2?inline'
import type { Language } from '../../../shared/contract/text.ts'
import { posterHtml, type PosterKind, type PosterOffice } from '../../../shared/documents/posters.ts'

// The frame loads nothing: its typefaces come inside the poster.
const faces = `
@font-face { font-family: 'Atkinson Hyperlegible Next'; font-weight: 200 800; src: url(${atkinson}) format('woff2'); }
@font-face { font-family: 'Noto Sans'; font-weight: 100 900; unicode-range: U+0400-052F; src: url(${cyrillic}) format('woff2'); }
@font-face { font-family: 'Noto Sans Arabic'; font-weight: 100 900; unicode-range: U+0600-06FF, U+FB50-FDFF, U+FE70-FEFF; src: url(${arabic}) format('woff2'); }
@media screen { html { padding: 16mm 18mm; } }
`

/** A poster with its typefaces. Loaded only when one is looked at. */
export const posterPage = (kind: PosterKind, language: Language, office: PosterOffice): string =>
  posterHtml(kind, language, office, faces)
