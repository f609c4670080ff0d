import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The pages' letters as they are built, a hash in each name. */
type Face = {
  readonly family: string
  readonly file: RegExp
  readonly more: string
}

// What a page has no letter of is not fetched. Arabic is left to the reader's own machine, which has it: ours weighs more
// than all the rest together (166 kB).
const faces: readonly Face[] = [
  {
    // Atkinson's zero is always slashed, and reads as an Ø: the zero alone is Public Sans's.
    family: 'Guichet Zero',
    file: /^public-sans-latin-wght.*\.woff2$/,
    more: 'font-weight:100 900;size-adjust:95%;unicode-range:U+0030;',
  },
  {
    family: 'Atkinson Hyperlegible Next',
    file: /^atkinson.*-next-latin-wght.*\.woff2$/,
    more: 'font-weight:200 800;unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212;',
  },
  {
    family: 'Noto Sans',
    file: /^noto-sans-cyrillic-wght.*\.woff2$/,
    more: 'font-weight:100 900;unicode-range:U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116;',
  },
]

/** The families of these faces, in the order in which a letter is looked for. */
export const publicFamilies =
  "'Guichet Zero','Atkinson Hyperlegible Next','Noto Sans','Noto Sans Arabic',system-ui,sans-serif"

const found = new Map<string, string>()

/**
 * The typefaces of a page that is none of the built ones, as CSS that has them come from `/assets`; « » where nothing is
 * built: the reader's own letters then stand.
 * @param folder that of the built pages
 */
export function publicFaces(folder: string): string {
  const cached = found.get(folder)
  if (cached !== undefined) return cached
  let names: readonly string[]
  try {
    names = readdirSync(join(folder, 'assets'))
  } catch {
    // Not built yet, or never: asked again at the next page.
    return ''
  }
  const css = faces
    .map(({ family, file, more }) => {
      const name = names.find((one) => file.test(one))
      return name === undefined
        ? ''
        : `@font-face{font-family:'${family}';font-display:swap;${more}src:url('/assets/${name}') format('woff2')}\n`
    })
    .join('')
  if (css !== '') found.set(folder, css)
  return css
}
