import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import { manifestName } from '../../electron/system/updates/manifest.ts'
import { run } from '../runtime/command.ts'

// An update, from the folder where it is published to the program that is replaced: electron-updater's own work, on an
// AppImage that is a script.

let built: string
test.beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'guichet-update-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: built,
      target: 'node20.18',
      ssr: fileURLToPath(new URL('./updateMain.ts', import.meta.url)),
      rolldownOptions: {
        external: ['electron'],
        output: { entryFileNames: 'main.mjs', chunkFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true },
  })
  // What electron-updater takes for the version that is here.
  await writeFile(
    join(built, 'package.json'),
    JSON.stringify({ name: 'guichet', version: '0.1.0', type: 'module', main: 'main.mjs' }),
  )
})
test.afterAll(() => rm(built, { recursive: true, force: true }))

/** A program of that version: where it is started, it writes its name and what it is asked. */
const program = (version: string, seen: string) => `#!/bin/sh\necho ${version} "$@" > '${seen}'\n`

/**
 * Publishes 0.2.0 for an installation of 0.1.0, and lets it look once.
 * @param env of the installation
 */
async function updated(signedByMaker: boolean, env: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-published-'))
  const maker = generateKeyPairSync('ed25519')
  const signer = signedByMaker ? maker : generateKeyPairSync('ed25519')
  const seen = join(folder, 'seen')
  // With the version in its name: what names it must find it there afterwards.
  const place = join(folder, 'programs')
  await mkdir(place)
  const installed = join(place, 'guichet_0.1.0_x64.AppImage')
  await writeFile(installed, program('0.1.0', seen))
  await chmod(installed, 0o755)
  const content = program('0.2.0', seen)
  const name = 'guichet_0.2.0.AppImage'
  await writeFile(join(folder, name), content)
  const manifest = JSON.stringify({
    version: '0.2.0',
    from: '0.1.0',
    files: [
      {
        name,
        kind: 'AppImage',
        arch: process.arch,
        size: content.length,
        sha512: createHash('sha512').update(content).digest('base64'),
      },
    ],
  })
  const signature = sign(null, Buffer.from(manifest), signer.privateKey).toString('base64')
  await writeFile(join(folder, manifestName), JSON.stringify({ manifest, signature }))
  const key = maker.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
  const asked = join(folder, 'asked.json')
  await writeFile(
    asked,
    JSON.stringify({ from: folder, key, folder: join(folder, 'staged'), before: join(folder, 'before') }),
  )
  const said = join(folder, 'said')
  const electron = process.env['GUICHET_TEST_ELECTRON'] ?? ''
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const { text } = await run(
    electron,
    [...sandbox, '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, built, asked, said],
    { env: { APPIMAGE: installed, XDG_CACHE_HOME: join(folder, 'cache'), ...env }, limit: 30_000 },
  )
  return { folder, text, seen, installed, said: await readFile(said, 'utf8').catch(() => '') }
}

test('a signed update replaces the program, which starts again as the new version', async () => {
  const { folder, text, seen, installed, said } = await updated(true)
  expect(said, text).toBe('La version 0.2.0 s’installe.')
  expect(await readFile(installed, 'utf8')).toBe(program('0.2.0', seen))
  await expect.poll(() => readFile(seen, 'utf8').catch(() => '')).toBe('0.2.0 --station counter\n')
  await rm(folder, { recursive: true })
})

test('an update signed by another key replaces nothing', async () => {
  const { folder, seen, installed, said } = await updated(false)
  expect(said).toContain('n’est pas signée par la clé attendue : elle est refusée, la version reste la même.')
  expect(await readFile(installed, 'utf8')).toBe(program('0.1.0', seen))
  await rm(folder, { recursive: true })
})

test('an update that fails half-way leaves the program that was there, whole, and says it', async () => {
  // The program that is there is taken away by itself, the next is put in its place by `mv`.
  const { folder, text, seen, installed, said } = await updated(true, { PATH: '/nonexistent' })
  expect(said, text).toBe(
    'La version 0.2.0 n’a pas pu s’installer : la version reste la même. Prévenez votre informaticien.',
  )
  expect(await readFile(installed, 'utf8')).toBe(program('0.1.0', seen))
  expect((await stat(installed)).mode & 0o111).toBe(0o111)
  await rm(folder, { recursive: true })
})
