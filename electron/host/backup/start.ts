import { existsSync } from 'node:fs'
import type { Journal } from '../../../db/journal/port.ts'
import { journalFile } from '../../../db/open.ts'
import type { BackupsNow } from '../../../shared/contract/backup/calls.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { Log } from '../core/log.ts'
import type { HandlersOf, Part } from '../core/part.ts'
import type { OfficeKey } from '../core/officeKey.ts'
import type { Sequencer } from '../core/sequencer.ts'
import { startKeeper, type Keeper } from './keeper.ts'
import { workerProgram } from './program.ts'
import { startStanding, type Standing, type StandingOptions } from './standing.ts'
import { verifyInThread } from './thread.ts'
import { done } from '../core/answer.ts'

/** How this machine keeps its office: its journal beside what was signed of it, and its backups. */
export type Backup = Part & {
  readonly handlers: HandlersOf<'backup'>
  readonly standing: Standing
  readonly keeper: Pick<Keeper, 'copy'>
  readonly now: () => BackupsNow
  /** Whether the journal is what the office signed. */
  readonly sound: () => boolean
  /** Resolves when nothing here reads the whole database. */
  readonly idle: () => Promise<void>
}

/** Acts on this machine's backups, done at once: repeating one makes one more backup, or sets the same again. */
const backupHandlers = (
  keeper: Pick<Keeper, 'make' | 'setOutside'>,
  standing: Pick<Standing, 'resume' | 'refused'>,
): HandlersOf<'backup'> => ({
  'journal.resume': standing.resume,
  'backup.make': async () => {
    // A backup of a journal that does not hold would be taken for a sound one.
    const unsound = standing.refused()
    if (unsound !== undefined) return { code: unsound }
    const backup = await keeper.make()
    if (typeof backup === 'string') return { code: backup }
    return { text: JSON.stringify({ name: backup.name, at: backup.at, seq: backup.seq }) }
  },
  'backup.setOutside': async ({ input }) => {
    const refusal = await keeper.setOutside(input.outside)
    return refusal === null ? done : { code: refusal }
  },
})

/** Compares the journal with what was signed of it, before any act is taken; then backs the office up each hour. */
export async function startBackup({
  dir,
  journal,
  key,
  sequencer,
  acts,
  now,
  log,
  onChange,
  reopen,
}: {
  readonly dir: string
  readonly journal: Journal
  readonly key: OfficeKey
  readonly sequencer: Sequencer
  /** Whether this machine acts: one that follows makes no backup, since its host does. */
  readonly acts: () => boolean
  readonly now: () => Instant
  readonly log: Log
  readonly onChange: () => void
  readonly reopen: StandingOptions['reopen']
}): Promise<Backup> {
  const standing = await startStanding({
    dir,
    journal,
    key,
    sequencer,
    acts,
    verifyWhole: existsSync(journalFile(dir))
      ? (stopped) => verifyInThread(dir, key.publicKey, stopped)
      : null,
    now,
    log,
    onChange,
    reopen,
  })
  const sound = () => standing.refused() === undefined
  const { office } = sequencer
  const keeper = await startKeeper({
    dir,
    program: workerProgram(),
    key,
    born: () => office().officeId !== null && acts() && sound(),
    school: () => office().school,
    log,
    onChange,
  })
  return {
    handlers: backupHandlers(keeper, standing),
    standing,
    keeper,
    now: () => ({ ...keeper.now(), journal: standing.now() }),
    sound,
    idle: async () => {
      await keeper.idle()
      await standing.idle()
    },
    committed: (commit) => {
      standing.committed(commit)
      keeper.committed(commit)
    },
    stop: async () => {
      await keeper.stop()
      await standing.stop()
    },
  }
}
