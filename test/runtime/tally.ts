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

/** What Playwright's JSON report counts; a test that passed only when repeated is a failure. */
export async function playwrightTally(file: string): Promise<Tally> {
  const { stats } = await readReport(file)
  if (typeof stats !== 'object' || stats === null) return { passed: 0, failed: 0 }
  const of = (name: string) => count(stats as Readonly<Record<string, unknown>>, name)
  return { passed: of('expected'), failed: of('unexpected') + of('flaky') }
}

async function readReport(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  return JSON.parse(text) as Readonly<Record<string, unknown>>
}

const count = (report: Readonly<Record<string, unknown>>, name: string): number => {
  const value = report[name]
  return typeof value === 'number' ? value : 0
}
