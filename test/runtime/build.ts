import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exists } from './cache.ts'
import { mustRun, nodeProgram } from './command.ts'
import { root } from './places.ts'
import { runMain } from './trouble.ts'
import { step } from './say.ts'

/** All that a build reads. */
const sources = [
  'electron',
  'renderer',
  'shared',
  'db',
  'package-lock.json',
  'electron.vite.config.ts',
  'test/runtime/bundledSqlite.ts',
  'test/runtime/starters.ts',
  'test/runtime/laterData.ts',
  'test/runtime/programFiles.ts',
]

/** What a whole build leaves. */
const products = [
  'main/main.cjs',
  'main/host.cjs',
  'main/relay.cjs',
  'preload/preload.cjs',
  'renderer/index.html',
  'renderer/verification.html',
]

const stamp = join(root, 'out', 'build.stamp')

/** A short name of the sources' present state: paths, sizes and dates, so that a removed file counts too. */
export async function sourcesState(read: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const source of read) {
    const path = join(root, source)
    const inside = (await stat(path)).isDirectory()
      ? (await readdir(path, { recursive: true })).toSorted()
      : ['']
    for (const name of inside) {
      const found = await stat(join(path, name))
      if (found.isFile()) hash.update(`${source}/${name} ${found.size} ${found.mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

/** Builds the application into `out/`, unless what is there was built from these very sources. */
export async function buildIfNeeded(): Promise<void> {
  const state = await sourcesState(sources)
  const kept = await readFile(stamp, 'utf8').catch(() => '')
  const whole = await Promise.all(products.map((product) => exists(join(root, 'out', product))))
  if (kept === state && whole.every(Boolean)) return
  await build()
  await mkdir(join(root, 'out'), { recursive: true })
  await writeFile(stamp, state)
}

async function build(): Promise<void> {
  const [program, args] = nodeProgram(
    ['electron-vite', 'bin', 'electron-vite.js'],
    ['build', '--logLevel', 'warn'],
  )
  await step('Construction de l’application et de ses pages', () =>
    mustRun(program, args, { what: 'La construction de l’application' }),
  )
}

if (import.meta.main) {
  await runMain(async () => {
    await buildIfNeeded()
    return 0
  })
}
