import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type Page } from '@playwright/test'
import bwipjs from 'bwip-js/node'
import { expect, test } from '../fixture.ts'
import { type } from './wedge.ts'
import { root } from '../../runtime/places.ts'
import { serveScanPage } from '../../fixtures/scanPage/serve.ts'
import { td1 } from '../../fixtures/zones.ts'

// What reads codes, alone in a page served under the application's own policies. Not of one shell: tried once.

/** A 2D-Doc's shape, with each of its separators. */
const code = `DC04FR000001125E125F0701FR10FRA\u001D26X\u001E25JEAN\u001F${'A2'.repeat(51)}B`
const zone = td1()

const options = {
  bcid: 'datamatrix',
  text: [...code].map((it) => (it < ' ' ? `^0${it.charCodeAt(0)}` : it)).join(''),
  parse: true,
}

/** A film of one picture, of a code held before the camera (YUV4MPEG2). */
function film(): Buffer {
  const [{ pixs, pixx, pixy }] = bwipjs.raw(options) as unknown as readonly [
    { readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number },
  ]
  const [width, height, dot] = [640, 480, 6]
  const luma = Buffer.alloc(width * height, 235)
  const [left, top] = [Math.floor((width - pixx * dot) / 2), Math.floor((height - pixy * dot) / 2)]
  for (let y = 0; y < pixy * dot; y += 1)
    for (let x = 0; x < pixx * dot; x += 1)
      if (pixs[Math.floor(y / dot) * pixx + Math.floor(x / dot)] === 1)
        luma[(top + y) * width + left + x] = 16
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame])
}

test.describe.configure({ mode: 'serial' })

let served: Awaited<ReturnType<typeof serveScanPage>>
let browser: Browser
let folder: string
test.beforeAll(async () => {
  test.setTimeout(120_000)
  folder = await mkdtemp(join(tmpdir(), 'guichet-film-'))
  await writeFile(join(folder, 'code.y4m'), film())
  served = await serveScanPage()
  // The whole Chromium: its headless shell plays no film to a camera.
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${join(folder, 'code.y4m')}`,
    ],
  })
})
test.afterAll(async () => {
  if (test.info().project.name === 'electron') return
  await browser.close()
  await served.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The page, and all that it asked outside of what is served. */
async function open(permissions: readonly string[] = []) {
  const context = await browser.newContext({ locale: 'fr-FR', permissions: [...permissions] })
  const page = await context.newPage()
  const outside: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(served.address) && !/^(data|blob):/.test(url)) outside.push(url)
  })
  const problems: string[] = []
  page.on('pageerror', ({ message }) => problems.push(message))
  await page.goto(served.address)
  await expect(page.getByRole('heading', { name: 'Lire un code par la caméra ou une image' })).toBeVisible()
  return { page, outside, problems }
}
const heard = (page: Page) => page.getByRole('list', { name: 'Entendu' }).getByRole('listitem')
const tracks = (page: Page) =>
  page.evaluate(() => {
    const stream = document.querySelector('video')?.srcObject
    return stream instanceof MediaStream
      ? stream.getTracks().map(({ kind, readyState }) => `${kind} ${readyState}`)
      : []
  })

test('a code in a picture is read whole, its separators too, with nothing fetched from elsewhere', async () => {
  const { page, outside, problems } = await open()
  const picture = await bwipjs.toBuffer({ ...options, scale: 4, padding: 6 })
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: Buffer.from(picture) })
  await expect(heard(page)).toHaveText([`code ${JSON.stringify(code)}`])
  await expect(page.getByRole('status')).toHaveText('Code lu.')
  expect({ outside, problems }).toEqual({ outside: [], problems: [] })
  // The page itself still may compile nothing.
  expect(
    await page.evaluate(() =>
      WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
        () => 'compiled',
        () => 'refused',
      ),
    ),
  ).toBe('refused')
  await page.context().close()
})

test('a picture without a code, and what is no picture, are said', async () => {
  const { page } = await open()
  const files = page.locator('input[type=file]')
  const blank = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 40 } })
  await files.setInputFiles({ name: 'blank.png', mimeType: 'image/png', buffer: blank })
  await expect(page.getByRole('status')).toContainText('Aucun code n’est lisible')
  await files.setInputFiles({ name: 'no.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await expect(page.getByRole('status')).toContainText('Cette image ne s’ouvre pas')
  await expect(heard(page)).toHaveCount(0)
  await page.context().close()
})

const specimens = join(root, '..', 'shared', 'data', '2ddoc')
test('photographed codes of the standard are read', async () => {
  test.info().skip(!existsSync(specimens), 'Codes 2D-Doc photographiés absents (../shared/data/2ddoc)')
  const { page } = await open()
  const pictures = (await readdir(specimens)).filter((name) => name.endsWith('.png'))
  for (const [at, name] of pictures.entries()) {
    const buffer = await readFile(join(specimens, name))
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer })
    await expect(heard(page)).toHaveCount(at + 1)
    await expect(heard(page).nth(at)).toHaveText(/^code "DC0[234].*\\u001f/)
  }
  expect(pictures.length).toBeGreaterThan(0)
  await page.context().close()
})

test('a code before the camera is read by the keyboard alone; the camera then goes out', async () => {
  const { page } = await open(['camera'])
  await expect(page.getByRole('button', { name: 'Ouvrir la caméra' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heard(page)).toHaveText([`code ${JSON.stringify(code)}`])
  expect(await tracks(page)).toEqual(['video ended'])
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.context().close()
})

test('leaving puts the camera out; one that is refused is said', async () => {
  const { page } = await open(['camera'])
  await page.evaluate(() => {
    const usual = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    const opened: MediaStream[] = []
    Object.assign(window, { opened })
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      if (wanted?.audio !== false) throw new Error('the microphone was asked for')
      const stream = await usual(wanted)
      opened.push(stream)
      return stream
    }
  })
  await page.getByRole('button', { name: 'Ouvrir la caméra' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Lire un code par la caméra' })).toBeHidden()
  const states = () =>
    page.evaluate(() =>
      (window as unknown as { opened: readonly MediaStream[] }).opened.flatMap((stream) =>
        stream.getTracks().map(({ readyState }) => readyState),
      ),
    )
  await expect.poll(states).toEqual(['ended'])
  await page.context().close()

  const refused = (await open()).page
  await refused.getByRole('button', { name: 'Ouvrir la caméra' }).click()
  await expect(refused.getByRole('status')).toContainText('La caméra est refusée à cette page')
  await refused.context().close()
})

test('a zone typed by a wedge is heard outside of a field, and presses no shortcut', async () => {
  const { page } = await open()
  await page.keyboard.press('Escape')
  await type(page, `${zone.join('\r')}\r`, 4)
  await expect(heard(page)).toHaveText([`wedge mrz ${JSON.stringify(zone.join('\n'))}`])
  await page.context().close()
})

test('in a field, a code is heard and the field is as it was', async () => {
  const { page } = await open()
  const field = page.getByLabel('Nom')
  await field.fill('Durand')
  await type(page, `${code}\r`, 4)
  await expect(heard(page)).toHaveText([`wedge 2ddoc ${JSON.stringify(code)}`])
  await expect(field).toHaveValue('Durand')
  await page.context().close()
})

test('what is typed by hand stays typed, and its shortcuts stay pressed', async () => {
  const { page } = await open()
  const field = page.getByLabel('Nom')
  await field.focus()
  await type(page, 'Dupond Dcoiacpvd', 60)
  await expect(field).toHaveValue('Dupond Dcoiacpvd')
  // So fast that it could be a scanner, and is none.
  await type(page, ' iduto', 4)
  await type(page, 'x\r', 4)
  await expect(field).toHaveValue('Dupond Dcoiacpvd idutox')
  await expect(heard(page)).toHaveText(['sent Dupond Dcoiacpvd idutox'])
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Lecture' }).click()
  await field.blur()
  await type(page, 'dpx', 90)
  await expect(heard(page)).toHaveText(['sent Dupond Dcoiacpvd idutox', 'key D', 'key P', 'key X'])
  await page.context().close()
})
