/** A failure whose message is a sentence for the person at the keyboard; it is shown without a trace. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
}

/** The sentence to show for anything thrown. */
export function sentence(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem)
}

/**
 * Runs a command of ours and leaves with its exit code; whatever goes wrong is one sentence on standard
 * error. `GUICHET_TRACE=1` shows the trace to whoever mends it.
 */
export async function runMain(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main())
  } catch (problem) {
    process.stderr.write(`\nGuichet : ${sentence(problem)}\n`)
    if (process.env['GUICHET_TRACE'] && problem instanceof Error) process.stderr.write(`${problem.stack}\n`)
    process.exit(1)
  }
}
