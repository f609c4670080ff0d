import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { once, unpackPackage } from './cache.ts'
import { mustRun, nodeProgram } from './command.ts'
import { compilingNeeds, mustHave } from './lacking.ts'
import { headersArchive, recipe } from './pins.ts'
import { cacheFolder, installed } from './places.ts'
import { Trouble } from './trouble.ts'

function version(): string {
  const manifest: unknown = createRequire(import.meta.url)('better-sqlite3/package.json')
  if (typeof manifest === 'object' && manifest && 'version' in manifest) return String(manifest.version)
  throw new Trouble('le paquet better-sqlite3 n’est pas installé : lancez « npm ci ».')
}

/** The compiled addon's folder, whether it is there or not yet. */
export function bindingFolder(): string {
  const nodeHeaders = headersArchive.spec.split('@').at(-1)
  const name = `better-sqlite3-${version()}-${process.platform}-${process.arch}-node-${nodeHeaders}-r${recipe}`
  return join(cacheFolder(), name)
}

/**
 * Compiles better-sqlite3 for the test Electron, whose Node-API is older than the prebuilt addon wants (a
 * segmentation fault otherwise), and gives the path of the addon. About a minute, once for each version.
 * The installed package is never changed: Electron 45 and Node 24 use its own prebuilt addon.
 */
export async function prepareBinding(): Promise<string> {
  const folder = await once(bindingFolder(), async (aside) => {
    await mustHave(compilingNeeds)
    const headers = join(aside, 'headers')
    await mkdir(headers)
    await unpackPackage(headersArchive, headers, ['package/include'])
    const sources = await copySources(join(aside, 'sources'))
    const [program, args] = nodeProgram(
      ['node-gyp', 'bin', 'node-gyp.js'],
      ['rebuild', '--release', '--force_build=1', `--nodedir=${join(headers, 'package')}`],
    )
    await mustRun(program, args, { cwd: sources, what: 'La compilation de SQLite pour l’Electron d’essai' })
    await copyFile(
      join(sources, 'build', 'Release', 'better_sqlite3.node'),
      join(aside, 'better_sqlite3.node'),
    )
    await Promise.all([headers, sources].map((path) => rm(path, { recursive: true })))
  })
  return join(folder, 'better_sqlite3.node')
}

/** The package and what it includes, aside, asking for the Node-API that Electron 33 has. */
async function copySources(sources: string): Promise<string> {
  await cp(installed('better-sqlite3'), sources, { recursive: true })
  await cp(installed('node-addon-api'), join(sources, 'node_modules', 'node-addon-api'), { recursive: true })
  const file = join(sources, 'binding.gyp')
  const before = await readFile(file, 'utf8')
  const after = before.replace(
    "'NAPI_VERSION=10'",
    "'NAPI_EXPERIMENTAL','NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'",
  )
  if (after === before)
    throw new Trouble('better-sqlite3 a changé : sa compilation pour l’Electron d’essai est à revoir.')
  await writeFile(file, after)
  return sources
}
