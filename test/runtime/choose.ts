import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { exists } from './cache.ts'
import { nodeProgram, run } from './command.ts'
import { lackSentence, mustHave, windowNeed, windowNeeds } from './lacking.ts'
import { electronPin } from './pins.ts'
import { installed } from './places.ts'
import { preparingNeeds, prepareRuntime, testRuntimeExists } from './prepare.ts'
import { prepareBinding } from './sqlite.ts'
import { say, step } from './say.ts'
import { Trouble } from './trouble.ts'

export interface Chosen {
  readonly executable: string
  /** The SQLite addon that this Electron needs; null when the package's own serves it. */
  readonly nativeBinding: string | null
  /** Whether it is the Electron that is shipped. */
  readonly official: boolean
}

/** Electron 36 is the first whose Node-API runs the prebuilt SQLite addon. */
const firstWithNodeApi10 = 36

/** Milliseconds: to reach the server that has Electron, then to get it. */
const reachLimit = 5_000
const downloadLimit = 240_000

/** The executable's place inside a distribution. */
function executableIn(dist: string): string {
  switch (process.platform) {
    case 'win32':
      return join(dist, 'electron.exe')
    case 'darwin':
      return join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron')
    default:
      return join(dist, 'electron')
  }
}

const versionOf = (dist: string): Promise<string | null> =>
  readFile(join(dist, 'version'), 'utf8').then(
    (text) => text.trim().replace(/^v/, ''),
    () => null,
  )

async function pinned(): Promise<string> {
  const manifest = JSON.parse(await readFile(installed('electron', 'package.json'), 'utf8')) as {
    version: string
  }
  return manifest.version
}

/**
 * The Electron to open the application with: the one that the environment names, the official one (installed,
 * or downloaded now), else on Linux x64 the test one, and it says so. Throws a sentence when there is none.
 */
export async function chooseElectron(): Promise<Chosen> {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (named) return fromFolder(named)
  const here = await officialElectron()
  const reached = here === null && (await reachable())
  const prepares = here === null && !reached && testRuntimeExists()
  await mustHave([...windowNeeds, ...(prepares ? await preparingNeeds() : [])])
  const official = reached ? await downloadedElectron() : here
  if (official) return official
  if (!testRuntimeExists()) {
    throw new Trouble(
      'Electron n’a pas pu être téléchargé (github.com est-il joignable d’ici ?), et aucun Electron d’essai n’existe pour ce système.',
    )
  }
  say(
    `L’Electron officiel n’est pas joignable d’ici : l’application s’ouvre avec un Electron d’essai (${electronPin.version}), bon pour essayer, pas pour recevoir du public.`,
  )
  const { executable, nativeBinding } = await step(
    'Préparation de l’Electron d’essai (une minute la première fois)',
    () => prepareRuntime(),
  )
  await mustHaveLibraries(executable)
  return { executable, nativeBinding, official: false }
}

async function fromFolder(dist: string): Promise<Chosen> {
  const executable = executableIn(dist)
  if (!(await exists(executable))) {
    throw new Trouble(`ELECTRON_OVERRIDE_DIST_PATH désigne « ${dist} », où il n’y a pas d’Electron.`)
  }
  const major = Number.parseInt((await versionOf(dist)) ?? '', 10)
  const old = major < firstWithNodeApi10
  return { executable, nativeBinding: old ? await prepareBinding() : null, official: !old }
}

/** The official Electron, when it is installed whole. */
async function officialElectron(): Promise<Chosen | null> {
  const dist = installed('electron', 'dist')
  const executable = executableIn(dist)
  const whole = (await versionOf(dist)) === (await pinned()) && (await exists(executable))
  return whole ? { executable, nativeBinding: null, official: true } : null
}

async function downloadedElectron(): Promise<Chosen | null> {
  const [program, args] = nodeProgram(['electron', 'install.js'], [])
  const what = `Téléchargement d’Electron ${await pinned()}`
  await step(what, () => run(program, args, { limit: downloadLimit }))
  return officialElectron()
}

/** Whether the server that has Electron answers at all; behind a proxy only a download can tell. */
async function reachable(): Promise<boolean> {
  const env = process.env
  if (env['HTTPS_PROXY'] || env['https_proxy'] || env['npm_config_https_proxy']) return true
  const mirror = env['ELECTRON_MIRROR'] || env['npm_config_electron_mirror'] || 'https://github.com/'
  const { hostname, port, protocol } = new URL(mirror)
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) })
    const end = (answer: boolean) => {
      socket.destroy()
      done(answer)
    }
    socket.setTimeout(reachLimit, () => end(false))
    socket.on('connect', () => end(true)).on('error', () => end(false))
  })
}

/** A library that only this Electron is linked with; without it Electron dies with one obscure line. */
async function mustHaveLibraries(executable: string): Promise<void> {
  const { text } = await run('ldd', [executable]).catch(() => ({ text: '' }))
  const missing = [...text.matchAll(/(\S+) => not found/g)].map(([, library = '']) => windowNeed(library))
  if (missing.length > 0) throw new Trouble(lackSentence(missing, process.getuid?.() === 0))
}
