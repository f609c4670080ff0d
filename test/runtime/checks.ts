import { nodeProgram, run, whenIdle } from './command.ts'
import { say } from './say.ts'
import type { Tally } from './tally.ts'

/** A check that runs nothing of ours. */
type Check = {
  readonly name: string
  /** The program's path inside `node_modules`. */
  readonly program: readonly string[]
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The check whose output it reads, by name: it waits for its end. */
  readonly after?: string
}

/**
 * What programs written in Go are told of their memory: nearly all that they read stays to their end. Collecting it four times
 * less often takes a quarter to a fifth less of a processor; by threads of its own, it would take more memory.
 */
const sparing = { GOMAXPROCS: '1', GOGC: '400' }

export const typesCheck: Check = {
  name: 'types (tsc -b)',
  program: ['typescript', 'bin', 'tsc'],
  // One checker, one project at a time: the contract's types are large, each checker makes them again, and two
  // cores gain nothing by it (by default, twice as long and in three times the memory).
  args: ['-b', '--pretty', 'false', '--checkers', '1', '--builders', '1'],
  env: sparing,
}

const named = (name: string, floors: readonly string[], after?: string): Check => ({
  ...typesCheck,
  name,
  args: [...typesCheck.args, ...floors],
  ...(after !== undefined && { after }),
})

const ofThePrograms = 'types (tsc -b)'

/** Each counts as one. The longest first, the tests' types apart: the last ones then end together on two cores. */
const checks: readonly Check[] = [
  named(ofThePrograms, ['shared', 'db', 'electron', 'renderer']),
  {
    name: 'règles (oxlint)',
    program: ['oxlint', 'bin', 'oxlint'],
    // Each of its threads reads the types again, as above: one takes half as much of a processor as two.
    args: ['--type-aware', '--deny-warnings', '--threads=1'],
    env: sparing,
  },
  named('types des essais (tsc -b)', ['test'], ofThePrograms),
  { name: 'mise en forme (oxfmt)', program: ['oxfmt', 'bin', 'oxfmt'], args: ['--check'] },
  { name: 'code mort (knip)', program: ['knip', 'bin', 'knip.js'], args: ['--no-progress'] },
]

type ChecksOptions = {
  /** Told of a check that failed, by its name. */
  readonly onFailure?: (name: string) => void
  /** The checks have only what other programs leave of the processors. */
  readonly idle?: boolean
  /** What holds a core by itself meanwhile: the checks follow one another on the other, and on both once it has ended. */
  readonly beside?: () => Promise<void>
}

/** Runs every static check, whatever the others say; shows what one says only when it fails. */
export async function runChecks({ onFailure, idle = false, beside }: ChecksOptions = {}): Promise<Tally> {
  const waiting = [...checks]
  const underWay = new Map<string, ReturnType<typeof run>>()
  let failed = 0
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const program = nodeProgram(check.program, check.args)
      if (check.after !== undefined) await underWay.get(check.after)
      const running = run(...(idle ? whenIdle(...program) : program), { env: check.env ?? {} })
      underWay.set(check.name, running)
      const { code, text } = await running
      say(`${code === 0 ? '✓' : '✗'} ${check.name}`)
      if (code === 0) continue
      failed += 1
      onFailure?.(check.name)
      say(text.trim())
    }
  }
  // Each works on one core.
  await Promise.all([lane(), (beside?.() ?? Promise.resolve()).then(lane)])
  return { passed: checks.length - failed, failed }
}
