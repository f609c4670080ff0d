import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  chapterMarkdown,
  chapterNames,
  handbookHtml,
  handbookPictures,
} from '../../../shared/documents/handbook.ts'
import { handbook } from '../../../shared/messages/help/handbook.fr.ts'
import { handbookMore } from '../../../shared/messages/help/handbookMore.fr.ts'
import { helpAdministration } from '../../../shared/messages/help/administration.fr.ts'
import { help } from '../../../shared/messages/help/help.fr.ts'
import { run } from '../../runtime/command.ts'
import { handbookPdf } from '../../runtime/handbook.ts'
import { root } from '../../runtime/places.ts'

test.each(chapterNames)('docs/handbook/%s.md says what the help of its screens says', async (name) => {
  // Written anew by `npx vitest run test/office/core/handbook.test.ts -u`.
  await expect(chapterMarkdown(handbook[name])).toMatchFileSnapshot(join(root, 'docs/handbook', `${name}.md`))
})

test('its pictures are those that the tests of the pages take', async () => {
  for (const picture of handbookPictures) await access(join(root, picture))
})

test('the handbook tells what several screens share', () => {
  const told = new Set<string>(chapterNames.flatMap((name) => handbook[name].pages.map(({ title }) => title)))
  for (const { title } of Object.values(handbookMore)) expect(told).toContain(title)
})

test('no screen is left out of the handbook', () => {
  const told = new Set(chapterNames.flatMap((name) => handbook[name].pages.map(({ title }) => title)))
  for (const { title } of [...Object.values(help), ...Object.values(helpAdministration)])
    expect(told).toContain(title)
})

test('every picture of the handbook has words that stand for it', () => {
  const pictures = Object.fromEntries(handbookPictures.map((file) => [file, file]))
  const alts = handbookHtml('', pictures).match(/<img src="[^"]+" alt="[^"]{10,}">/g)
  expect(alts).toHaveLength(handbookPictures.length)
})

test(
  'as a PDF it is tagged, with a heading for each screen, a figure for each picture',
  { timeout: 60_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guichet-manuel-'))
    try {
      const file = join(folder, 'manuel.pdf')
      await writeFile(file, await handbookPdf())
      const { text } = await run('pdfinfo', [file])
      expect(text).toMatch(/Tagged:\s+yes/)
      expect(text).toMatch(/Title:\s+Le manuel de Guichet/)
      const structure = (await run('pdfinfo', ['-struct', file])).text
      const pages = chapterNames.flatMap((name) => handbook[name].pages)
      expect(structure.match(/^\s*H1 \(block\)/gm)).toHaveLength(1)
      expect(structure.match(/^\s*H2 \(block\)/gm)).toHaveLength(chapterNames.length)
      expect(structure.match(/^\s*H3 \(block\)/gm)).toHaveLength(pages.length)
      expect(structure.match(/^\s*Figure/gm)).toHaveLength(handbookPictures.length)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)
