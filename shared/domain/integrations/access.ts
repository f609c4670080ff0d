import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { isPublished } from '../../contract/integrations/published.ts'
import type { ApiTokenId, WebhookId } from '../../contract/integrations/calls.ts'
import type { Decide } from '../decision.ts'
import type { Office } from '../state.ts'
import { mostTokens, mostWebhooks } from './state.ts'

/** What the journal knows a token by: SHA-256 of 32 random bytes says nothing of them. */
export const tokenHash = (token: string): string => bytesToHex(sha256(utf8ToBytes(token)))

/** A token of 256 random bits, with a beginning by which a scanner of secrets knows it. */
export const createToken: Decide<'apiToken.create'> = (office, { label, scopes, until }, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (until !== null && until <= context.now) return { refusal: 'timeInPast' }
  if (office.software.tokens.size >= mostTokens) return { refusal: 'softwareFull' }
  const tokenId = context.newId() as ApiTokenId
  const token = `guichet_${context.newSalt()}`
  const kept = { tokenId, label, scopes: [...new Set(scopes)], until }
  return {
    events: [{ type: 'apiTokenCreated', data: { ...kept, hash: tokenHash(token) } }],
    output: { tokenId, token },
  }
}

/** The token opens nothing from then on. */
export const revokeToken: Decide<'apiToken.revoke'> = (office, { tokenId }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.software.tokens.has(tokenId)) return { refusal: 'unknownApiToken' }
  return { events: [{ type: 'apiTokenRevoked', data: { tokenId } }], output: {} }
}

/**
 * The secret of a webhook, in the form of Standard Webhooks: made from the office's signature of its id, which only this
 * office's key can make again, so that it is stored nowhere.
 * @param sign the office's Ed25519 signature, the same each time for the same bytes (RFC 8032)
 */
export function webhookSecret(webhookId: WebhookId, sign: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  return sha256(sign(utf8ToBytes(`guichet webhook secret v1 ${webhookId}`)))
}

/** A webhook's secret as it is shown and configured: `whsec_` and its base64. */
export const secretText = (secret: Uint8Array): string => `whsec_${base64(secret)}`

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** RFC 4648, with its padding: `shared` has neither Node's nor the browser's. */
function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (const shift of [18, 12, 6, 0]) text += letters[(three >> shift) & 63]
  }
  const missing = (3 - (bytes.length % 3)) % 3
  return missing === 0 ? text : `${text.slice(0, -missing)}${'='.repeat(missing)}`
}

type Refusal = 'unknownEventType' | 'webhookInsecure'

/** What is wrong with an address or its types; a name that resolves to a private address is found when it is called. */
function unsound(
  office: Office,
  { url, types }: { readonly url: string; readonly types: readonly string[] },
): { readonly refusal: Refusal; readonly details?: readonly string[] } | undefined {
  const unknown = types.filter((type) => !isPublished(type))
  if (unknown.length > 0) return { refusal: 'unknownEventType', details: unknown }
  const [, protocol, authority = ''] = /^(https?):\/\/([^/?#]*)/i.exec(url) ?? []
  // A name and a password in an address end in logs.
  if (protocol === undefined || authority.includes('@')) return { refusal: 'webhookInsecure' }
  if (protocol.toLowerCase() !== 'https' && !office.software.settings.privateAddresses)
    return { refusal: 'webhookInsecure' }
  return undefined
}

/** Makes a webhook. Its secret is answered once and stored nowhere: see `webhookSecret`. */
export const createWebhook: Decide<'webhook.create'> = (office, input, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const wrong = unsound(office, input)
  if (wrong) return wrong
  if (office.software.webhooks.size >= mostWebhooks) return { refusal: 'softwareFull' }
  const webhookId = context.newId() as WebhookId
  return {
    events: [
      {
        type: 'webhookSet',
        data: { ...input, types: [...new Set(input.types)], webhookId, active: true },
      },
    ],
    output: { webhookId, secret: secretText(webhookSecret(webhookId, context.sign)) },
  }
}

/** The address, the events or the pause of a webhook; its secret stays the same. */
export const setWebhook: Decide<'webhook.set'> = (office, input) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.software.webhooks.has(input.webhookId)) return { refusal: 'unknownWebhook' }
  return unsound(office, input) ?? { events: [{ type: 'webhookSet', data: input }], output: {} }
}

/** What was not delivered yet goes with it. */
export const removeWebhook: Decide<'webhook.remove'> = (office, { webhookId }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.software.webhooks.has(webhookId)) return { refusal: 'unknownWebhook' }
  return { events: [{ type: 'webhookRemoved', data: { webhookId } }], output: {} }
}

/** What other software may read of the office: the whole settings, as they are from now on. */
export const setSoftware: Decide<'software.set'> = (office, settings) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : { events: [{ type: 'softwareSet', data: { settings } }], output: {} }
