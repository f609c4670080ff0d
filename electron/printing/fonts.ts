import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// Not named `require`: the build gives each of its files one of that name, beside which ours would not even parse.
const packages = createRequire(import.meta.url)

// Atkinson's zero is always slashed: a first face takes the zero alone from Public Sans.
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

/** Where each typeface is, from the packages' folder: an installation holds them all (electron-builder.yml). */
export const fontFiles: readonly string[] = [...faces, cyrillic, arabic].map(({ file }) => file)

/** The file's content; undefined where it is not installed. */
function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(packages.resolve(file))
  } catch {
    return undefined
  }
}

/** The typefaces missing here: papers are set without them, and a warning is logged for the machine's administrator. */
export const missingFonts = (files = fontFiles): readonly string[] =>
  files.filter((file) => contentOf(file) === undefined)

/** One that lacks takes none of the others with it. */
const css = (list: readonly (typeof arabic)[]): string =>
  list
    .map(({ family, file, more }) => {
      const data = contentOf(file)?.toString('base64')
      if (data === undefined) return ''
      return `@font-face { font-family: '${family}'; font-weight: 200 800; ${more} src: url(data:font/woff2;base64,${data}) format('woff2'); }\n`
    })
    .join('')

/** The typefaces of all the public's languages inside CSS, as data: addresses; without those that are not installed, in whose place sans-serif is. */
export const paperFontCss = (): string => css([...faces, cyrillic, arabic])

let arabicCss: string | undefined

/** The same for Arabic on receipts, read once. */
export const arabicFontCss = (): string => (arabicCss ??= css([arabic]))
