import { mkdtemp, rm } from 'node:fs/promises'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from './build.ts'
import { runChecks } from './checks.ts'
import { interruptAll, nodeProgram, run } from './command.ts'
import { cupsEnvironment, startCups } from './cups.ts'
import bundleHost from './hostBundle.ts'
import { memoryFolder } from './memory.ts'
import { installMissing } from './packages.ts'
import { root } from './places.ts'
import { postgresEnvironment, startPostgres } from './postgres.ts'
import { prepareRuntime } from './prepare.ts'
import { say, step } from './say.ts'
import { startScreen } from './screen.ts'
import {
  atLeastOne,
  lastLine,
  playwrightFailures,
  playwrightTally,
  playwrightWavered,
  sum,
  vitestFailures,
  vitestTally,
  vitestWavered,
  type Tally,
} from './tally.ts'
import { sentence } from './trouble.ts'

/** `npm run nightly`. */
const nightly = Number(process.env['GUICHET_RUNS'] ?? 0) >= 1000

/** What is started for the run, and stopped at its end or when it is interrupted. */
const running: (() => Promise<void>)[] = []

/** Where the run writes, if it is in memory: removed once nothing is running there. */
let memory: string | null = null

/** Tests that failed, by name: said again before the last line, whatever was printed since. */
const failures: string[] = []

/** Tests that passed only when repeated, by name. */
const wavered: string[] = []

/** A preparation that fails is one failure, said in one sentence; the run goes on. */
async function attempt(
  work: () => Promise<Readonly<Record<string, string>>>,
): Promise<{ readonly env: Readonly<Record<string, string>>; readonly tally: Tally }> {
  try {
    return { env: await work(), tally: { passed: 0, failed: 0 } }
  } catch (problem) {
    say(`✗ ${sentence(problem)}`)
    return { env: {}, tally: { passed: 0, failed: 1 } }
  }
}

const prepareElectron = () =>
  attempt(async () => {
    const runtime = await step('Préparation de l’Electron d’essai (une minute la première fois)', () =>
      prepareRuntime(),
    )
    return { GUICHET_TEST_ELECTRON: runtime.executable, GUICHET_SQLITE_BINDING: runtime.nativeBinding }
  })

const openScreen = () =>
  attempt(async () => {
    if (process.platform !== 'linux') return {}
    const screen = await startScreen()
    running.push(screen.stop)
    return { DISPLAY: screen.display }
  })

const openCups = () =>
  attempt(async () => {
    if (process.platform !== 'linux') return {}
    const cups = await startCups()
    running.push(cups.stop)
    return cupsEnvironment(cups)
  })

const openPostgres = () =>
  attempt(async () => {
    if (process.platform !== 'linux') return {}
    const postgres = await startPostgres()
    running.push(postgres.stop)
    return postgresEnvironment(postgres)
  })

const build = () =>
  attempt(async () => {
    await buildIfNeeded()
    await bundleHost()
    return {}
  })

async function vitest(env: Readonly<Record<string, string | undefined>>, reports: string): Promise<Tally> {
  const file = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const repeated = join(reports, 'wavered.json')
  const { code } = await run(
    ...nodeProgram(['vitest', 'vitest.mjs'], [...args, '--reporter=./test/runtime/wavered.ts']),
    { env: { ...env, GUICHET_WAVERED: repeated }, output: 'show' },
  )
  failures.push(...(await vitestFailures(file)))
  wavered.push(...(await vitestWavered(repeated)))
  return atLeastOne(await vitestTally(file), code)
}

async function playwright(env: Readonly<Record<string, string>>, reports: string): Promise<Tally> {
  const file = join(reports, 'playwright.json')
  const args = ['test', '--reporter=list,json']
  const { code } = await run(...nodeProgram(['@playwright', 'test', 'cli.js'], args), {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    output: 'show',
  })
  failures.push(...(await playwrightFailures(file)))
  wavered.push(...(await playwrightWavered(file)))
  return atLeastOne(await playwrightTally(file), code)
}

/** `npm test`: everything, in order, whatever fails; the last line counts all. */
async function testAll(): Promise<Tally> {
  // What reads calendars gives way to the counters: beside a run that leaves no processor idle, it would hardly be done. On
  // Linux all that is started here has the same priority as it.
  if (process.platform === 'linux') setPriority(19)
  // By night all is written to a disk, as in an office.
  memory = nightly ? null : await memoryFolder()
  if (memory !== null) process.env['TMPDIR'] = memory
  const reports = await mkdtemp(join(tmpdir(), 'guichet-reports-'))
  running.push(() => rm(reports, { recursive: true, force: true }))
  await installMissing()
  // None waits for another: the types are the longest to check, on one core, and the tests begin beside them.
  const [checks, tests] = await Promise.all([runChecks((name) => failures.push(name)), testOnce(reports)])
  return sum([checks, tests])
}

/** The tests, once what they need is built and started. */
async function testOnce(reports: string): Promise<Tally> {
  const [electron, built, screen, cups, postgres] = await Promise.all([
    prepareElectron(),
    build(),
    openScreen(),
    openCups(),
    openPostgres(),
  ])
  // Hundreds of hosts start from the sources: each compiles only what changed since the run before.
  const compiled = { NODE_COMPILE_CACHE: join(root, 'out', 'compiled') }
  const env = { ...compiled, ...cups.env, ...screen.env, ...postgres.env }
  // Node needs no other SQLite addon than the package's own: only Electron is told of it, by the tests.
  const inNode = await vitest({ ...env, ...electron.env, GUICHET_SQLITE_BINDING: undefined }, reports)
  const inShells = await playwright({ ...env, ...electron.env }, reports)
  return sum([electron.tally, built.tally, screen.tally, cups.tally, postgres.tally, inNode, inShells])
}

async function stopAll(): Promise<void> {
  await Promise.all(running.splice(0).map((stop) => stop().catch(() => {})))
  // What would stay is swept by the next run.
  if (memory !== null) await rm(memory, { recursive: true, force: true, maxRetries: 5 }).catch(() => {})
}

const leave = () => stopAll().finally(() => process.exit(130))
// Ctrl+C reaches the programs of a terminal by itself: told twice, Playwright would leave its own behind.
process.on('SIGINT', () => void leave())
process.on('SIGTERM', () => void interruptAll().then(leave))

const tally = await testAll().catch((problem: unknown): Tally => {
  say(sentence(problem))
  return { passed: 0, failed: 1 }
})
await stopAll()
const listed = (title: string, names: readonly string[]) => {
  if (names.length > 0) say(`\n${title} :\n${names.map((name) => `  ${name}`).join('\n')}`)
}
listed('Passés au second essai seulement', wavered)
listed('Échecs', failures)
say(`\n${lastLine(tally)}`)
process.exitCode = tally.failed === 0 ? 0 : 1
