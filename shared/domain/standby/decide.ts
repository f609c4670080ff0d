import type { Decide, Decisions } from '../decision.ts'

/** The other hosts of the office, whose token was taken back: no station looks for them nor trusts their keys any more. */
const noteRenewal: Decide<'follower.note'> = (office, { withdrawn }) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : { events: [{ type: 'followerRenewed', data: { withdrawn } }], output: {} }

/** Each command of standby, and what decides it. */
export const standbyDecisions = {
  'follower.note': noteRenewal,
} satisfies Decisions
