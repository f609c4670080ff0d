import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase } from 'vitest/node'

/** A reporter for vitest: writes which tests passed only when repeated, as `{names}`, where `GUICHET_WAVERED` says. */
export default class Wavered implements Reporter {
  readonly #names: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId} › ${test.fullName}`)
  }

  onTestRunEnd(): void {
    const file = process.env['GUICHET_WAVERED']
    if (file) writeFileSync(file, JSON.stringify({ names: this.#names }))
  }
}
