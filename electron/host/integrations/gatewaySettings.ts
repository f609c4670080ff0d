import type { Output } from '../../../shared/contract/index.ts'
import type { HandlersOf } from '../core/part.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { gatewayWords } from '../../../shared/messages/integrations/gateways.fr.ts'
import { done } from '../core/answer.ts'
import { gatewayTo, gatewaysOf, readGateways, writeGateways, type Gateways } from './gateways.ts'

/** The gateways of this folder, without what opens them. */
export function showGateways(dir: string): Output<'gateways.show'> {
  const kept = readGateways(dir)
  const { sms, email } = kept ?? {}
  const [header = null] = Object.keys(sms?.headers ?? {})
  return {
    sms: sms === undefined ? null : { url: sms.url, header, hasSecret: header !== null },
    email:
      email === undefined
        ? null
        : {
            host: email.host,
            port: email.port,
            security: email.secure ? 'tls' : email.clear ? 'clear' : 'starttls',
            user: email.user ?? null,
            from: email.from,
            hasSecret: email.password !== undefined,
          },
    unreadable: kept === undefined,
  }
}

/** Sets and tries the gateways of this folder. */
export const gatewayHandlers = (
  dir: string,
  office: () => Office,
): Pick<HandlersOf<'integrations'>, 'gateways.set' | 'gateways.try'> => ({
  'gateways.set': async ({ input: { gateway, secret } }) => {
    const kept = readGateways(dir) ?? {}
    if (gateway.means === 'sms') writeGateways(dir, { ...kept, sms: smsOf(gateway.sms, secret, kept.sms) })
    else writeGateways(dir, { ...kept, email: emailOf(gateway.email, secret, kept.email) })
    return done
  },
  'gateways.try': async ({ input: { means, to } }) => {
    const name = office().settings?.address.name ?? ''
    const text = gatewayWords.message(name)
    const problem = await gatewaysOf(dir)({
      means,
      to: gatewayTo(means, to),
      subject: gatewayWords.subject,
      text,
    })
    return { text: JSON.stringify({ text, problem }) }
  },
})

type Asked = Parameters<HandlersOf<'integrations'>['gateways.set']>[0]['input']['gateway']
type AskedSms = Extract<Asked, { means: 'sms' }>['sms']
type AskedEmail = Extract<Asked, { means: 'email' }>['email']

function smsOf(asked: AskedSms, secret: string | undefined, kept: Gateways['sms']): Gateways['sms'] {
  if (asked === null) return undefined
  const { url, header } = asked
  // A header that keeps its name keeps its value; those that somebody wrote beside it by hand stay.
  const [first, ...others] = Object.entries(kept?.headers ?? {})
  const value = secret ?? (first !== undefined && first[0] === header ? first[1] : undefined)
  return {
    url,
    headers: Object.fromEntries([
      ...(header === null || value === undefined ? [] : [[header, value] as const]),
      ...(header === null ? [] : others),
    ]),
  }
}

function emailOf(asked: AskedEmail, secret: string | undefined, kept: Gateways['email']): Gateways['email'] {
  if (asked === null) return undefined
  const { host, port, security, user, from } = asked
  const password = secret ?? (user !== null && kept?.user === user ? kept.password : undefined)
  return {
    host,
    port,
    secure: security === 'tls',
    clear: security === 'clear',
    from,
    ...(user === null ? {} : { user }),
    ...(user === null || password === undefined ? {} : { password }),
  }
}
