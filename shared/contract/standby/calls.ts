import { z } from 'zod'
import { command, view } from '../define.ts'
import { Instant } from '../ids.ts'

/** How the machine that answers stands among those of its office. Instants are the machine's own clock. */
export const StandbyNow = z.strictObject({
  /** This machine follows the host: it shows all, and changes nothing. */
  follows: z.boolean(),
  /** It reads a server that takes no writes, of a database that has its own standby; how late that server is, where it says so. */
  replica: z.strictObject({ lagSeconds: z.int().min(0).nullable() }).nullable(),
  /** The host that this machine follows answers. */
  reached: z.boolean(),
  /** That host answers, and takes this machine's token no more: it was changed there. */
  cutOff: z.boolean().default(false),
  heardAt: Instant.nullable(),
  /** It was not heard since the start, and not all its addresses were tried: nothing is known of it yet. */
  trying: z.boolean().default(false),
  /** The machines that follow this one, and when each was last heard. */
  followers: z.array(z.strictObject({ heardAt: Instant })).max(16),
  /** When one was last heard, before the start too; null since the token that it had was taken back. */
  lastHeardAt: Instant.nullable(),
  /**
   * Another machine has had a token, or the relay: another token may cut one off. False while this one was always alone; what a
   * host of the version before does not say is asked twice.
   */
  linked: z.boolean().default(true),
  /** An answer waits for one that follows. */
  waits: z.boolean(),
  /** The journal's engine has its own standby: no machine follows this one, and none takes its relay here. */
  elsewhere: z.boolean().default(false),
  /** Files of events that the office went on without, kept aside in the folder. */
  apart: z.int().min(0),
})
export type StandbyNow = z.infer<typeof StandbyNow>

/** A second machine that follows the office's host, ready to take the relay. */
export const standbyCalls = {
  'standby.view': view({
    roles: ['supervisor', 'admin'],
    input: z.strictObject({}),
    output: StandbyNow.extend({ zone: z.string(), epoch: z.int().min(0) }),
  }),
  /**
   * Another token for the second machine: the one before opens nothing any more, what it has open ends, and stations trust
   * its machine no more until it follows with the new one. Shown once, on the host's own machine alone.
   */
  'standby.renewToken': command({
    by: 'standby',
    only: 'ownSeat',
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({ token: z.string() }),
    refusals: ['officeNotCreated'],
  }),
  /** What the host itself notes of it, once the token is changed: the other hosts are out. Nobody asks it through a door. */
  'standby.noteRenewal': command({
    roles: [],
    input: z.strictObject({ withdrawn: z.array(z.uuid()).max(16) }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
  /** The machine that is asked acts from now on, in place of the one that it followed, which must be silent. */
  'standby.promote': command({
    by: 'standby',
    follows: true,
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({ epoch: z.int().min(1) }),
    refusals: ['notFollowing', 'hostAlive'],
  }),
} as const
