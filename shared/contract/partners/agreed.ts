import { z } from 'zod'
import { command, read } from '../define.ts'
import { Pin } from '../network/calls.ts'
import { PartnerId } from './calls.ts'
import { spaced, written } from '../typed.ts'

// The offices with which this one works: facts of the host's machine, as their tokens are, kept in a file of its folder that
// its owner alone reads. A token is never shown again, nor kept by the journal.

/** A token goes over TLS, or stays on this machine. */
const carried =
  /^(?:https:\/\/[^/?#@\s]+|http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)(?::\d+)?)(?:\/[^?#@\s]*)?$/i

/** Where another office answers: https, or this machine. */
export const PartnerUrl = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .regex(carried)

/** Another office's token, made by its manager: of scope `places` to ask places there, `statistics` to read its figures. */
export const PartnerToken = written.min(16).max(200)

/** An office as this one works with it. */
export const AgreedOffice = z.strictObject({
  partnerId: PartnerId,
  /** As people know it. */
  name: spaced.min(1).max(200),
  url: PartnerUrl,
  /** The keys of an office that has its own certificate; without any, the system's authorities are asked. */
  pins: z.array(Pin).max(8),
  /** Whether it agreed to keep places. */
  places: z.boolean(),
  /** Whether its figures are part of the partners' view. */
  figures: z.boolean(),
})
export type AgreedOffice = z.infer<typeof AgreedOffice>

const flaws = ['partnersUnreadable', 'partnersExposed'] as const

/** What another office answered to a test. `code`: its refusal, by its code. */
export const AgreedAnswer = z.strictObject({
  about: z.enum(['places', 'figures']),
  is: z.enum(['works', 'refused', 'unreachable']),
  code: z
    .string()
    .regex(/^[a-z][A-Za-z]{1,39}$/)
    .nullable(),
})
export type AgreedAnswer = z.infer<typeof AgreedAnswer>

export const agreedOffices = {
  'partners.agreed': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({ offices: z.array(AgreedOffice).max(1000) }),
    refusals: flaws,
  }),
  /** One office, new or changed. The token that is absent stays as it is. */
  'partners.set': command({
    by: 'partners',
    only: 'ownSeat',
    secrets: ['token'],
    roles: ['admin'],
    input: z.strictObject({ office: AgreedOffice, token: PartnerToken.optional() }),
    output: z.strictObject({}),
    refusals: ['partnerTokenMissing', ...flaws],
  }),
  'partners.remove': command({
    by: 'partners',
    only: 'ownSeat',
    roles: ['admin'],
    input: z.strictObject({ partnerId: PartnerId }),
    output: z.strictObject({}),
    refusals: ['unknownPartner', ...flaws],
  }),
  /** Asks the office what it agreed to, in a way that changes nothing there. */
  'partners.try': command({
    by: 'partners',
    only: 'ownSeat',
    pace: { admin: 'elsewhere' },
    roles: ['admin'],
    input: z.strictObject({ partnerId: PartnerId }),
    output: z.strictObject({ answers: z.array(AgreedAnswer).max(2) }),
    refusals: ['unknownPartner', ...flaws],
  }),
} as const
