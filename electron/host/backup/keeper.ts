import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { backupsIn } from '../../../db/backup/before.ts'
import { isRecipient } from '../../../db/backup/encrypt.ts'
import { peekBackup } from '../../../db/backup/read.ts'
import { ledgerLines } from '../../../db/backup/ledger.ts'
import { addFacts, copyLedger, ledgerFile } from '../../../db/backup/ledgerFile.ts'
import { leftOpen } from '../../../db/backup/leftOpen.ts'
import { longestKept, rotation } from '../../../db/backup/rotation.ts'
import { backupSettingsFile, readBackupSettings, type BackupSettings } from '../../../db/backup/settings.ts'
import { clearStages, listBackups } from '../../../db/backup/write.ts'
import { journalFile } from '../../../db/open.ts'
import type { BackupLine, BackupsNow } from '../../../shared/contract/backup/calls.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { ErrorCode } from '../../../shared/contract/refusals.ts'
import { backups } from '../../../shared/messages/backup/backup.fr.ts'
import { writePrivate } from '../core/privateFiles.ts'
import { servesDatabase } from '../core/journalPlace.ts'
import type { Log } from '../core/log.ts'
import type { Commit } from '../core/part.ts'
import type { OfficeKey } from '../core/officeKey.ts'
import { backUpInThread } from './thread.ts'
import {
  expireFormer,
  officeIn,
  removeExpired,
  requireOwn,
  type BackupDone,
  type BackupOrder,
} from './work.ts'

const minute = 60_000
const hour = 60 * minute
/** After a start, the pages have the disk first. */
const firstAfter = minute
/** A host that runs is to have made a backup since. */
const lateAfter = 3 * hour
const shown = 100

export type Keeper = {
  readonly now: () => Omit<BackupsNow, 'journal'>
  /** One more backup now; waits for the one under way. */
  readonly make: () => Promise<BackupLine | ErrorCode>
  /** One more, for another machine of the office: in this folder, and not among those of this machine. */
  readonly copy: (out: string) => Promise<BackupDone>
  readonly setOutside: (outside: BackupSettings['outside']) => Promise<ErrorCode | null>
  /** Adds to the ledger, beside the backups, what an older one must not undo. */
  readonly committed: (commit: Pick<Commit, 'office' | 'stored'>) => void
  /** Resolves when no backup runs: what was erased must leave the log of the database, which a copy holds back. */
  readonly idle: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type KeeperOptions = {
  readonly dir: string
  /** The worker's program: its source, or what was built of it. */
  readonly program: URL
  /** The office's, which signs each backup. */
  readonly key: OfficeKey
  readonly born: () => boolean
  readonly school: () => boolean
  readonly log: Log
  /** What a page shows of the backups has changed. */
  readonly onChange: () => void
}

/**
 * Backs the office up each hour in its folder, checks the whole chain once a day, copies outside where that is set. The wall
 * clock's hours: a training office, whose clock may be set, is not backed up.
 */
export async function startKeeper(options: KeeperOptions): Promise<Keeper> {
  const { dir, log, onChange } = options
  const out = backupsIn(dir)
  const startedAt = Date.now()
  let settings = readBackupSettings(dir)
  let lines: readonly BackupLine[] = []
  let outsideLast: Instant | null = null
  let problem: string | null = null
  let outsideProblem: string | null = null
  let running: Promise<BackupDone> | null = null
  const workers = new Set<Worker>()
  let stopped = false
  let madeHere = false
  /** One at a time: each reads what is there before it adds. */
  let noting: Promise<void> = Promise.resolve()

  const off = (): BackupsNow['off'] =>
    options.school() ? 'school' : existsSync(journalFile(dir)) ? null : 'otherEngine'

  const refresh = async () => {
    const lineByName = new Map(lines.map((line) => [line.name, line]))
    const found = (await listBackups(out)).filter(({ name }) => !name.endsWith('.age')).slice(0, shown)
    lines = await Promise.all(
      found.map(async (one) => lineByName.get(one.name) ?? { ...one, ...(await facts(join(out, one.name))) }),
    )
    outsideLast = settings.outside ? ((await listBackups(settings.outside.folder))[0]?.at ?? null) : null
    onChange()
  }

  const backUp = (asked: Omit<BackupOrder, 'folder' | 'publicKey'>): Promise<BackupDone> =>
    backUpInThread({ folder: dir, ...asked }, options.key, {
      program: options.program,
      started: (worker) => {
        workers.add(worker)
        worker.on('exit', () => workers.delete(worker))
      },
      file: leftOpen(journalFile(dir)),
    })

  const order = async (why: BackupOrder['why']): Promise<BackupDone> => {
    const at = Date.now() as Instant
    const today = new Date(at).toDateString()
    const daily = lines.some(
      ({ chain, at: madeAt }) => chain === 'whole' && new Date(madeAt).toDateString() === today,
    )
    // The first after a start adds to the ledger what a cut kept from it.
    const chain = why === 'hourly' && daily && madeHere ? 'end' : 'whole'
    const done = await backUp({ out, why, chain, at, outside: settings.outside })
    if ('problem' in done) {
      problem = done.problem
      if (!stopped) log.fault('backup', done.cause)
    } else {
      problem = done.leftOut.length === 0 ? null : backups.leftOut(done.leftOut)
      madeHere = true
      outsideProblem = done.outsideProblem
      lines = [done.line, ...lines]
      log.info('backup', {
        seq: done.line.seq,
        bytes: done.line.bytes,
        chain,
        outside: settings.outside !== null && outsideProblem === null,
        leftOut: done.leftOut,
      })
    }
    await refresh()
    return done
  }

  const run = (why: BackupOrder['why']): Promise<BackupDone> => {
    running ??= order(why).finally(() => {
      running = null
      onChange()
    })
    onChange()
    return running
  }

  const keepSettings = (next: BackupSettings) => {
    writePrivate(backupSettingsFile(dir), `${JSON.stringify(next, null, 2)}\n`)
    settings = next
  }

  let expiredAt = 0
  /**
   * The folder of an office that moved to a database still has its backups, and a folder outside that was left its copies: they
   * go at their term.
   */
  const expire = async () => {
    const now = Date.now()
    if (now - expiredAt < hour) return
    expiredAt = now
    try {
      if (servesDatabase(dir)) await removeExpired(out, now)
      const formerly = await expireFormer(settings.formerly, now)
      if (formerly.length < settings.formerly.length) keepSettings({ ...settings, formerly })
    } catch (error) {
      log.fault('backups', error)
    }
  }

  const due = () => {
    void expire()
    if (stopped || running || !options.born() || off() !== null) return
    const now = Date.now()
    const last = lines[0]?.at ?? 0
    // A clock set back is no reason to wait for it.
    if (now - startedAt >= firstAfter && (now - last >= hour || last > now + hour)) void run('hourly')
  }

  await clearStages(out).catch((error: unknown) => log.fault('backups', error))
  await expire()
  // Read beside the start: pages wait for no archive.
  refresh().catch((error: unknown) => log.fault('backups', error))
  const timer = setInterval(due, minute)
  timer.unref()

  return {
    now: () => ({
      off: off(),
      folder: out,
      running: running !== null,
      backups: [...lines],
      problem,
      late:
        options.born() && off() === null && Date.now() - Math.max(startedAt, lines[0]?.at ?? 0) > lateAfter,
      outside: settings.outside && { ...settings.outside, last: outsideLast, problem: outsideProblem },
      kept: {
        hourly: rotation.hourly,
        daily: rotation.daily,
        weekly: rotation.weekly,
        monthly: rotation.monthly,
        days: longestKept,
      },
    }),
    make: async () => {
      if (off() !== null || !options.born()) return 'backupsOff'
      while (running) await running
      const done = await run('asked')
      return 'line' in done ? done.line : 'backupFailed'
    },
    copy: (to) => backUp({ out: to, why: 'asked', chain: 'end', at: Date.now() as Instant, outside: null }),
    setOutside: async (outside) => {
      if (off() !== null) return 'backupsOff'
      if (outside !== null) {
        if (!(await isRecipient(outside.recipient))) return 'recipientUnreadable'
        if (!(await stat(outside.folder).catch(() => undefined))?.isDirectory()) return 'folderUnusable'
      }
      const left = settings.outside?.folder
      const office = left === undefined || left === outside?.folder ? null : await officeIn(left)
      const formerly = settings.formerly.filter(({ folder }) => folder !== left && folder !== outside?.folder)
      keepSettings({
        outside,
        formerly: left === undefined || office === null ? formerly : [...formerly, { folder: left, office }],
      })
      outsideProblem = null
      await refresh()
      return null
    },
    committed: ({ office: { officeId }, stored }) => {
      if (officeId === null) return
      const facts = ledgerLines(officeId, stored)
      if (facts.length === 0 || off() !== null) return
      noting = noting
        .then(async () => {
          // Begun anew it says these alone: the next backup reads the journal for all the others.
          if (!existsSync(ledgerFile(out))) madeHere = false
          const texts = await addFacts(out, facts, options.key)
          const outside = settings.outside?.folder
          // A disk that is not plugged in has it with the next copy.
          if (outside === undefined || !existsSync(outside)) return
          await requireOwn(outside, officeId)
          await copyLedger(outside, texts)
        })
        .catch((error: unknown) => log.fault('ledger', error))
    },
    idle: async () => {
      while (running) await running
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      // None reads the office's file any more.
      await Promise.all([...workers].map((worker) => worker.terminate()))
      while (running) await running
      await noting
      await clearStages(out).catch((error: unknown) => log.fault('backups', error))
    },
  }
}

/** What a file says of itself; a backup that can't be read is listed all the same. */
async function facts(file: string): Promise<Pick<BackupLine, 'bytes' | 'chain' | 'name'>> {
  const bytes = (await stat(file).catch(() => undefined))?.size ?? 0
  const said = await peekBackup(file).catch(() => undefined)
  return { name: basename(file), bytes, chain: said?.manifest.chain ?? null }
}
