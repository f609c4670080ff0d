import { z } from 'zod'
import { command } from '../define.ts'
import { documentKinds } from '../documents/kinds.ts'
import { Instant, Seq } from '../ids.ts'
import { backupEvents } from './events.ts'

const Count = z.int().min(0)

/** Numbers of which the journal here knows less than was given: `A` or `RD-2026`. */
const Missing = z.strictObject({ series: z.string().max(12), here: Count, known: Count })

/** How the journal stands beside what the office's key signed of it. Acts are done while it is `sound` alone. */
export const JournalStanding = z.strictObject({
  /**
   * - `behind`: it ends before what was signed, as after an older file was put back.
   * - `rewritten`: an event before what was signed is not what it was.
   * - `restored`: it comes from a backup, and nobody has gone on with it yet.
   * - `damaged`: its own chain is broken.
   */
  is: z.enum(['sound', 'behind', 'rewritten', 'restored', 'damaged']),
  /** The last event here. */
  seq: Seq,
  at: Instant.nullable(),
  /** The last event that was signed; null where nothing was. */
  known: z.strictObject({ seq: Seq, at: Instant }).nullable(),
  /** The first event that is not what was signed, or that breaks the chain. */
  first: Seq.nullable(),
  missing: z.array(Missing).max(200),
  /** A French sentence: how the chain is broken. */
  reason: z.string().nullable(),
})
export type JournalStanding = z.infer<typeof JournalStanding>

export const soundJournal: JournalStanding = {
  is: 'sound',
  seq: 0 as Seq,
  at: null,
  known: null,
  first: null,
  missing: [],
  reason: null,
}

/** What begins the reference of a request: `DO-2026-12`. */
export const fileLetters = 'DO'
/** What begins a number on paper, before the last dash. */
const paperSeries = new RegExp(`^(?:${[...Object.values(documentKinds), fileLetters].join('|')})-[0-9]{4}$`)

/** What is done of a journal that does not stand where the office signed that it did. */
export const journalCalls = {
  /**
   * Goes on with the journal that is here, once what is missing of it was read. Numbers go on after the highest that is known:
   * what the office signed, and what the papers at hand say.
   */
  'journal.resume': command({
    by: 'backup',
    roles: ['supervisor', 'admin'],
    input: z.strictObject({
      /** The last ticket that a paper shows, by letter. */
      tickets: z.record(z.string().regex(/^[A-Z]{1,4}$/), z.int().min(1).max(9999)),
      /** The last document or reference that a paper shows, by kind and year. */
      documents: z.record(z.string().regex(paperSeries), z.int().min(1).max(9_999_999)),
    }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'journalSound', 'journalDamaged', 'numberTooFar'],
  }),
  /** What the host itself notes of it, with what it knows of the numbers. Nobody asks it through a door. */
  'journal.note': command({
    roles: [],
    input: backupEvents.journalResumed.data.omit({ resumed: true }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
} as const
