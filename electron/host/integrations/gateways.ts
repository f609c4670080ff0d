import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { DeliveryProblem } from '../../../shared/contract/integrations/calls.ts'
import type { TurnNoticeMeans } from '../../../shared/contract/queue/rows.ts'
import type { GatewayProblem } from '../../../shared/contract/integrations/gateways.ts'
import { plainFile } from '../core/plainFile.ts'
import { writePrivate } from '../core/privateFiles.ts'
import { deliver } from './deliver.ts'

/**
 * `avis.json` of the office's folder, readable by its owner only: by what a notice leaves. It holds passwords, so that
 * it is neither a setting of the journal nor shown by any page.
 *
 * `sms`: an HTTP gateway. It receives `POST {"to": "+33…", "text": "…"}` with these headers, and answers 2xx once it
 * has taken the message. `email`: an SMTP server.
 */
const GatewaysFile = z.strictObject({
  sms: z.strictObject({ url: z.url(), headers: z.record(z.string(), z.string()).default({}) }).optional(),
  email: z
    .strictObject({
      host: z.string().min(1),
      port: z.int().min(1).max(65_535),
      /** TLS from the first byte; otherwise STARTTLS, which is required unless `clear` is said. */
      secure: z.boolean().default(false),
      clear: z.boolean().default(false),
      user: z.string().optional(),
      password: z.string().optional(),
      from: z.email(),
    })
    .optional(),
})
export type Gateways = z.infer<typeof GatewaysFile>

export type Message = {
  readonly means: TurnNoticeMeans
  readonly to: string
  readonly subject: string
  readonly text: string
}
/** Null once it was taken; else a code, never an address. */
export type SendMessage = (message: Message) => Promise<GatewayProblem | null>

const gatewaysFile = 'avis.json'
const patience = 15_000

/** Sends by what the folder says at that moment: changed without a restart. */
export const gatewaysOf =
  (dir: string): SendMessage =>
  (message) => {
    const gateways = readGateways(dir)
    if (gateways === undefined) return Promise.resolve('unreadable')
    return message.means === 'sms' ? bySms(gateways.sms, message) : byEmail(gateways.email, message)
  }

/** What the folder says; undefined where it can't be read. */
export function readGateways(dir: string): Gateways | undefined {
  const file = join(dir, gatewaysFile)
  if (!existsSync(file)) return {}
  try {
    return GatewaysFile.parse(JSON.parse(readFileSync(plainFile(file), 'utf8')))
  } catch {
    // What is wrong in it may be a password: it is not repeated.
    return undefined
  }
}

/** In the place of what the folder said, readable by its owner only. @throws StorageError with the sentence to show */
export const writeGateways = (dir: string, gateways: Gateways): void =>
  writePrivate(join(dir, gatewaysFile), `${JSON.stringify(gateways, null, 2)}\n`)

/** A number as a gateway takes it: « 06 12 34 56 78 » is `+33612345678`. */
export function gatewayTo(means: TurnNoticeMeans, typed: string): string {
  if (means === 'email') return typed.trim()
  const digits = typed.replaceAll(/[\s.()-]/g, '')
  return digits.startsWith('0') && !digits.startsWith('00') ? `+33${digits.slice(1)}` : digits
}

const bySms = async (sms: Gateways['sms'], { to, text }: Message): Promise<GatewayProblem | null> =>
  sms === undefined
    ? 'noGateway'
    : // Who installed the office chose this address: it may well be on its own network.
      smsProblem(
        await deliver(sms.url, JSON.stringify({ to, text }), sms.headers, {
          privateAddresses: true,
          thisMachine: true,
          patience,
        }),
      )

/** Every address is allowed here, http too. */
const smsProblem = (problem: DeliveryProblem | null): GatewayProblem | null =>
  problem === 'privateAddress' || problem === 'insecureAddress' ? 'refused' : problem

/** What a server or the way to it says, by nodemailer's codes. */
const emailProblems: Readonly<Record<string, GatewayProblem>> = {
  EDNS: 'unresolved',
  ECONNECTION: 'unreachable',
  ESOCKET: 'unreachable',
  ETIMEDOUT: 'timeout',
  EAUTH: 'login',
  ENOAUTH: 'login',
  EOAUTH2: 'login',
  ETLS: 'security',
  EENVELOPE: 'recipient',
}

async function byEmail(
  email: Gateways['email'],
  { to, subject, text }: Message,
): Promise<GatewayProblem | null> {
  if (email === undefined) return 'noGateway'
  const { host, port, secure, clear, user, password, from } = email
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && !clear,
    ignoreTLS: clear,
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({ from, to, subject, text })
    return null
  } catch (error) {
    // The error's message repeats the person's address; its code does not.
    return emailProblems[(error as { readonly code?: string }).code ?? ''] ?? 'refused'
  } finally {
    transport.close()
  }
}
