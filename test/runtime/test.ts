import { mkdtemp, rm } from 'node:fs/promises'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from './build.ts'
import { runChecks } from './checks.ts'
import { interruptAll, nodeProgram, run, whenIdle } from './command.ts'
import { cupsEnvironment, startCups } from './cups.ts'
import { programFloors, pureFloors, type Floor } from './floors.ts'
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

type Environment = Readonly<Record<string, string | undefined>>

/** Vitest's arguments for some of the floors, and where its reports are: each of its runs has its own. */
function vitestRun(floors: readonly Floor[], reports: string) {
  const name = floors.join('-')
  const report = join(reports, `vitest-${name}.json`)
  const repeated = join(reports, `wavered-${name}.json`)
  const args = [
    'run',
    ...floors.map((floor) => `--project=${floor}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--reporter=./test/runtime/wavered.ts',
  ]
  return { program: ['vitest', 'vitest.mjs'], args, report, repeated }
}

async function vitestCounted(
  { report, repeated }: ReturnType<typeof vitestRun>,
  code: number,
): Promise<Tally> {
  failures.push(...(await vitestFailures(report)))
  wavered.push(...(await vitestWavered(repeated)))
  return atLeastOne(await vitestTally(report), code)
}

/** The tests of whole programs: four files at once keep the processors. */
async function testPrograms(env: Environment, reports: string): Promise<Tally> {
  const tests = vitestRun(programFloors, reports)
  const { code } = await run(...nodeProgram(tests.program, tests.args), {
    env: { ...env, GUICHET_WAVERED: tests.repeated },
    output: 'show',
  })
  return vitestCounted(tests, code)
}

/** The pure tests, which wait for nothing: they have what the journeys leave of the processors, and are shown once done. */
async function testPure(env: Environment, reports: string): Promise<Tally> {
  const tests = vitestRun(pureFloors, reports)
  const { code, text } = await run(
    ...whenIdle(...nodeProgram(tests.program, [...tests.args, '--maxWorkers=2'])),
    { env: { ...env, GUICHET_WAVERED: tests.repeated, GUICHET_BESIDE: '1' } },
  )
  say(text)
  return vitestCounted(tests, code)
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
  // None waits for another: the tests begin beside the checks, which have what they leave of the processors.
  const [checks, tests] = await Promise.all([
    runChecks({ onFailure: (name) => failures.push(name), idle: true }),
    testOnce(reports),
  ])
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
  const node = { ...env, ...electron.env, GUICHET_SQLITE_BINDING: undefined }
  const programs = await testPrograms(node, reports)
  // A journey mostly waits for a page.
  const besides = await Promise.all([
    playwright({ ...env, ...electron.env }, reports),
    testPure(node, reports),
  ])
  return sum([electron, built, screen, cups, postgres].map(({ tally }) => tally).concat(programs, besides))
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
