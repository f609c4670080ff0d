import type { Output } from '../../../shared/contract/index.ts'
import { EmailGateway, SmsGateway } from '../../../shared/contract/integrations/gateways.ts'
import { gatewayWords } from '../../../shared/messages/integrations/gateways.fr.ts'

const said = gatewayWords.wrong

/** A gateway as it is typed; `secret` is what opens it, empty where it stays as it is. */
export type SmsTyped = { readonly url: string; readonly header: string; readonly secret: string }
export type EmailTyped = {
  readonly host: string
  readonly port: string
  readonly security: EmailGateway['security']
  readonly user: string
  readonly from: string
  readonly secret: string
}
type Made<G, F> = { readonly gateway: G | null; readonly wrong: Partial<Record<keyof F, string>> }

export const smsTyped = (kept: Output<'gateways.show'>['sms']): SmsTyped => ({
  url: kept?.url ?? '',
  header: kept?.header ?? '',
  secret: '',
})

export const emailTyped = (kept: Output<'gateways.show'>['email']): EmailTyped => ({
  host: kept?.host ?? '',
  port: String(kept?.port ?? 587),
  security: kept?.security ?? 'starttls',
  user: kept?.user ?? '',
  from: kept?.from ?? '',
  secret: '',
})

/** The gateway to keep, or what each field lacks. */
export function smsFrom(typed: SmsTyped): Made<SmsGateway, SmsTyped> {
  const header = typed.header.trim()
  return madeOf(SmsGateway.safeParse({ url: typed.url.trim(), header: header === '' ? null : header }), said)
}

/** The settings of a mail server as they were typed, or what is wrong with them. */
export function emailFrom(typed: EmailTyped): Made<EmailGateway, EmailTyped> {
  const { security } = typed
  const [host, user, from] = [typed.host.trim(), typed.user.trim(), typed.from.trim()]
  const port = /^\d{1,5}$/.test(typed.port.trim()) ? Number(typed.port) : 0
  return madeOf(EmailGateway.safeParse({ host, port, security, user: user === '' ? null : user, from }), said)
}

function madeOf<G>(
  read:
    | { readonly success: true; readonly data: G }
    | {
        readonly success: false
        readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }
      },
  sentences: Readonly<Record<string, string>>,
): { readonly gateway: G | null; readonly wrong: Partial<Record<string, string>> } {
  if (read.success) return { gateway: read.data, wrong: {} }
  const fields = read.error.issues.map(({ path: [field] }) => String(field))
  return { gateway: null, wrong: Object.fromEntries(fields.map((field) => [field, sentences[field]])) }
}
