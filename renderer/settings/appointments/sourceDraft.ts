import type { SourceSettings } from '../../../shared/contract/appointments/sources.ts'
import { sourceWords as words } from '../../../shared/messages/appointments/sources.fr.ts'

/** What is being typed of a source, as it is typed. */
export type SourceDraft = Omit<SourceSettings, 'user'> & { readonly user: string; readonly secret: string }

/** What the host keeps, or where to begin. */
export const draftOf = (source: SourceSettings | null): SourceDraft => ({
  ...(source ?? { kind: 'caldav' as const, url: '', services: {}, privateAddresses: false }),
  user: source?.user ?? '',
  secret: '',
})

/** The settings of a draft in which nothing is wrong. */
export const settingsOf = ({ kind, url, user, services, privateAddresses }: SourceDraft): SourceSettings => ({
  kind,
  url: url.trim(),
  user: user.trim() === '' ? null : user.trim(),
  services,
  privateAddresses,
})

/** What is wrong with the address, in words; undefined when nothing is. */
export const wrongUrl = ({ url }: SourceDraft): string | undefined =>
  /^(?:https?|webcals?):\/\/\S+$/i.test(url.trim()) ? undefined : words.urlWrong
