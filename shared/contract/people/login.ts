import { z } from 'zod'
import { command, read } from '../define.ts'
import { AgentId, Instant } from '../ids.ts'
import { AgentName } from '../office/settings.ts'
import { spaced } from '../typed.ts'

// Saying who is there by the town's own directory or by ProConnect (OpenID Connect), beside the secrets of the office, which
// always work. What is said there opens counters and supervision, never the administration: it keeps its passphrases.

/** What OAuth 2.0 calls VSCHAR (RFC 6749, appendix A). */
const visible = /^[\x20-\x7e]+$/

/** Whose directory it is: ProConnect has rules of its own (partners' documentation of 2026), others follow OpenID Connect Core. */
export const LoginKind = z.enum(['proconnect', 'other'])
export type LoginKind = z.infer<typeof LoginKind>

const HttpsUrl = z.url({ protocol: /^https$/ }).max(300)

export const LoginSettings = z.strictObject({
  kind: LoginKind,
  /** « Se connecter avec … »: what the agents call it; ProConnect has its own words. */
  label: spaced.min(1).max(60),
  /** As the provider names itself: its discovery document is below it. */
  issuer: HttpsUrl,
  /** What the provider calls this office. */
  registeredAs: z.string().trim().regex(visible).max(200),
  /** This host as browsers call it and as the provider knows it: scheme, name and port, nothing after. */
  origin: HttpsUrl.regex(
    /^https:\/\/[a-z0-9.-]+(:[0-9]{1,5})?$|^https:\/\/\[[0-9a-f:]+\](:[0-9]{1,5})?$/,
  ).refine((typed) => !typed.endsWith(':443')),
  /** The organisation whose people may enter; null: any that the provider knows. */
  siret: z
    .string()
    .regex(/^[0-9]{14}$/)
    .nullable(),
  /** The provider may be on this machine or a private network. */
  privateAddresses: z.boolean(),
})
export type LoginSettings = z.infer<typeof LoginSettings>

/** Why a provider can't be used now. */
export const loginProblems = [
  'privateAddress',
  'unresolved',
  'unreachable',
  'timeout',
  'untrusted',
  'tooLong',
  'notProvider',
  'otherIssuer',
  'noCode',
] as const
export const LoginProblem = z.enum(loginProblems)
export type LoginProblem = z.infer<typeof LoginProblem>

export const KnockId = z.uuid().brand('KnockId')
export type KnockId = z.infer<typeof KnockId>

/** A provider that may be on the host's machine or its networks. */
const ofHost = ({ settings }: { readonly settings: LoginSettings | null }) =>
  settings?.privateAddresses ? [settings.issuer] : []

export const oidc = {
  /** Whether this station may say who is there by the provider, and under which name. */
  'login.offer': read({
    anyone: true,
    roles: ['agent', 'supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({
      offer: z.strictObject({ kind: LoginKind, label: z.string() }).nullable(),
    }),
    refusals: [],
  }),
  /** An address for a browser of this machine, good once and for three minutes: the session opens at the station that asked. */
  'login.begin': command({
    by: 'login',
    anyone: true,
    roles: ['agent', 'supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({ url: z.string() }),
    refusals: ['loginNotOffered', 'loginAway', 'tooManySignIns'],
  }),
  /** What the administration sets; null: local accounts alone. The secret is kept in a file of the host, and shown to nobody. */
  'login.set': command({
    ofHost,
    by: 'login',
    roles: ['admin'],
    input: z.strictObject({
      settings: LoginSettings.nullable(),
      /** Absent: the one there is stays. */
      secret: z.string().trim().regex(visible).max(500).optional(),
    }),
    output: z.strictObject({}),
    refusals: [
      'officeNotCreated',
      'notProtected',
      'loginSecretMissing',
      'loginOriginElsewhere',
      'siretMissing',
    ],
  }),
  /** What the host itself notes of it in the journal. Nobody asks it through a door. */
  'login.note': command({
    roles: [],
    input: z.strictObject({
      kind: LoginKind.nullable(),
      /** A hash of all that was asked but the secret: the same command id for anything else is refused. */
      asked: z.string().optional(),
    }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated'],
  }),
  /** Asks the provider for its discovery document, and says what is wrong. */
  'login.try': command({
    ofHost,
    by: 'login',
    pace: { admin: 'elsewhere' },
    roles: ['admin'],
    input: z.strictObject({ settings: LoginSettings }),
    output: z.strictObject({ problem: LoginProblem.nullable() }),
    refusals: [],
  }),
  /** What is set, who is linked, and who came from the provider without being anybody here yet. */
  'login.show': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      settings: LoginSettings.nullable(),
      hasSecret: z.boolean(),
      /** What to declare to the provider. */
      redirectUri: z.string().nullable(),
      logoutUri: z.string().nullable(),
      /** This host's own addresses on the network. */
      origins: z.array(z.string()),
      linked: z
        .array(z.strictObject({ agentId: AgentId, name: AgentName.nullable(), since: Instant }))
        .max(2000),
      /** In the host's memory for a day: the code is on the screen of whoever knocked. */
      knocks: z
        .array(
          z.strictObject({
            knockId: KnockId,
            code: z.string(),
            name: z.string(),
            email: z.string(),
            at: Instant,
          }),
        )
        .max(50),
    }),
    refusals: [],
  }),
  /** Whoever knocked is this agent, from now on: no other account of the provider is. */
  'login.link': command({
    by: 'login',
    decided: true,
    roles: ['admin'],
    input: z.strictObject({ agentId: AgentId, knockId: KnockId }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'notProtected', 'unknownAgent', 'noRights', 'unknownKnock', 'loginTaken'],
  }),
  /** The provider's account opens nothing here any more, and the sessions that it opened end. */
  'login.unlink': command({
    roles: ['admin'],
    input: z.strictObject({ agentId: AgentId }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownAgent'],
  }),
} as const
