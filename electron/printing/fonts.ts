import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

// Atkinson's zero is always slashed: a first face takes the zero alone from Public Sans (boards/NOTES.md).
const faces = [
  {
    family: 'Figures',
    file: '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
    more: 'unicode-range: U+0030; size-adjust: 95%;',
  },
  {
    family: 'Atkinson Hyperlegible Next',
    file: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    more: '',
  },
]

/** The paper's typefaces inside CSS, as data: addresses; empty where they are not installed, and the paper is then set in sans-serif. */
export function paperFontCss(): string {
  try {
    return faces
      .map(({ family, file, more }) => {
        const data = readFileSync(require.resolve(file)).toString('base64')
        return `@font-face { font-family: '${family}'; font-weight: 200 800; ${more} src: url(data:font/woff2;base64,${data}) format('woff2'); }\n`
      })
      .join('')
  } catch {
    return ''
  }
}
