import { nodeProgram, run } from './command.ts'
import { say } from './say.ts'
import type { Tally } from './tally.ts'

/** The checks that run nothing of ours: each counts as one. */
const checks: readonly {
  readonly name: string
  readonly program: readonly string[]
  readonly args: readonly string[]
}[] = [
  {
    name: 'types (tsc -b)',
    program: ['typescript', 'bin', 'tsc'],
    // One checker, one project at a time: the contract's types are large, each checker makes them again, and two
    // cores gain nothing by it (35 s and 1.7 GB; by default over a minute and 4.8 GB).
    args: ['-b', '--pretty', 'false', '--checkers', '1', '--builders', '1'],
  },
  {
    name: 'règles (oxlint)',
    program: ['oxlint', 'bin', 'oxlint'],
    args: ['--type-aware', '--deny-warnings'],
  },
  { name: 'mise en forme (oxfmt)', program: ['oxfmt', 'bin', 'oxfmt'], args: ['--check'] },
  { name: 'code mort (knip)', program: ['knip', 'bin', 'knip.js'], args: ['--no-progress'] },
]

/** Runs every static check, whatever the others say; shows what one says only when it fails, and names it to `onFailure`. */
export async function runChecks(onFailure: (name: string) => void = () => {}): Promise<Tally> {
  let failed = 0
  for (const { name, program, args } of checks) {
    const { code, text } = await run(...nodeProgram(program, args))
    say(`${code === 0 ? '✓' : '✗'} ${name}`)
    if (code === 0) continue
    failed += 1
    onFailure(name)
    say(text.trim())
  }
  return { passed: checks.length - failed, failed }
}
