import { fc } from '@fast-check/vitest'
import { id, hex } from '../fewIds.ts'

// Tokens and webhooks of other software, notices to those who wait.

const webhook = fc.record({
  webhookId: id,
  label: fc.constant('Affichage de la mairie'),
  url: fc.constant('https://exemple.fr/guichet'),
  types: fc.constantFrom([], ['ticketCalled']),
  active: fc.boolean(),
})

export const integrationsEvents = {
  apiTokenCreated: fc.record({
    tokenId: id,
    label: fc.constant('Site de la mairie'),
    scopes: fc.constantFrom(['queue'], ['events', 'metrics']),
    until: fc.constantFrom(null, 1_780_000_000_000),
    hash: hex,
  }),
  apiTokenRevoked: fc.record({ tokenId: id }),
  webhookSet: webhook,
  webhookRemoved: fc.record({ webhookId: id }),
  softwareSet: fc.record({
    settings: fc.record({
      privateAddresses: fc.boolean(),
      notices: fc.record({ means: fc.constantFrom([], ['sms'], ['email', 'sms']), ahead: fc.nat(3) }),
      accessibility: fc.constantFrom(undefined, { contact: 'Accueil', plan: '' }),
    }),
  }),
  noticeAsked: fc.record({ ticketId: id, means: fc.constantFrom('sms', 'email') }),
  noticeWithdrawn: fc.record({ ticketId: id }),
  noticeSent: fc.record({ ticketId: id, means: fc.constantFrom('sms', 'email') }),
  noticeFailed: fc.record({ ticketId: id, means: fc.constantFrom('sms', 'email') }),
  noticeTold: fc.record({ ticketId: id }),
}
