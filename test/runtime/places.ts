import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The root of the sources. */
export const root = resolve(import.meta.dirname, '../..')

/** A file of an installed package, by its path inside `node_modules`. */
export const installed = (...path: readonly string[]): string => join(root, 'node_modules', ...path)

/** Where the tests' own bundle of the host lies (hostBundle.ts). */
export const bundleFolder = join(root, 'out', 'test', 'host')

/** The host under Node and the command line, as the tests start them: from the same sources, read in a few files. */
export const hostProgram = join(bundleFolder, 'serve.cjs')
/**
 * Node's switches for a host, as `npm run host` has them (package.json): young objects have 8 MiB, as Electron has; Node 24
 * alone lets them take 64. An act then waits less for a collection of memory (docs/speed.md).
 */
export const hostSwitches = ['--max-semi-space-size=8'] as const
export const cliProgram = join(bundleFolder, 'cli.cjs')

/** For a program that a test starts from its sources: what Node compiles of them serves the next one. */
export const fromSources = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_COMPILE_CACHE: join(bundleFolder, 'sources'),
})

/** The same host for the test's own process (test/fixtures/insideHost.ts). */
export const insideProgram = join(bundleFolder, 'inside.cjs')

/** Debian's Chromium without a window around its pages: a quarter less of a processor for the same page. */
const headlessShell = '/usr/bin/chromium-headless-shell'

/** The browser that shows the tests' pages; the whole Chromium where the shell could not be installed. */
export const browserProgram = existsSync(headlessShell) ? headlessShell : '/usr/bin/chromium'

/** Where what was downloaded or compiled is kept between runs, outside the sources. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(base, 'guichet')
}

/** The folder where the desktop application keeps its data: the same as Electron's `userData`. */
export function userDataFolder(): string {
  const home = homedir()
  switch (process.platform) {
    case 'win32':
      return join(process.env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'guichet')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'guichet')
    default:
      return join(process.env['XDG_CONFIG_HOME'] || join(home, '.config'), 'guichet')
  }
}
