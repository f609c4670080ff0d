import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Chromium } from './chromium.ts'
import { printPdf, type Render } from './cups.ts'
import { printFailure } from './printer.ts'
import { runProgram } from './run.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

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
  '--no-pdf-header-footer',
  '--export-tagged-pdf',
  '--generate-pdf-document-outline',
]

// Chromium refuses its sandbox to root. The page is ours, has no script and may load nothing (its own CSP).
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/**
 * PDF by a browser of this machine, for a host that has no Electron around it. The size is the one that the
 * page's own `@page` gives. One browser at a time, each in a folder of its own.
 * @param timeout milliseconds for one PDF
 */
export function headlessRender(timeout = 45_000): Render {
  let last: Promise<unknown> = Promise.resolve()
  return (html, _size, signal) => {
    const next = last.then(() => renderOnce(html, timeout, signal))
    last = next.catch(() => {})
    return next
  }
}

async function renderOnce(html: string, timeout: number, signal: AbortSignal): Promise<Uint8Array> {
  const browser = await findBrowser()
  if (browser === undefined) throw printFailure('noChromium', false)
  const folder = await mkdtemp(join(tmpdir(), 'guichet-paper-'))
  try {
    const page = join(folder, 'paper.html')
    const pdf = join(folder, 'paper.pdf')
    await writeFile(page, html, { mode: 0o600 })
    const args = [
      ...flags,
      ...sandbox,
      `--user-data-dir=${join(folder, 'browser')}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]
    const { code, stderr } = await runProgram(browser, args, { timeout, signal })
    if (code !== 0) throw printFailure('drawing', false, stderr.slice(-500))
    return await readFile(pdf)
  } finally {
    // A browser that was killed can still be writing: what stays is the system's to clean.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {})
  }
}

/** The same as a whole `Chromium`: what it prints goes through the system's queue of that name. */
export function headlessChromium(timeout?: number): Chromium {
  const pdf = headlessRender(timeout)
  return {
    pdf,
    printTo: async (html, size, deviceName, signal) =>
      printPdf(deviceName, 'Guichet', await pdf(html, size, signal), size, signal),
  }
}
