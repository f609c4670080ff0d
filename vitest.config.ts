import { defineConfig } from 'vitest/config'
import { schemasWhenUsed } from './shared/rpc/zod/alias.ts'
import type { Floor } from './test/runtime/floors.ts'
import { bundledThreads } from './test/runtime/hostBundle.ts'

/**
 * `GUICHET_BESIDE` (the pure tests of `npm test`): they have only what the journeys leave of a processor, which may
 * be nothing for minutes. A limit is there to end what hangs: it is never what fails a test that waits its turn.
 */
const beside = process.env['GUICHET_BESIDE'] === undefined ? 1 : 40

/** The tests that run under Node, by folder, and how long one may take (milliseconds). */
const folders: Readonly<Record<Exclude<Floor, 'faults'>, number>> = {
  unit: 20_000 * beside,
  property: 60_000 * beside,
  db: 60_000,
  office: 60_000,
  arch: 20_000 * beside,
}

/** What runs whole programs, on a machine that may be slow: repeated once, and named at the end if it passes only then. */
const repeated: readonly string[] = ['db', 'office']

/** What starts hosts and commands as programs of their own: bundled once before them (test/runtime/hostBundle.ts). */
const starting: readonly string[] = ['db', 'office']

/** What holds nothing between two files: one program runs them all, and reads the sources once. */
const together: readonly string[] = ['arch', 'unit', 'property', 'db', 'office']

/** What cuts the disk, the network or the clock under a host of its own process: each file has its process. */
const apart = 'test/office/core/faults*.test.ts'

/** `GUICHET_RUNS=1000` (the nightly run): the same tests, with more cases and the time for them. */
const slower = Math.max(1, Number(process.env['GUICHET_RUNS'] ?? 100) / 100)

/** Whole programs of the night alone: docs/tests.md says of each what holds its rules by day. */
const ofTheNight = ['core/postgresHosts', 'core/publicPages', 'history/week'].map(
  (name) => `test/office/${name}.test.ts`,
)

type Files = { readonly include: string[]; readonly exclude?: string[]; readonly isolate: boolean }

const project = (folder: string, timeout: number, files: Files, name = folder) => ({
  plugins: starting.includes(folder) ? [bundledThreads] : [],
  // As what is built.
  resolve: { alias: [schemasWhenUsed(import.meta.dirname)] },
  test: {
    name,
    ...files,
    environment: 'node' as const,
    // Node reads the bundle of the host as it is: nothing compiles it again.
    server: { deps: { external: [/\/out\/test\/host\//] } },
    globalSetup: starting.includes(folder) ? ['test/runtime/hostBundle.ts'] : [],
    setupFiles: ['test/fixtures/runs.ts'],
    retry: repeated.includes(folder) ? 1 : 0,
    testTimeout: timeout * slower,
    hookTimeout: timeout * slower,
  },
})

export default defineConfig({
  test: {
    // Twice the cores: most tests wait for a program of their own, or for the disk. Three left half of them idle.
    maxWorkers: 4,
    projects: [
      ...Object.entries(folders).map(([name, timeout]) =>
        project(name, timeout, {
          include: [`test/${name}/**/*.test.{ts,tsx}`],
          exclude: [apart, ...(slower > 1 ? [] : ofTheNight)],
          isolate: !together.includes(name),
        }),
      ),
      project('office', folders.office, { include: [apart], isolate: true }, 'faults'),
    ],
  },
})
