import { z } from 'zod'
import { AgentId, CommandId, Instant, Seq } from '../contract/ids.ts'
import { roles } from '../contract/define.ts'

// Everything that two ends say to each other, in one file (after tldraw's protocol.ts). A connection begins with
// `hello` and its answer; then calls, each answered once, and watches, each answered for as long as it lasts.

const CallNumber = z.int().min(0)

/** The first message: the contract's version, and who asks. A token over a socket; the agent who holds a local station. */
export const Hello = z.strictObject({
  t: z.literal('hello'),
  version: z.string().max(20),
  token: z.string().max(200).optional(),
  agentId: AgentId.optional(),
})
export type Hello = z.infer<typeof Hello>

export const FromPage = z.discriminatedUnion('t', [
  Hello,
  z.strictObject({
    t: z.literal('call'),
    id: CallNumber,
    name: z.string().max(100),
    input: z.unknown(),
    commandId: CommandId.optional(),
  }),
  z.strictObject({ t: z.literal('watch'), id: CallNumber, name: z.string().max(100), input: z.unknown() }),
  z.strictObject({ t: z.literal('unwatch'), id: CallNumber }),
  /** Browsers hide the protocol's own pings: a silent host is found by this one. */
  z.strictObject({ t: z.literal('ping') }),
])
export type FromPage = z.infer<typeof FromPage>

export const Fault = z.strictObject({ code: z.string(), message: z.string() })
export type Fault = z.infer<typeof Fault>

export const FromHost = z.discriminatedUnion('t', [
  z.strictObject({
    t: z.literal('welcome'),
    version: z.string(),
    role: z.enum(roles),
    agentId: AgentId.nullable(),
  }),
  z.strictObject({ t: z.literal('refused'), error: Fault }),
  z.strictObject({
    t: z.literal('answer'),
    id: CallNumber,
    output: z.unknown().optional(),
    error: Fault.optional(),
  }),
  /** The whole output of a watched view, with the journal's position that it shows. */
  z.strictObject({
    t: z.literal('view'),
    id: CallNumber,
    seq: Seq,
    output: z.unknown().optional(),
    error: Fault.optional(),
  }),
  /** The host's hour with it: a training office sets its own clock, and a station's may be wrong. */
  z.strictObject({ t: z.literal('pong'), at: Instant.optional() }),
])
export type FromHost = z.infer<typeof FromHost>

/** Same major: both can talk. */
export const speaksWith = (ours: string, theirs: string): boolean =>
  ours.split('.')[0] === theirs.split('.')[0]
