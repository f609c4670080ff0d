import type { Output } from '../../../shared/contract/index.ts'

/** Whether somebody has a right to a station and nothing yet to enter it by: no secret, no invitation. */
export const isUninvited = ({
  rights,
  secret,
  invitedUntil,
}: Output<'people.view'>['people'][number]): boolean =>
  rights.length > 0 && secret === null && invitedUntil === null
