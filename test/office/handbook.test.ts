import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { headlessChromium } from '../../electron/printing/headless.ts'
import {
  chapterMarkdown,
  chapterNames,
  handbookHtml,
  handbookPictures,
} from '../../shared/documents/handbook.ts'
import { handbook } from '../../shared/messages/handbook.fr.ts'
import { helpAdministration } from '../../shared/messages/helpAdministration.fr.ts'
import { help } from '../../shared/messages/help.fr.ts'
import { run } from '../runtime/command.ts'
import { root } from '../runtime/places.ts'

test.each(chapterNames)('docs/handbook/%s.md says what the help of its screens says', async (name) => {
  // Written anew by `npx vitest run test/office/handbook.test.ts -u`.
  await expect(chapterMarkdown(handbook[name])).toMatchFileSnapshot(join(root, 'docs/handbook', `${name}.md`))
})

test('its pictures are those that the tests of the pages take', async () => {
  for (const picture of Object.values(handbookPictures)) await access(join(root, picture))
})

test('no screen is left out of the handbook', () => {
  const told = new Set(chapterNames.flatMap((name) => handbook[name].pages.map(({ title }) => title)))
  for (const { title } of [...Object.values(help), ...Object.values(helpAdministration)])
    expect(told).toContain(title)
})

test('as a PDF it is tagged, with a heading for each screen', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-manuel-'))
  try {
    const file = join(folder, 'manuel.pdf')
    const size = { widthMm: 210, heightMm: 297 }
    await writeFile(file, await headlessChromium().pdf(handbookHtml(''), size, AbortSignal.timeout(60_000)))
    const { text } = await run('pdfinfo', [file])
    expect(text).toMatch(/Tagged:\s+yes/)
    expect(text).toMatch(/Title:\s+Le manuel de Guichet/)
    const structure = (await run('pdfinfo', ['-struct', file])).text
    const pages = chapterNames.flatMap((name) => handbook[name].pages)
    expect(structure.match(/^\s*H1 \(block\)/gm)).toHaveLength(1)
    expect(structure.match(/^\s*H2 \(block\)/gm)).toHaveLength(chapterNames.length)
    expect(structure.match(/^\s*H3 \(block\)/gm)).toHaveLength(pages.length)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
