import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { mustRun } from '../runtime/command.ts'
import { makePackages, type Packaging } from '../runtime/package.ts'
import { freePort } from '../runtime/postgres.ts'

// A package made here, opened in a folder of its own as an installation would be, and run by an ordinary account.

/** Where a package's files are once opened, and the program among them. */
export type Opened = { readonly folder: string; readonly deb: string; readonly program: string }

/** An account without rights, when these tests are root's; else whoever runs them is ordinary enough. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined

/** A folder that the ordinary account owns, where nothing of ours is above it but what all may enter. */
export async function ordinaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-installed-'))
  await chmod(folder, 0o755)
  if (nobody) await chown(folder, nobody.uid, nobody.gid)
  return folder
}

/** Makes the Debian package and opens it into a folder of root's (ten seconds). */
export async function openedPackage(asked: Partial<Packaging> = {}): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-deb-opened-'))
  await chmod(folder, 0o755)
  const made = join(folder, 'made')
  await mkdir(made)
  const version = asked.version ?? '0.1.0'
  await makePackages({ targets: ['deb'], into: made, trial: true, version, ...asked })
  const deb = join(made, `guichet-essai_${version}_amd64.deb`)
  await mustRun('dpkg-deb', ['-x', deb, folder], { what: 'L’ouverture du paquet' })
  return { folder, deb, program: join(folder, 'opt', 'Guichet', 'guichet') }
}

export type Started = {
  readonly child: ChildProcess
  /** Standard output and standard error until now. */
  readonly said: () => { readonly output: string; readonly errors: string }
  /** Resolves with the exit code. */
  readonly gone: Promise<number | null>
  readonly stop: () => Promise<number | null>
}

/** The ordinary account's, with nothing of our own environment but a screen. */
const environment = (program: string, home: string, display?: string) => ({
  PATH: '/usr/bin:/bin',
  HOME: home,
  TMPDIR: home,
  DISPLAY: display,
  // The trial's own Electron is older than the addon that is shipped.
  GUICHET_SQLITE_BINDING: join(program, '..', 'resources', 'essai', 'better_sqlite3.node'),
})

/** Asks the package's own command line, without a screen. @param input what is given to read */
export function askPackaged(
  program: string,
  home: string,
  args: readonly string[],
  input = '',
): { readonly code: number | null; readonly output: string; readonly errors: string } {
  const { status, stdout, stderr } = spawnSync(join(program, '..', 'bin', 'guichet'), args, {
    cwd: home,
    ...nobody,
    env: environment(program, home),
    input,
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { code: status, output: stdout, errors: stderr }
}

/** Starts the packaged program as the ordinary account. */
export function startPackaged(
  program: string,
  home: string,
  args: readonly string[],
  display?: string,
): Started {
  const child = spawn(program, ['--disable-gpu', ...args], {
    cwd: '/',
    ...nobody,
    env: environment(program, home, display),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  return {
    child,
    said: () => ({ output, errors }),
    gone,
    stop: () => {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
      return gone.finally(() => clearTimeout(late))
    },
  }
}

/** The window of a packaged application. Its fuses leave no door to Node: Chromium's own protocol shows its pages. */
export async function packagedWindow(
  program: string,
  home: string,
  display: string,
  args: readonly string[],
): Promise<Started & { readonly page: Page; readonly browser: Browser }> {
  const port = await freePort()
  const started = startPackaged(program, home, [`--remote-debugging-port=${port}`, ...args], display)
  for (let tries = 0; tries < 150 && started.child.exitCode === null; tries++) {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => null)
    const page = browser?.contexts()[0]?.pages()[0]
    if (browser && page) return { ...started, browser, page }
    await browser?.close()
    await new Promise((done) => setTimeout(done, 100))
  }
  await started.stop()
  throw new Error(`no window: ${started.said().errors.slice(-1000)}`)
}

/** Asks the packaged office by its own HTTP door, with one of its folder's tokens. */
export async function act(
  data: string,
  holder: string,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { url } = JSON.parse(readFileSync(join(data, 'host.json'), 'utf8')) as { readonly url: string }
  const tokens = JSON.parse(readFileSync(join(data, 'tokens.json'), 'utf8')) as Readonly<
    Record<string, string>
  >
  const answer = await fetch(`${url}/api/v1/${name}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokens[holder]}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(input),
  })
  return answer.json()
}

/** Removes what a test opened. */
export const removed = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
