import { guichet } from '../fixtures/insideCommand.ts'

/** An event of the journal, as the command line shows it. */
export type Shown = {
  readonly seq: number
  readonly type: string
  readonly commandId: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What the command line says. */
async function said(...args: readonly string[]): Promise<string> {
  const { out, err, code } = await guichet(args)
  if (code !== 0) throw new Error(err)
  return out
}

/**
 * The whole journal of an office, its chain verified first; the host may be running.
 * @throws what the command line says, when the chain is broken
 */
export async function journalOf(dataDir: string): Promise<readonly Shown[]> {
  await said('journal', 'verify', dataDir)
  const lines = await said('journal', 'show', dataDir)
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Shown)
}
