import { readdirSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import bwipjs from 'bwip-js/node'
import { root as repository } from '../runtime/places.ts'
import { expect, roleOf, test } from './launch.ts'
import { shareApplication } from './shared.ts'

// Electron's security checklist, by its numbers, where security.spec.ts does not say it already (1 to 9, 13, 14, 20);
// the fuses (19) are read back in package.spec.ts.

const shared = shareApplication('counter')

test('the rest of Electron’s checklist: no tag of its own, no engine switch, no file address, its version the one that is pinned', async () => {
  const { application, page } = shared()
  await expect.poll(() => roleOf(page)).toBe('agent')
  // 10, 11, 12: nothing of Blink is switched on, and a <webview> is a tag like another.
  const held = await page.evaluate(async () => {
    const tag = document.createElement('webview')
    tag.setAttribute('src', 'app://guichet/index.html')
    tag.setAttribute('allowpopups', '')
    document.body.append(tag)
    await new Promise((done) => setTimeout(done, 300))
    return { shadow: tag.shadowRoot, loads: 'getWebContentsId' in tag, protocol: location.protocol }
  })
  // 18: pages come by a scheme of our own, never by file://.
  expect(held).toEqual({ shadow: null, loads: false, protocol: 'app:' })
  const all = await application.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const preferences = (
        contents as unknown as { getLastWebPreferences(): Readonly<Record<string, unknown>> | null }
      ).getLastWebPreferences()
      return [contents.getType(), preferences?.['enableBlinkFeatures'] ?? '']
    }),
  )
  expect(all).toEqual([['window', '']])
  // 16: what is packaged is what is pinned.
  const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>
  }
  const packaged = readFileSync(join(repository, 'electron-builder.yml'), 'utf8')
  expect(packaged).toContain(`electronVersion: ${manifest.devDependencies['electron']}\n`)
})

test('messages of pages are heard in one place, which checks who sends; the system’s browser is opened in one', () => {
  // 15 and 17: a second place would be one where nobody looks.
  const files = readdirSync(join(repository, 'electron'), { recursive: true, encoding: 'utf8' })
  const saying = (word: RegExp) =>
    files.filter(
      (file) => file.endsWith('.ts') && word.test(readFileSync(join(repository, 'electron', file), 'utf8')),
    )
  expect(saying(/\bipcMain\.(?:on|handle)/)).toEqual([join('gateway', 'pageAsks.ts')])
  expect(saying(/\bopenExternal\(/)).toEqual([join('gateway', 'pageAsks.ts')])
})

test('the reader of codes runs in the application: from its own files, under a policy of its own, with no network', async () => {
  const { page } = shared()
  await expect.poll(() => roleOf(page)).toBe('agent')
  const files = await readdir(join(repository, 'out', 'renderer', 'assets'))
  const worker = files.find((name) => /^decode\.worker-.*\.js$/.test(name))
  // The field of a 2D-Doc, its separator, and another.
  const text = 'DC0426A\u001D10FRA'
  const picture = await bwipjs.toBuffer({
    bcid: 'datamatrix',
    text: text.replace('\u001D', '^029'),
    parse: true,
    scale: 4,
    padding: 6,
  })
  const found = await page.evaluate(
    async ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const reader = new Worker(`app://guichet/assets/${name}`, { type: 'module' })
      return new Promise<unknown>((done) => {
        reader.addEventListener('message', ({ data }) => done(data))
        reader.addEventListener('error', ({ message }) => done(`did not start: ${message}`))
        reader.postMessage({ id: 1, picture: bitmap, thorough: true }, [bitmap])
      })
    },
    [worker ?? '', picture.toString('base64')] as const,
  )
  expect(found).toEqual({ id: 1, text })
})
