import type { z } from 'zod'
import type { PaceName } from './pace.ts'
import type { RefusalCode } from './refusals.ts'

/** What a session may be. A session has one role; the role comes from its token or its port, never from a message. */
export const roles = ['kiosk', 'display', 'agent', 'supervisor', 'admin', 'integration'] as const
export type Role = (typeof roles)[number]

/** The parts of a host that perform commands themselves; every other command is the domain's. */
export const performers = [
  'people',
  'login',
  'network',
  'standby',
  'backup',
  'office',
  'updates',
  'training',
  'printing',
  'integrations',
  'partners',
  'media',
  'appointments',
] as const
export type Performer = (typeof performers)[number]

/** The largest message, in bytes: the same at every door, and for every call. */
export const largestMessage = 256 * 1024

/**
 * What becomes of a command that names a file, one of its papers or its person's ticket, once the file is limited.
 * Limited data are kept, and used only with the person's consent, for legal claims, to protect another's rights or for
 * an important public interest (GDPR 18.2): the administration, which has the person's request, judges of it.
 * - `barred`: it reads what is kept, makes a paper of it, changes it or ends its keeping; refused (`personLimited`).
 * - `recorded`: a fact of law that is noted by its date without reading anything: what was received (the silence of CRPA
 *   L231-1 and L231-4 goes on, and L114-5 makes it run again from the pieces), originals registered and given back
 *   (R113-5), what is handed over to its person, whose act it is.
 * - `beside`: it uses nothing kept of a file, or answers for the limitation itself.
 * A decision is `barred`, and no delay waits for it: what silence is worth comes by the law alone.
 */
export type OnLimited = 'barred' | 'recorded' | 'beside'

/** By what a command may name a file, a paper or a past ticket: it then says what becomes of it once the file is limited. */
export type NamingField = 'fileId' | 'fileIds' | 'reference' | 'documentId' | 'jobId' | 'code' | 'ofDay'

type Call = {
  readonly roles: readonly Role[]
  readonly input: z.ZodObject
  readonly output: z.ZodType
  /** A station may ask it before anyone is there, or while it is locked: it says nothing of anybody. */
  readonly anyone?: true
  /** What it consumes, by who asks: one station asks it no faster than that (`pace.ts`). */
  readonly pace?: { readonly [R in Role]?: PaceName }
}
/** Whether an address is one of the host's own machine. */
export type IsOwnAddress = (address: string) => boolean

type Seat = {
  /** Asked at the host's own seat alone: it names files of that machine, opens its key or replaces its program. */
  readonly only?: 'ownSeat'
  /**
   * What its input names of the host's own machine: files, folders, devices, commands, addresses, each as a text. A station
   * of the network repeats what stands, and names nothing more.
   */
  readonly ofHost?: (input: never, isOwn: IsOwnAddress) => readonly string[]
}

export type Command = Call &
  Seat & {
    readonly kind: 'command'
    readonly refusals: readonly RefusalCode[]
    /** The part of the host that performs it; absent, the domain decides it and nothing else acts. */
    readonly by?: Performer
    /** The part only prepares it (seals a secret, asks a gateway): the domain then decides it under the same name. */
    readonly decided?: true
    /** A machine that follows another answers it too: it changes nothing of the office, only of that machine. */
    readonly follows?: true
    /** Fields of the input that are never kept, not even as a hash: what they say could be guessed from it. */
    readonly secrets?: readonly string[]
    /**
     * What of the output is shown once: a field, which the answer kept for a repetition has as null, or a text of each of a
     * list's lines (`list[].field`), which it has empty.
     */
    readonly shownOnce?: string
    /** The personal row that its answer repeats: the answer is erased with it. */
    readonly repeats?: 'sheet' | 'appointment' | 'called'
    /** What the tables are asked for its decision. */
    readonly names?: readonly (
      | 'archives'
      | 'document'
      | 'person'
      | 'trail'
      | 'transmissions'
      | 'kioskPaper'
      | 'tillPaper'
    )[]
    /** What becomes of it once the file that it names is limited. */
    readonly onLimited?: OnLimited
    /** A page keeps it through a cut or a reload, and sends it again under the same id; `eachCounts`: two alike are two acts. */
    readonly kept?: true | 'eachCounts'
    /** The act lets the others pass: it is one of many that one reading makes, and nobody stands before it. */
    readonly givesWay?: true
    /** By which command what is longer than its message is sent before it, in parts. */
    readonly inParts?: string
  }
export type View = Call & {
  /** A view is watched, and a watch does not look at the seat: none may be kept to one. */
  readonly only?: never
  readonly kind: 'view'
  readonly refusals: readonly RefusalCode[]
  /** Whose it is beside its role and its agent: two stations, or two seats, never share it. */
  readonly own?: 'station' | 'seat'
}
export type Read = Call & Seat & { readonly kind: 'read'; readonly refusals: readonly RefusalCode[] }

/** A command that names what may be limited and does not say what becomes of it does not compile. */
type Standing<I> =
  I extends z.ZodObject<infer Shape>
    ? [keyof Shape & NamingField] extends [never]
      ? unknown
      : { readonly onLimited: OnLimited }
    : unknown

/** Stations of the public and other software: nobody answers for what they ask, one call after another. */
type Unattended = 'kiosk' | 'display' | 'integration'

/** A command that one of them may ask, without a pace for it, does not compile. */
type Paced<R> = R extends readonly (infer One)[]
  ? [Extract<One, Unattended>] extends [never]
    ? unknown
    : { readonly pace: { readonly [Role in Extract<One, Unattended>]: PaceName } }
  : unknown

/** An act: decided by the domain, journaled, answered once for each command id; or performed by a part of the host. */
export const command = <const C extends Omit<Command, 'kind'>>(
  call: C & Standing<C['input']> & Paced<C['roles']>,
) => ({ kind: 'command', ...(call as C) }) as const

/** A reading of the present: a pure function of the office; it can be watched, and is then sent again whenever it changes. */
export const view = <const V extends Omit<View, 'kind' | 'refusals'>>(call: V) =>
  ({ kind: 'view', refusals: [], ...call }) as const

/** A reading of the tables (a document, a list): asked when needed, paged. */
export const read = <const R extends Omit<Read, 'kind'>>(call: R) => ({ kind: 'read', ...call }) as const

/** The calls of a group, named: an interface extends a name. */
export type Calls<G> = G

/** The groups of a capability as one. A call that its interface does not name does not compile. */
export const grouped =
  <Whole>() =>
  <G extends Whole>(group: G & { readonly [N in Exclude<keyof G, keyof Whole>]: never }): Whole =>
    group
