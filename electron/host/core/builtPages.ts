import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the built pages lie, and how they are built when this program runs from its sources. */
export type Pages = { readonly folder: string; readonly sources: string | null }

/** What a whole build leaves of pages. */
const entrances = ['index.html', 'verification.html']

/**
 * From sources, pages are built beside them; in a package they lie beside the folder of the program.
 * @param from the address of the file that holds this: a source, or a program's file in `out/main/programs`
 */
export function ownPages(from = import.meta.url): Pages {
  const here = dirname(fileURLToPath(from))
  const root = resolve(here, '..', '..', '..')
  return existsSync(join(root, 'renderer', 'index.html'))
    ? { folder: join(root, 'out', 'renderer'), sources: root }
    : { folder: resolve(here, '..', '..', 'renderer'), sources: null }
}

/**
 * Waits for the pages to be there, and builds them from their sources when they are not: once, whoever asks meanwhile.
 * @param say one line for whoever waits
 * @returns a function that throws when there are no pages and no way to make them
 */
export function readyPages({ folder, sources }: Pages, say: (text: string) => void): () => Promise<void> {
  let building: Promise<void> | null = null
  return async () => {
    if (entrances.every((name) => existsSync(join(folder, name)))) return
    if (sources === null) throw new Error('pages absentes')
    building ??= build(sources, say).finally(() => {
      building = null
    })
    await building
  }
}

/** Builds the pages from their sources with this same Node. */
function build(sources: string, say: (text: string) => void): Promise<void> {
  say('Préparation des pages…')
  return new Promise((done, fail) => {
    const vite = join(sources, 'node_modules', 'vite', 'bin', 'vite.js')
    const child = spawn(
      process.execPath,
      [vite, 'build', '--config', join(sources, 'renderer', 'vite.config.ts'), '--logLevel', 'error'],
      {
        cwd: sources,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    child.on('error', fail)
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`vite : ${code}`))))
  })
}
