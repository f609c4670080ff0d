import { z } from 'zod'
import { command, read } from '../define.ts'
import { AgentId, Instant } from '../ids.ts'

const Version = z.string().max(40)

/** What is said of updates at a time: a whole sentence in French. */
const UpdateMessage = z.strictObject({ at: Instant, said: z.string() })
export type UpdateMessage = z.infer<typeof UpdateMessage>

/** The application that runs on the office's machine, and what it knows of those that may take its place. */
const UpdatesHere = z.strictObject({
  version: Version,
  /** When this machine first started this version. */
  since: Instant,
  /** Made to be tried: not a package to install in an office. */
  trial: z.boolean(),
  /** Where updates are looked for; null: the configuration says nothing of them, and nothing is looked for. */
  source: z
    .strictObject({
      /** A folder or an https address. */
      from: z.string(),
      /** Local hours between which they are installed, `20:00-06:00`. */
      between: z.string(),
      /** What says so: a file's path, or the group policy. */
      setBy: z.string(),
    })
    .nullable(),
  /** Updates are looked for. */
  on: z.boolean(),
  /** The configuration decides it: nobody can change it here. */
  imposed: z.boolean(),
  /** Who last decided it here, and when; null agent: the administration, before anyone had a secret. */
  changed: z.strictObject({ at: Instant, agentId: AgentId.nullable() }).nullable(),
  looking: z.boolean(),
  /** The last look; null: none yet. */
  last: UpdateMessage.nullable(),
  /** The version that is here, checked, and is to be installed. */
  waiting: z
    .strictObject({
      version: Version,
      /** What it brings, as whoever makes it wrote. */
      notes: z.string().nullable(),
      /** Someone asked that it be installed as soon as the day is closed, without waiting for the hours. */
      atClosing: z.boolean(),
    })
    .nullable(),
  /** The version that was left to go back, and does not come by itself. */
  left: Version.nullable(),
  /** That version is announced again: it can be taken back. */
  leftAgain: z.boolean(),
  /** What was not installed, and why; the last first. */
  refused: z.array(UpdateMessage),
})
export type UpdatesHere = z.infer<typeof UpdatesHere>

/**
 * The updates of the office's own machine. They are its program's and no fact of the office: nothing of them is in the journal,
 * which other machines share, and they must be decided even where the office can't be opened. The machine keeps who decided
 * what in its own file, and says it in its log.
 */
export const updatesCalls = {
  'updates.state': read({
    only: 'ownSeat',
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** Null: this host has no application that updates itself (a service, a system's own packages). */
      here: UpdatesHere.nullable(),
      /** The version of the program that answers, whatever replaces it; null: it does not say. */
      version: Version.nullable().default(null),
    }),
    refusals: [],
  }),
  /** Whether they are looked for, where the configuration leaves it open. */
  'updates.set': command({
    by: 'updates',
    only: 'ownSeat',
    follows: true,
    roles: ['admin'],
    input: z.strictObject({ on: z.boolean() }),
    output: z.strictObject({}),
    refusals: ['noUpdates', 'updatesImposed'],
  }),
  /** Looks now; the state says what comes of it. */
  'updates.look': command({
    by: 'updates',
    only: 'ownSeat',
    follows: true,
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: ['noUpdates'],
  }),
  /** The version that waits is installed once the day is closed, whatever the hour; or in the usual hours after all. */
  'updates.plan': command({
    by: 'updates',
    only: 'ownSeat',
    follows: true,
    roles: ['admin'],
    input: z.strictObject({ version: Version, atClosing: z.boolean() }),
    output: z.strictObject({}),
    refusals: ['noUpdates', 'updateGone'],
  }),
  /** The version that was left may come back. */
  'updates.takeLeft': command({
    by: 'updates',
    only: 'ownSeat',
    follows: true,
    roles: ['admin'],
    input: z.strictObject({ version: Version }),
    output: z.strictObject({}),
    refusals: ['noUpdates', 'updateGone'],
  }),
} as const
