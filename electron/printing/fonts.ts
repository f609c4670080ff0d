import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Not named `require`: the build gives each of its files one of that name, beside which ours would not even parse.
const packages = createRequire(import.meta.url)

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

/** What Atkinson does not draw: Ukrainian, on a paper or in a name that was typed. */
const cyrillic = {
  family: 'Noto Sans',
  file: '@fontsource-variable/noto-sans/files/noto-sans-cyrillic-wght-normal.woff2',
  more: 'unicode-range: U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116;',
}

/** Shapes Arabic, which no machine is sure to have a typeface for. */
const arabic = {
  family: 'Noto Sans Arabic',
  file: '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
  more: 'unicode-range: U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFF;',
}

const css = (list: readonly (typeof arabic)[]): string => {
  try {
    return list
      .map(({ family, file, more }) => {
        const data = readFileSync(packages.resolve(file)).toString('base64')
        return `@font-face { font-family: '${family}'; font-weight: 200 800; ${more} src: url(data:font/woff2;base64,${data}) format('woff2'); }\n`
      })
      .join('')
  } catch {
    return ''
  }
}

/** The typefaces of all the public's languages inside CSS, as data: addresses; empty where they are not installed, and the paper is then set in sans-serif. */
export const paperFontCss = (): string => css([...faces, cyrillic, arabic])

let arabicCss: string | undefined

/** The same for Arabic on receipts, read once. */
export const arabicFontCss = (): string => (arabicCss ??= css([arabic]))
