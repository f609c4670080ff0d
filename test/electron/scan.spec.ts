import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import bwipjs from 'bwip-js/node'
import { root } from '../runtime/places.ts'
import { expect, roleOf, test } from './launch.ts'

test('the reader of codes runs in the application: from its own files, under a policy of its own, with no network', async ({
  launch,
}) => {
  const application = await launch({ args: ['--school', '--station', 'counter'] })
  const page = await application.firstWindow()
  await expect.poll(() => roleOf(page)).toBe('agent')
  const files = await readdir(join(root, 'out', 'renderer', 'assets'))
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
