import type { CoordinationSettings } from '../../../shared/contract/appointments/coordination.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { coordinationWords as words } from '../../../shared/messages/appointments/coordination.fr.ts'

/** What is being typed of the coordination, as it is typed. */
export type CoordinationDraft = CoordinationSettings & { readonly token: string }

/** What the host keeps, or where to begin. */
export const draftOf = (settings: CoordinationSettings | null): CoordinationDraft => ({
  ...(settings ?? {
    url: words.usualUrl,
    meetingPointId: '',
    meetingPoint: '',
    managementUrl: '',
    services: [],
    privateAddresses: false,
  }),
  token: '',
})

/** The settings of a draft in which nothing is wrong. */
export const settingsOf = ({
  url,
  meetingPointId,
  meetingPoint,
  managementUrl,
  services,
  privateAddresses,
}: CoordinationDraft): CoordinationSettings => ({
  url: wordsIn(url),
  meetingPointId: wordsIn(meetingPointId),
  meetingPoint: wordsIn(meetingPoint),
  managementUrl: wordsIn(managementUrl),
  services,
  privateAddresses,
})

export type Wrong = { readonly [F in 'url' | 'meetingPointId' | 'meetingPoint' | 'managementUrl']?: string }

/** What is wrong in each field, in words. */
export const wrongIn = ({ url, meetingPointId, meetingPoint, managementUrl }: CoordinationDraft): Wrong => ({
  ...(/^https?:\/\/[^\s?#]+$/i.test(wordsIn(url)) ? {} : { url: words.urlWrong }),
  ...(wordsIn(meetingPointId) === '' ? { meetingPointId: words.missing } : {}),
  ...(wordsIn(meetingPoint) === '' ? { meetingPoint: words.missing } : {}),
  ...(/^https:\/\/[^\s?#]+$/i.test(wordsIn(managementUrl))
    ? {}
    : { managementUrl: words.managementUrlWrong }),
})
