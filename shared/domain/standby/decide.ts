import type { Decide, Decisions } from '../decision.ts'

/** The other hosts of the office, whose token was taken back: no station looks for them nor trusts their keys any more. */
const noteRenewal: Decide<'standby.noteRenewal'> = (office, { withdrawn }) =>
  office.settings === null
    ? { refusal: 'officeNotCreated' }
    : { events: [{ type: 'followerRenewed', data: { withdrawn } }], output: {} }

/** Each command of standby, and what decides it. */
export const standbyDecisions = {
  'standby.noteRenewal': noteRenewal,
} satisfies Decisions
