import type { DayHours } from '../../contract/documents/said.ts'
import type { OfficeAddress } from '../../contract/office/settings.ts'
import { requestWords as said } from '../../messages/documents/requests.fr.ts'
import { openingHours } from '../openingHours.ts'

/** Where and how what lacks is brought: at the counter with its hours, by post, by e-mail where the office has one. */
export const waysToBring = ({
  office,
  hours,
}: {
  readonly office: OfficeAddress
  readonly hours?: readonly DayHours[] | undefined
}): readonly string[] => [
  said.where(hours === undefined ? null : openingHours(hours)),
  said.byPost,
  ...(office.email === null ? [] : [said.byEmail(office.email)]),
]
