import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { TurnNoticeMeans } from '../../../shared/contract/integrations/calls.ts'
import { deliver } from './deliver.ts'

/**
 * `avis.json` of the office's folder, readable by its owner only: by what a notice leaves. It holds passwords, so that
 * it is neither a setting of the journal nor shown by any page.
 *
 * `sms`: an HTTP gateway. It receives `POST {"to": "+33…", "text": "…"}` with these headers, and answers 2xx once it
 * has taken the message. `email`: an SMTP server.
 */
const Gateways = z.strictObject({
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
type Gateways = z.infer<typeof Gateways>

export type Message = {
  readonly means: TurnNoticeMeans
  readonly to: string
  readonly subject: string
  readonly text: string
}
/** Null once it was taken; else a code, never an address. */
export type SendMessage = (message: Message) => Promise<string | null>

const patience = 15_000

/** Sends by what the folder says at that moment: changed without a restart. */
export const gatewaysOf =
  (dir: string): SendMessage =>
  (message) => {
    const gateways = read(dir)
    if (gateways === undefined) return Promise.resolve('unreadable')
    return message.means === 'sms' ? bySms(gateways.sms, message) : byEmail(gateways.email, message)
  }

function read(dir: string): Gateways | undefined {
  const file = join(dir, 'avis.json')
  if (!existsSync(file)) return {}
  try {
    return Gateways.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // What is wrong in it may be a password: it is not repeated.
    return undefined
  }
}

const bySms = (sms: Gateways['sms'], { to, text }: Message): Promise<string | null> =>
  sms === undefined
    ? Promise.resolve('noGateway')
    : // Who installed the office chose this address: it may well be on its own network.
      deliver(sms.url, JSON.stringify({ to, text }), sms.headers, {
        privateAddresses: true,
        thisMachine: true,
        patience,
      })

async function byEmail(email: Gateways['email'], { to, subject, text }: Message): Promise<string | null> {
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
    // Its message repeats the address; its code does not.
    return (error as { readonly code?: string }).code ?? 'refused'
  } finally {
    transport.close()
  }
}
