import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownPages } from '../../../electron/host/core/builtPages.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-pages-'))
})
afterEach(() => rm(folder, { recursive: true }))

const at = (...path: readonly string[]): string => pathToFileURL(join(folder, ...path)).href

test('in a package the pages are found beside the programs’ folder, from any file of a program', () => {
  expect(ownPages(at('out', 'main', 'programs', 'host-D__BdLlb.cjs'))).toEqual({
    folder: join(folder, 'out', 'renderer'),
    sources: null,
  })
})

test('where there are sources, the pages are those that are built beside them', async () => {
  await mkdir(join(folder, 'renderer'))
  await writeFile(join(folder, 'renderer', 'index.html'), '')
  for (const path of [
    ['electron', 'host', 'core', 'builtPages.ts'],
    ['out', 'main', 'programs', 'host-1.cjs'],
  ])
    expect(ownPages(at(...path))).toEqual({ folder: join(folder, 'out', 'renderer'), sources: folder })
})
