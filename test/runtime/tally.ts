import { readFile } from 'node:fs/promises'

/** How many checks or tests passed and failed. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
})

/** The last line of every run. */
export const lastLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`

/**
 * A runner that failed without a failed test (it could not start, a file does not load, an error came outside
 * of a test, nothing ran) counts as one failure: a run is never green by silence.
 */
export function atLeastOne(tally: Tally, exitCode: number): Tally {
  const silent = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0)
  return silent ? { ...tally, failed: 1 } : tally
}

/** What vitest's JSON report counts. */
export async function vitestTally(file: string): Promise<Tally> {
  const report = await readReport(file)
  return { passed: count(report, 'numPassedTests'), failed: count(report, 'numFailedTests') }
}

/** What Playwright's JSON report counts; a test that passed only when repeated has passed, and `playwrightWavered` names it. */
export async function playwrightTally(file: string): Promise<Tally> {
  const { stats } = await readReport(file)
  if (typeof stats !== 'object' || stats === null) return { passed: 0, failed: 0 }
  const of = (name: string) => count(stats as Readonly<Record<string, unknown>>, name)
  return { passed: of('expected') + of('flaky'), failed: of('unexpected') }
}

/** Which tests failed, by vitest's report: said again at the end, where they can be found. */
export async function vitestFailures(file: string): Promise<readonly string[]> {
  const { testResults } = (await readReport(file)) as { testResults?: readonly VitestFile[] }
  return (testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length > 0) return failed.map(({ fullName }) => `${name} › ${fullName}`)
    return message ? [`${name} : ${message.split('\n')[0] ?? ''}`] : []
  })
}

type VitestFile = {
  readonly name: string
  readonly message?: string
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
}

/** The same by Playwright's, and what it says of a file that does not load: then none of its journeys is run, or named. */
export async function playwrightFailures(file: string): Promise<readonly string[]> {
  const { errors } = (await readReport(file)) as { errors?: readonly { readonly message?: string }[] }
  const untold = (errors ?? []).map(({ message }) => `Playwright : ${message?.split('\n')[0] ?? ''}`)
  return [...(await playwrightNames(file, 'unexpected')), ...new Set(untold)]
}

/** The tests that passed only when repeated: a weakness to look for, of the test or of what it tries. */
export const playwrightWavered = (file: string): Promise<readonly string[]> => playwrightNames(file, 'flaky')

/** The same by what `wavered.ts` wrote beside vitest's report. */
export async function vitestWavered(file: string): Promise<readonly string[]> {
  const { names } = (await readReport(file)) as { names?: readonly string[] }
  return names ?? []
}

async function playwrightNames(file: string, wanted: string): Promise<readonly string[]> {
  const { suites } = (await readReport(file)) as { suites?: readonly PlaywrightSuite[] }
  return (suites ?? []).flatMap((suite) => namesOf(suite, wanted, []))
}

type PlaywrightSuite = {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly { readonly status: string; readonly projectName: string }[]
  }[]
}

function namesOf(
  { title, suites = [], specs = [] }: PlaywrightSuite,
  wanted: string,
  above: readonly string[],
): string[] {
  const path = [...above, title]
  const here = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === wanted)
      .map(({ projectName }) => `[${projectName}] ${[...path, spec.title].join(' › ')}`),
  )
  return [...here, ...suites.flatMap((suite) => namesOf(suite, wanted, path))]
}

async function readReport(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  return JSON.parse(text) as Readonly<Record<string, unknown>>
}

const count = (report: Readonly<Record<string, unknown>>, name: string): number => {
  const value = report[name]
  return typeof value === 'number' ? value : 0
}
