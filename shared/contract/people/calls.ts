import { z } from 'zod'
import { command, view } from '../define.ts'
import { AgentId, CounterId, Instant } from '../ids.ts'
import { AgentName } from '../office/settings.ts'

// People, what they may do, and how they say who they are. Where people are needed, every call but those for `anyone` may
// answer `signInNeeded` or `sessionLocked`, as it may `forbiddenRole`. A person is an agent's id; what opens their session is
// theirs alone: nobody, a manager included, ever reads it, and neither the journal nor an answer repeats it.

/** What a person may do: receive at a counter, supervise, manage. A station adds none: it bounds them. */
export const rights = ['agent', 'supervisor', 'admin'] as const
export const Right = z.enum(rights)
export type Right = z.infer<typeof Right>

/** Six to twelve digits are a PIN; anything else of at least twelve characters is a passphrase. */
export const SecretKind = z.enum(['pin', 'passphrase'])
export type SecretKind = z.infer<typeof SecretKind>

/** Why a secret is too weak to be kept, as `details` of `secretTooWeak`. */
export const secretFlaws = ['tooShort', 'allTheSame', 'inOrder', 'repeated', 'wellKnown', 'itsName'] as const
export const SecretFlaw = z.enum(secretFlaws)
export type SecretFlaw = z.infer<typeof SecretFlaw>

/** A secret as it is typed; the refusal `secretTooWeak` says in words what it must be. */
const Secret = z.string().min(1).max(200)
/** Eight digits that a manager hands over once, from which a person chooses their own secret. */
const Code = z
  .string()
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^[0-9]{8}$/))
/** What a badge reader types: opaque, kept by nobody as it is. */
const Badge = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{4,128}$/)

/** Minutes without a key or a touch after which a station locks; null: never by itself. */
const LockAfter = z.int().min(1).max(120).nullable()

/**
 * How stations and people meet. `badgeAlone`: a badge opens a counter without its secret; supervision and
 * administration always ask for both.
 */
export const AccessSettings = z.strictObject({ lockAfterMinutes: LockAfter, badgeAlone: z.boolean() })
export type AccessSettings = z.infer<typeof AccessSettings>
export const usualAccess: AccessSettings = { lockAfterMinutes: 10, badgeAlone: false }

/** Who may sign in at this station. */
const Candidate = z.strictObject({
  agentId: AgentId,
  name: AgentName.nullable(),
  /** Instead of a name that their safety keeps from the others (CRPA L111-2). */
  pseudonym: z.string().optional(),
  /** What they type; `invited`: the manager's code first, then a secret of their own; null: nothing yet, a manager invites them. */
  opensWith: z.enum([...SecretKind.options, 'invited']).nullable(),
  lockedUntil: Instant.nullable(),
})

/** What is said of the session here: nothing is asked, and nothing refused. */
const onSession = {
  by: 'people',
  follows: true,
  roles: rights,
  input: z.strictObject({}),
  output: z.strictObject({}),
  refusals: [],
} as const

export const people = {
  /**
   * Says who is here, at this station, until the day ends: by a secret, or a badge and what the office asks beside it
   * (`secretNeeded` says that the badge is known and the secret still to be typed, both then sent together). At a station
   * where someone is, they give way: their counter stays as it is. The same person unlocks so too.
   */
  'session.open': command({
    by: 'people',
    follows: true,
    anyone: true,
    secrets: ['secret', 'badge'],
    roles: rights,
    input: z
      .strictObject({ agentId: AgentId.optional(), secret: Secret.optional(), badge: Badge.optional() })
      .refine(({ agentId, secret, badge }) => badge !== undefined || (agentId && secret) !== undefined),
    output: z.strictObject({
      agentId: AgentId,
      /** The counter of whoever was here before, which `counter.relieve` goes on with. */
      relieves: CounterId.nullable(),
    }),
    refusals: [
      'signInRefused',
      'lockedOut',
      'secretNeeded',
      'secretToChoose',
      'rightLacking',
      'tooManySignIns',
    ],
  }),
  'session.close': command({ ...onSession, anyone: true }),
  /**
   * Nothing is shown nor done here any more until who is here says so again. The visit under way goes on, and so does what
   * is typed. Another person doesn't unlock: they open their own session, since every act bears the name of who did it.
   */
  'session.lock': command(onSession),
  /** Someone is at the keys: sent every half minute at most, it puts off the lock on absence. Acts do too. */
  'session.touch': command(onSession),
  /** Who is here, and who may be: all that a station needs to ask « Qui êtes-vous ? ». The one view of a locked station. */
  'session.view': view({
    own: 'seat',
    anyone: true,
    roles: rights,
    input: z.strictObject({}),
    output: z.strictObject({
      /** False in an office where no manager has a secret yet: its stations are open to all. */
      needed: z.boolean(),
      present: z
        .strictObject({
          agentId: AgentId,
          name: AgentName.nullable(),
          rights: z.array(Right),
          since: Instant,
          lockedAt: Instant.nullable(),
          /** False when they may not use this station: it asks for someone else. */
          mayHere: z.boolean(),
          /** The counter of whoever was here before them, for as long as that one holds it. */
          relieves: CounterId.nullable(),
        })
        .nullable(),
      /** The agents who may use this station, by their ids. */
      people: z.array(Candidate).max(2000),
      /** After too many failures at this station, whoever typed. */
      stationLockedUntil: Instant.nullable(),
      access: AccessSettings,
      /** Whether anyone has a badge: else no station listens for one, nor speaks of it. */
      badges: z.boolean().default(true),
    }),
  }),

  /**
   * The first manager of an office has a passphrase, chosen in the welcome or later: from then on, stations other than
   * kiosks and displays open by a session. It opens one here.
   */
  'secret.first': command({
    by: 'people',
    decided: true,
    secrets: ['secret'],
    roles: ['admin'],
    input: z.strictObject({ agentId: AgentId, secret: Secret }),
    output: z.strictObject({ agentId: AgentId }),
    refusals: [
      'officeNotCreated',
      'alreadyProtected',
      'unknownAgent',
      'secretTooWeak',
      'passphraseNeeded',
      'tooManySignIns',
    ],
  }),
  /** A person chooses their secret from the code that a manager gave them; it opens their session here. */
  'secret.choose': command({
    by: 'people',
    decided: true,
    anyone: true,
    secrets: ['secret', 'code'],
    onLimited: 'beside',
    roles: rights,
    input: z.strictObject({ agentId: AgentId, code: Code, secret: Secret }),
    output: z.strictObject({ agentId: AgentId }),
    refusals: [
      'signInRefused',
      'lockedOut',
      'secretTooWeak',
      'passphraseNeeded',
      'rightLacking',
      'tooManySignIns',
    ],
  }),
  /** Whoever is here changes their own secret. */
  'secret.change': command({
    by: 'people',
    decided: true,
    secrets: ['secret', 'current'],
    roles: rights,
    input: z.strictObject({ current: Secret, secret: Secret }),
    output: z.strictObject({}),
    refusals: [
      'secretToChoose',
      'signInRefused',
      'lockedOut',
      'secretTooWeak',
      'passphraseNeeded',
      'tooManySignIns',
    ],
  }),

  /** What a person may do from now on; none at all for who has left: their secret and badge are erased, their sessions end. */
  'agent.setRights': command({
    roles: ['admin'],
    input: z.strictObject({ agentId: AgentId, rights: z.array(Right).max(rights.length) }),
    output: z.strictObject({ rights: z.array(Right) }),
    refusals: ['officeNotCreated', 'unknownAgent', 'lastManager'],
  }),
  /**
   * A code for a person who has no secret, or forgot it: the former one opens nothing any more, and their sessions end.
   * `code` is told once: the act repeated answers null, and another invitation gives another code.
   */
  'agent.invite': command({
    by: 'people',
    decided: true,
    roles: ['admin'],
    input: z.strictObject({ agentId: AgentId }),
    output: z.strictObject({ code: z.string().nullable(), until: Instant }),
    refusals: [
      'officeNotCreated',
      'notProtected',
      'unknownAgent',
      'noRights',
      'lastManager',
      'tooManySignIns',
    ],
  }),
  /** A manager ends the wait of a person who failed too often. */
  'agent.unlock': command({
    roles: ['admin'],
    input: z.strictObject({ agentId: AgentId }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownAgent'],
  }),
  /** After too many failures. The host alone does it. */
  'agent.lock': command({
    roles: [],
    input: z.strictObject({ agentId: AgentId, until: Instant }),
    output: z.strictObject({}),
    refusals: ['unknownAgent'],
  }),
  /** The badge that the reader just read is this person's; the one they had before is nobody's. */
  'badge.enroll': command({
    by: 'people',
    decided: true,
    secrets: ['badge'],
    roles: ['admin'],
    input: z.strictObject({ agentId: AgentId, badge: Badge }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'notProtected', 'unknownAgent', 'noRights', 'badgeTaken'],
  }),
  'badge.remove': command({
    roles: ['admin'],
    input: z.strictObject({ agentId: AgentId }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownAgent'],
  }),
  'access.set': command({
    roles: ['admin'],
    input: AccessSettings,
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
  /** Whoever signed in where a colleague was goes on at that one's counter: who is received there, the pause, all stays. */
  'counter.relieve': command({
    by: 'people',
    decided: true,
    kept: true,
    roles: ['agent'],
    input: z.strictObject({ counterId: CounterId }),
    output: z.strictObject({ counterId: CounterId }),
    refusals: [
      'officeNotCreated',
      'unknownAgent',
      'unknownCounter',
      'counterNotOpen',
      'stationElsewhere',
      'agentElsewhere',
      'notRelieved',
    ],
  }),
  /** Everyone, for the administration: what they may do, and whether they have what opens a session; never when they were here. */
  'people.view': view({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** False: the stations are open to all, until a first manager has a passphrase. */
      protected: z.boolean(),
      access: AccessSettings,
      people: z
        .array(
          z.strictObject({
            agentId: AgentId,
            name: AgentName.nullable(),
            rights: z.array(Right),
            secret: z.strictObject({ kind: SecretKind, since: Instant }).nullable(),
            /** A code was given and not used yet: until when it can be. */
            invitedUntil: Instant.nullable(),
            badgeSince: Instant.nullable(),
            lockedUntil: Instant.nullable(),
          }),
        )
        .max(2000),
    }),
  }),
} as const
