import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { programVersion } from '../../../electron/host/updates/programVersion.ts'
import { root } from '../../runtime/places.ts'

test('the program that answers says the version of its own package, from its sources as from what is built of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-version-'))
  const built = join(folder, 'app', 'out', 'main', 'chunks')
  await mkdir(built, { recursive: true })
  await writeFile(join(folder, 'app', 'package.json'), '{ "name": "guichet", "version": "2.3.4" }')
  await writeFile(join(folder, 'app', 'out', 'package.json'), '{ "name": "another", "version": "9.9.9" }')
  const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { readonly version: string }
  expect([programVersion(), programVersion(built), programVersion(folder)]).toEqual([
    own.version,
    '2.3.4',
    null,
  ])
  await rm(folder, { recursive: true })
})
