import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { schemasWhenUsed } from '../../shared/rpc/zod/alias.ts'
import { sourcesState } from './build.ts'
import { bundledSqlite } from './bundledSqlite.ts'
import { exists } from './cache.ts'
import { keepCode, sameEachTime } from './keptCode.ts'
import { bundleFolder, hostSwitches, root } from './places.ts'
import { dataWhenUsed } from './laterData.ts'
import { filesOfPrograms, inThreads } from './programFiles.ts'
import { step } from './say.ts'
import { programFiles, starter, startersBeside } from './starters.ts'

// Hundreds of hosts and commands start in one run of the tests. From the sources each reads some nine hundred files;
// bundled, a few, and already compiled: a start costs a third as much of a processor.

const stamp = join(bundleFolder, 'bundle.stamp')

/** The programs that the tests start, from the same sources as `npm run host` and `npm run guichet`. */
const programs = {
  serve: join(root, 'electron/host/serve.ts'),
  cli: join(root, 'electron/host/cli.ts'),
  inside: join(root, 'test/fixtures/insideHost.ts'),
  backup: join(root, 'electron/host/backup/worker.ts'),
  calendar: join(root, 'electron/host/appointments/worker.ts'),
  forecast: join(root, 'electron/host/waits/forecast/worker.ts'),
}

/** The folders of what names the rules' data. */
const rules = [join(root, 'shared', 'procedures'), join(root, 'electron', 'host', 'law')]

/** All that the bundle reads. */
const sources = [
  'electron',
  'shared',
  'db',
  'package-lock.json',
  'test/runtime/hostBundle.ts',
  'test/runtime/bundledSqlite.ts',
  'test/runtime/starters.ts',
  'test/runtime/programFiles.ts',
  'test/runtime/laterData.ts',
  'test/runtime/keptCode.ts',
  'test/runtime/places.ts',
  'test/runtime/keep',
  'test/fixtures/insideHost.ts',
  'test/fixtures/emptyJournal.ts',
]

/**
 * A module finds its files from its own address, which stays its source's: the rules, the pages and the typefaces are
 * where they are for `npm run host`. Only a worker is looked for beside the program that starts it.
 */
const ownAddresses: Plugin = {
  name: 'guichet-own-addresses',
  transform: (code, id) =>
    code.includes('import.meta.url') && !id.includes('node_modules') && !id.endsWith('/program.ts')
      ? { code: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)), map: null }
      : null,
}

/**
 * The same for a host that a test reads from its sources: its threads are the bundle's. A run starts hundreds of them.
 */
export const bundledThreads: Plugin = {
  name: 'guichet-bundled-threads',
  transform: (code, id) =>
    id.endsWith('/program.ts')
      ? {
          code: code.replaceAll(
            'import.meta.url',
            JSON.stringify(pathToFileURL(join(bundleFolder, 'programs', 'inside.cjs')).href),
          ),
          map: null,
        }
      : null,
}

/**
 * Bundles the host and the command line into `out/`, unless what is there was made from these very sources. Vitest calls
 * it once, before the files that start hosts; Playwright's setup does the same.
 */
export default async function bundleHost(): Promise<void> {
  const state = await sourcesState(sources)
  const kept = await readFile(stamp, 'utf8').catch(() => '')
  const whole = await Promise.all(
    Object.keys(programs).map((name) => exists(join(bundleFolder, `${name}.cjs`))),
  )
  if (kept === state && whole.every(Boolean)) return
  await rm(bundleFolder, { recursive: true, force: true })
  await step('Assemblage de l’hôte pour les tests', async () => {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      plugins: [ownAddresses, startersBeside(), dataWhenUsed(...rules), bundledSqlite()],
      resolve: { alias: [schemasWhenUsed(root)] },
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: bundleFolder,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: { ...programs, ...starter(root) },
          output: {
            ...programFiles,
            codeSplitting: { groups: filesOfPrograms({ ...programs, ...inThreads(root) }) },
          },
        },
      },
    })
    const node = {
      executable: process.execPath,
      switches: [sameEachTime, ...hostSwitches],
      env: { GUICHET_SQLITE_BINDING: undefined, NODE_OPTIONS: undefined },
    }
    await keepCode(node, bundleFolder, 'serve')
  })
  await writeFile(stamp, state)
}
