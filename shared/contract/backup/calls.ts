import { z } from 'zod'
import { command, view } from '../define.ts'
import { Instant, Seq } from '../ids.ts'
import { doctorCalls } from './doctor.ts'
import { journalCalls, JournalStanding, soundJournal } from './journal.ts'
import { written } from '../typed.ts'

/** A backup of this host, checked before it had its name. */
export const BackupLine = z.strictObject({
  name: z.string(),
  at: Instant,
  seq: Seq,
  bytes: z.int().min(0),
  why: z.enum(['hourly', 'migration', 'asked']),
  /** What was checked of the chain; null where the file can't be read any more. */
  chain: z.enum(['end', 'whole']).nullable(),
})
export type BackupLine = z.infer<typeof BackupLine>

/** The folder of another disk where each backup is copied, encrypted for the recovery key. */
export const Outside = z.strictObject({
  folder: z.string(),
  /** The public half of the recovery key. */
  recipient: z.string(),
  /** The last copy that is there. */
  last: Instant.nullable(),
  /** A French sentence: why the last copy was not made. */
  problem: z.string().nullable(),
})
export type Outside = z.infer<typeof Outside>

/** How this host keeps its office. */
export const BackupsNow = z.strictObject({
  /** Why it makes no backup: its office is a training one, or another engine keeps the journal. */
  off: z.enum(['school', 'otherEngine']).nullable(),
  folder: z.string(),
  running: z.boolean(),
  /** The latest first. */
  backups: z.array(BackupLine).max(100),
  /** A French sentence: why the last backup was not made. */
  problem: z.string().nullable(),
  /** Longer ago than it should be, or not made at all. */
  late: z.boolean(),
  outside: Outside.nullable(),
  /** How the journal stands beside what the office signed of it. */
  journal: JournalStanding.default(soundJournal),
  kept: z.strictObject({ hourly: z.int(), daily: z.int(), weekly: z.int(), monthly: z.int(), days: z.int() }),
})
export type BackupsNow = z.infer<typeof BackupsNow>

/** The backups of this host. */
export const backupCalls = {
  ...journalCalls,
  ...doctorCalls,
  /** The backups that are there, and what is wrong with them. */
  'backups.view': view({
    roles: ['admin', 'supervisor'],
    input: z.strictObject({}),
    output: BackupsNow.extend({ zone: z.string() }),
  }),
  /** One more backup, the whole chain checked; answers once it is written and read again. */
  'backup.make': command({
    by: 'backup',
    pace: { admin: 'backups', supervisor: 'backups' },
    roles: ['admin', 'supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({ name: z.string(), at: Instant, seq: Seq }),
    refusals: ['backupsOff', 'backupFailed', 'journalDamaged'],
  }),
  /**
   * Where copies go outside, encrypted for a recovery key whose secret half was printed and is kept nowhere else; null:
   * nowhere. A fact of this machine, and none of the office's.
   */
  'backup.setOutside': command({
    by: 'backup',
    only: 'ownSeat',
    roles: ['admin'],
    input: z.strictObject({
      outside: z.strictObject({ folder: written.min(1).max(400), recipient: written.max(2500) }).nullable(),
    }),
    output: z.strictObject({}),
    refusals: ['backupsOff', 'folderUnusable', 'recipientUnreadable'],
  }),
} as const
