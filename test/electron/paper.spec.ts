import type { ChildProcess } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ElectronApplication } from '@playwright/test'
import { decode } from 'fast-png'
import { build } from 'vite'
import { run } from '../runtime/command.ts'
import { useCups, type Cups } from '../runtime/cups.ts'
import { closed, expect, removeFolder, startApplication, test } from './launch.ts'

// Chromium as a printer. Sizes are read by poppler, not by what wrote them.

// One Electron for all of them: a document that is drawn leaves nothing behind (a test says so).
let built: string
let cups: Cups
let application: ElectronApplication
let child: ChildProcess
test.beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'guichet-paper-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: built,
      target: 'node20.18',
      ssr: fileURLToPath(new URL('./paperMain.ts', import.meta.url)),
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.mjs' } },
    },
  })
  cups = await useCups()
  application = await startApplication(built, {
    app: join(built, 'main.mjs'),
    env: { CUPS_SERVER: cups.server },
  })
  child = application.process()
  await expect.poll(() => application.evaluate(() => 'desk' in globalThis)).toBe(true)
})
test.afterAll(async () => {
  await closed(child)
  await cups.stop()
  await removeFolder(built)
})

type Paper = { readonly widthMm: number; readonly heightMm: number | null }

/** The PDF that the desk makes of a document, in a file. */
async function rendered(html: string, paper: Paper): Promise<string> {
  const base64 = await application.evaluate(
    async (_electron, given) =>
      Buffer.from(await globalThis.desk.render(given.html, given.paper)).toString('base64'),
    { html, paper },
  )
  const file = join(built, `${Math.random().toString(36).slice(2)}.pdf`)
  await writeFile(file, Buffer.from(base64, 'base64'))
  return file
}

/** What poppler says of a PDF: its pages, their size in millimetres, its tags, its text. */
async function told(file: string) {
  const { text: info } = await run('pdfinfo', [file])
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info) ?? []
  const mm = (points: string | undefined) => (Number(points) / 72) * 25.4
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
    widthMm: mm(width),
    heightMm: mm(height),
    tagged: /Tagged:\s+yes/.test(info),
    text: (await run('pdftotext', ['-layout', file, '-'])).text.trim(),
  }
}

const page = (body: string, css = '') =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Récépissé</title><style>*{margin:0}${css}</style></head><body>${body}</body></html>`

test('a page is drawn dot for dot at the size asked, on a hidden window, Arabic joined from right to left', async () => {
  const draw = async (body: string) => {
    const base64 = await application.evaluate(
      async (_electron, html) =>
        Buffer.from(await globalThis.desk.picture(html, { width: 400, height: 120 })).toString('base64'),
      page(body, 'body{background:#fff} div{height:60px;font-size:40px;line-height:60px}'),
    )
    const picture = decode(Buffer.from(base64, 'base64'))
    expect([picture.width, picture.height]).toEqual([400, 120])
    const isBlack = (x: number, y: number) => (picture.data[(y * 400 + x) * picture.channels] ?? 255) < 128
    /** Columns with ink in the first line of 60 dots. */
    const ink = Array.from({ length: 400 }, (_, x) =>
      Array.from({ length: 60 }, (_at, y) => isBlack(x, y)).includes(true),
    )
    return { first: ink.indexOf(true), last: ink.lastIndexOf(true), below: isBlack(200, 90) }
  }
  const latin = await draw('<div>II</div><div style="background:#000"></div>')
  expect(latin.first).toBeLessThan(20)
  expect(latin.below).toBe(true)
  // Joined, the letters of « محمد » take less room than the same ones told not to join.
  const [joined, apart] = [await draw('<div>محمد</div>'), await draw('<div>م&zwnj;ح&zwnj;م&zwnj;د</div>')]
  expect(joined.last - joined.first).toBeLessThan(apart.last - apart.first)
})

test('a document becomes one tagged page of exactly the paper’s size', async () => {
  for (const [widthMm, heightMm] of [
    [80, 120],
    [80, 297.4],
    [210, 297],
  ] as const) {
    const html = page(
      '<h1>Récépissé n° 42</h1><p>Œuvre, 25 €</p>',
      `@page{size:${widthMm}mm ${heightMm}mm;margin:0}`,
    )
    const pdf = await told(await rendered(html, { widthMm, heightMm }))
    expect(pdf.pages).toBe(1)
    // A PDF's unit is a third of a millimetre; Chromium rounds to whole ones.
    expect(Math.abs(pdf.widthMm - widthMm)).toBeLessThan(0.36)
    expect(Math.abs(pdf.heightMm - heightMm)).toBeLessThan(0.36)
    expect(pdf.tagged).toBe(true)
    expect(pdf.text).toContain('Récépissé n° 42')
    expect(pdf.text).toContain('Œuvre, 25 €')
  }
})

test('the document’s own margins and page numbers are kept on A4', async () => {
  const css = '@page{size:A4;margin:20mm;@bottom-right{content:"page " counter(page) " / " counter(pages)}}'
  const file = await rendered(page('<p>Premier</p><p style="break-before:page">Second</p>', css), {
    widthMm: 210,
    heightMm: 297,
  })
  expect((await told(file)).pages).toBe(2)
  // Chromium draws the boxes of a page's margin since 131; Electron 33 has 130.
  const chromium = await application.evaluate(() => Number.parseInt(process.versions.chrome ?? '', 10))
  expect((await told(file)).text.includes('page 2 / 2')).toBe(chromium >= 131)
  const { text: box } = await run('pdftotext', ['-bbox', file, '-'])
  const left = Number(/<word xMin="([\d.]+)"[^>]*>Premier/.exec(box)?.[1])
  expect(Math.abs((left / 72) * 25.4 - 20)).toBeLessThan(0.6)
})

test('without a height the paper is as long as the content', async () => {
  for (const heightMm of [30, 143.7, 600]) {
    const html = page(`<div style="height:${heightMm}mm">haut</div>`)
    const pdf = await told(await rendered(html, { widthMm: 80, heightMm: null }))
    expect(pdf.pages).toBe(1)
    expect(pdf.heightMm).toBeGreaterThan(heightMm - 0.4)
    expect(pdf.heightMm).toBeLessThan(heightMm * 1.02 + 2)
  }
})

test('paper runs no script and loads nothing', async () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const html = page(
      `<p id="p">intact</p><img src="${elsewhere}/a"><img src="x" onerror="document.body.textContent='changed'">
       <script>document.body.textContent='changed'</script><iframe src="${elsewhere}/b"></iframe>
       <iframe src="file:///etc/passwd"></iframe><link rel="stylesheet" href="${elsewhere}/c">`,
    )
    const pdf = await told(await rendered(html, { widthMm: 80, heightMm: 120 }))
    expect(pdf.text).toContain('intact')
    expect(pdf.text).not.toMatch(/changed|root:/)
    expect(seen).toEqual([])
  } finally {
    server.close()
  }
})

test('documents are drawn one at a time, and each gets its own', async () => {
  const html = [1, 2, 3, 4, 5].map((n) => page(`<p>document ${n}</p>`))
  const result = await application.evaluate(async ({ BrowserWindow }, documents) => {
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, BrowserWindow.getAllWindows().length)), 5)
    const all = await Promise.all(
      documents.map((text) => globalThis.desk.render(text, { widthMm: 80, heightMm: 50 })),
    )
    clearInterval(watch)
    const left = BrowserWindow.getAllWindows().length
    return { most, left, pdfs: all.map((bytes) => Buffer.from(bytes).toString('base64')) }
  }, html)
  // The harness's own window, and one more.
  expect(result.most).toBeLessThanOrEqual(2)
  expect(result.left).toBe(1)
  for (const [i, base64] of result.pdfs.entries()) {
    const file = join(built, `turn-${i}.pdf`)
    await writeFile(file, Buffer.from(base64, 'base64'))
    expect((await told(file)).text).toBe(`document ${i + 1}`)
  }
})

test('what takes too long, or names no printer, ends with a sentence and frees the turn', async () => {
  const said = await application.evaluate(async () => {
    const paper = { widthMm: 80, heightMm: 50 }
    const why = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => (error as Error).message,
      )
    return [
      await why(globalThis.hurriedDesk.render('<p>lent</p>', paper)),
      await why(globalThis.desk.print('<p>x</p>', 'Imprimante absente', paper)),
      await why(globalThis.desk.render('<p>ensuite</p>', paper)),
    ]
  })
  expect(said).toEqual([
    'Le document n’a pas pu être mis en page à temps. Relancez l’impression.',
    'L’imprimante « Imprimante absente » n’est pas connue de cet ordinateur. Choisissez-en une autre dans l’administration.',
    'done',
  ])
})

test('a printer of the system receives the paper at its exact size, without a dialog', async () => {
  await expect
    .poll(() => application.evaluate(async () => globalThis.desk.devices()))
    .toContain(cups.pdfQueue)
  const before = (await cups.printed()).length
  const html = page('<p>Billet A 42</p>', '@page{size:80mm 120mm;margin:0}')
  await application.evaluate(
    (_electron, { given, queue }) => globalThis.desk.print(given, queue, { widthMm: 80, heightMm: 120 }),
    { given: html, queue: cups.pdfQueue },
  )
  await expect.poll(async () => (await cups.printed()).length, { timeout: 15_000 }).toBe(before + 1)
  const job = (await cups.printed()).at(-1)
  const file = join(built, 'printed.pdf')
  await writeFile(file, job?.bytes ?? '')
  const pdf = await told(file)
  expect(pdf.pages).toBe(1)
  expect(Math.abs(pdf.widthMm - 80)).toBeLessThan(0.6)
  expect(Math.abs(pdf.heightMm - 120)).toBeLessThan(0.6)
})
