import type { CoordinationSettings } from '../../../shared/contract/appointments/coordination.ts'
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
  url: url.trim(),
  meetingPointId: meetingPointId.trim(),
  meetingPoint: meetingPoint.trim(),
  managementUrl: managementUrl.trim(),
  services,
  privateAddresses,
})

export type Wrong = { readonly [F in 'url' | 'meetingPointId' | 'meetingPoint' | 'managementUrl']?: string }

/** What is wrong in each field, in words. */
export const wrongIn = ({ url, meetingPointId, meetingPoint, managementUrl }: CoordinationDraft): Wrong => ({
  ...(/^https?:\/\/[^\s?#]+$/i.test(url.trim()) ? {} : { url: words.urlWrong }),
  ...(meetingPointId.trim() === '' ? { meetingPointId: words.missing } : {}),
  ...(meetingPoint.trim() === '' ? { meetingPoint: words.missing } : {}),
  ...(/^https:\/\/[^\s?#]+$/i.test(managementUrl.trim()) ? {} : { managementUrl: words.managementUrlWrong }),
})
