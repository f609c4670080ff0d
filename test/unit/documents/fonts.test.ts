import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { fontFiles, missingFonts, paperFontCss } from '../../../electron/printing/fonts.ts'
import { root } from '../../runtime/places.ts'

// The typefaces of papers: each is in every package, and one that lacks is told and takes none of the others with it.

test('each typeface of a paper is here, and in the packages', () => {
  expect(missingFonts()).toEqual([])
  const { files } = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as {
    readonly files: readonly string[]
  }
  const packed = globSync(
    files.filter((pattern) => pattern.startsWith('node_modules/')),
    { cwd: root },
  )
  for (const file of fontFiles) expect(packed).toContain(`node_modules/${file}`)
  expect(paperFontCss().match(/@font-face/g)).toHaveLength(fontFiles.length)
})

test('a font that lacks is named', () => {
  expect(missingFonts([...fontFiles, '@fontsource-variable/absent/files/absent.woff2'])).toEqual([
    '@fontsource-variable/absent/files/absent.woff2',
  ])
})
