import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Chromium } from './chromium.ts'
import type { Render } from './cups.ts'
import { printFailure } from './printer.ts'
import { runProgram } from './run.ts'

/** Debian's headless shell first: the same engine without windows, which draws a page in less than half the time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

/** The first browser of the PATH that makes PDFs; undefined when there is none. */
export async function findBrowser(): Promise<string | undefined> {
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const file = join(folder, name)
      try {
        await access(file, constants.X_OK)
        return file
      } catch {
        // Not there: the next one.
      }
    }
  }
  return undefined
}

const flags = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

// Chromium refuses its sandbox to root. The page is ours, has no script and may load nothing (its own CSP).
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** What comes of a page, and how the browser is asked for it: it goes by the file's ending too. */
type Output = { readonly name: string; readonly flags: (file: string) => readonly string[] }
type Draw = (html: string, output: Output, signal: AbortSignal) => Promise<Uint8Array>

/** One browser at a time, each in a folder of its own. @param timeout milliseconds for one page */
function headlessDraw(timeout: number): Draw {
  let last: Promise<unknown> = Promise.resolve()
  return (html, output, signal) => {
    const next = last.then(() => drawOnce(html, output, timeout, signal))
    last = next.catch(() => {})
    return next
  }
}

async function drawOnce(
  html: string,
  output: Output,
  timeout: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const browser = await findBrowser()
  if (browser === undefined) throw printFailure('noChromium', false)
  const folder = await mkdtemp(join(tmpdir(), 'guichet-paper-'))
  try {
    const page = join(folder, 'paper.html')
    const file = join(folder, output.name)
    await writeFile(page, html, { mode: 0o600 })
    const args = [
      ...flags,
      ...sandbox,
      `--user-data-dir=${join(folder, 'browser')}`,
      ...output.flags(file),
      pathToFileURL(page).href,
    ]
    const { code, stderr } = await runProgram(browser, args, { timeout, signal })
    if (code !== 0) throw printFailure('drawing', false, stderr.slice(-500))
    return await readFile(file)
  } finally {
    // A browser that was killed can still be writing: what stays is the system's to clean.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {})
  }
}

const toPdf: Output = {
  name: 'paper.pdf',
  flags: (file) => [
    '--no-pdf-header-footer',
    '--export-tagged-pdf',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${file}`,
  ],
}

/** What a headless window keeps of its height for itself, in pixels, and as much again. */
const frame = 200

/** A picture, one dot a CSS pixel; higher than asked, since a window keeps some of its height. */
const toPicture = ({ width, height }: { readonly width: number; readonly height: number }): Output => ({
  name: 'paper.png',
  flags: (file) => [
    '--hide-scrollbars',
    '--force-device-scale-factor=1',
    `--window-size=${width},${height + frame}`,
    `--screenshot=${file}`,
  ],
})

/**
 * PDF by a browser of this machine, for a host that has no Electron around it. The size is the one that the
 * page's own `@page` gives.
 * @param timeout milliseconds for one PDF
 */
export function headlessRender(timeout?: number): Render {
  return headlessChromium(timeout).pdf
}

/** The same as a whole `Chromium`: what it prints goes through the system's queue of that name. @param timeout milliseconds for one page */
export function headlessChromium(timeout = 45_000): Chromium {
  const draw = headlessDraw(timeout)
  const pdf: Render = (html, _size, signal) => draw(html, toPdf, signal)
  return {
    pdf,
    picture: (html, size, signal) => draw(html, toPicture(size), signal),
    printTo: async (html, size, deviceName, signal) => {
      const bytes = await pdf(html, size, signal)
      // Read with the first paper: what draws codes is the largest part of a host, and none is needed to start.
      const { printPdf } = await import('./cups.ts')
      await printPdf(deviceName, 'Guichet', bytes, size, signal)
    },
  }
}
