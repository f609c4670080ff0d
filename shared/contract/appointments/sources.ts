import { z } from 'zod'
import { command, read } from '../define.ts'
import { AppointmentId, Instant, ServiceId } from '../ids.ts'
import { importCodes } from './importCodes.ts'
import { LeftCode, OutsideProblem } from './outside.ts'
import { spaced, written } from '../typed.ts'

// Where an office's appointments are kept outside: their list then comes by itself, and what becomes of each is told back
// where the source can hold it. The address and the secret are a file of the host, as a sign-in provider's are.

/** What an administration may choose. */
export const SourceKind = z.enum(['caldav', 'ics', 'rdvsp'])
export type SourceKind = z.infer<typeof SourceKind>

/** One of the sources that an office follows at once, chosen by the page that adds it. */
export const SourceId = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** The source that is meant where none is named. */
export const firstSource = '1'
/** So many are followed at once. */
export const mostSources = 8

export const SourceSettings = z.strictObject({
  kind: SourceKind,
  /** What the office calls it, where it follows several. */
  name: spaced.min(1).max(60).optional(),
  url: z
    .string()
    .trim()
    .regex(/^(?:https?|webcals?):\/\/\S+$/i)
    .max(500),
  /** Null: the address alone opens it. Of RDV Service Public, the id of the application that it gave to the office. */
  user: written.min(1).max(200).nullable(),
  /** The service of each calendar, by its address; what has none is recognised by its words. */
  services: z.record(z.string().max(500), ServiceId),
  /** It may be on this machine or a private network, without https. */
  privateAddresses: z.boolean(),
  /** What RDV Service Public is told; absent: `seen` once the person is received, and who did not come. */
  rdvsp: z
    .strictObject({
      /** When its « seen » is said: at the arrival, once received, or never. */
      seen: z.enum(['arrived', 'received', 'never']),
      /** Whether it is told who did not come. */
      absent: z.boolean(),
    })
    .optional(),
})
export type SourceSettings = z.infer<typeof SourceSettings>

/** How a followed source is: when it last answered, and why it does not now. */
export const SourceStanding = z.strictObject({
  sourceId: SourceId,
  kind: SourceKind,
  name: z.string().nullable(),
  /** Null: never yet. */
  at: Instant.nullable(),
  problem: OutsideProblem.nullable(),
})
export type SourceStanding = z.infer<typeof SourceStanding>

/** One exchange with a source: counts alone, no number and no name. */
export const SourceExchange = z.strictObject({
  at: Instant,
  what: z.enum(['read', 'told']),
  count: z.int(),
  problem: OutsideProblem.nullable(),
})
export type SourceExchange = z.infer<typeof SourceExchange>

/** A source on the host's machine or its networks. */
const ofHost = ({ source }: { readonly source: SourceSettings | null }) =>
  source?.privateAddresses ? [source.url] : []

/** A shorter one could be guessed: anyone may send a notice. */
export const leastNoticeSecret = 16

const secret = written.min(1).max(500).optional()

/** What an entry of a source would be here: its hour and its service, or why it is left. Nobody's name. */
const Tried = z.strictObject({
  startsAt: Instant,
  service: ServiceId.nullable(),
  code: z.enum(importCodes).nullable(),
})

export const sourcesCalls = {
  /**
   * What the administration sets of one source; null: it is followed no more. A new id adds one. The secret is kept in a file of
   * the host, and shown to nobody.
   */
  'source.set': command({
    ofHost,
    by: 'appointments',
    roles: ['admin'],
    input: z.strictObject({
      sourceId: SourceId.optional(),
      source: SourceSettings.nullable(),
      /** Absent: the one there is stays, for the same address. */
      secret,
      /** What RDV Service Public signs its notices with, as it was typed there; kept and shown as the secret is. */
      noticeSecret: written.min(leastNoticeSecret).max(500).optional(),
    }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'sourceFollowedAlready', 'sourcesFull'],
  }),
  /** Reads the coming days of a source, and changes nothing. */
  'source.try': command({
    ofHost,
    by: 'appointments',
    pace: { admin: 'elsewhere' },
    roles: ['admin'],
    input: z.strictObject({ sourceId: SourceId.optional(), source: SourceSettings, secret }),
    output: z.strictObject({
      problem: OutsideProblem.nullable(),
      total: z.int(),
      found: z.array(Tried).max(20),
      left: z.array(z.strictObject({ code: LeftCode, count: z.int() })),
      calendars: z.array(z.strictObject({ id: z.string(), name: z.string() })).max(200),
    }),
    refusals: ['officeNotCreated'],
  }),
  /**
   * An address for a browser of this machine, which comes back to it: whoever signs in there is the account that the source is
   * read by. Good once, for ten minutes; a second one ends the first.
   */
  'source.signIn': command({
    only: 'ownSeat',
    by: 'appointments',
    roles: ['admin'],
    input: z.strictObject({ sourceId: SourceId.optional() }),
    output: z.strictObject({ url: z.string() }),
    refusals: ['sourceWithoutSignIn', 'signInBusy'],
  }),
  /** The sources in their order, without their secrets, and how the last exchanges of each went. */
  'source.show': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      sources: z
        .array(
          z.strictObject({
            sourceId: SourceId,
            settings: SourceSettings,
            hasSecret: z.boolean(),
            hasNoticeSecret: z.boolean(),
            standing: SourceStanding,
            /** How many things are still to be told to it. */
            waiting: z.int(),
            exchanges: z.array(SourceExchange).max(20),
            /** Whether an account is signed in; null where the source wants none. */
            signedIn: z.boolean().nullable(),
          }),
        )
        .max(mostSources),
      /** Where a browser comes back after the sign-in, to declare to RDV Service Public. */
      returnUri: z.string(),
    }),
    refusals: [],
  }),
  /** What the host itself notes of it in the journal. Nobody asks it through a door. */
  'source.note': command({
    roles: [],
    input: z.strictObject({ sourceId: SourceId, kind: SourceKind.nullable() }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
  /** The coming days, as the host last read them in each source. Nobody asks it through a door. */
  'appointment.follow': command({
    givesWay: true,
    roles: [],
    input: z.strictObject({}),
    output: z.strictObject({ cancelled: z.array(AppointmentId) }),
    refusals: ['officeNotCreated'],
  }),
} as const
