import { leastNoticeSecret, type SourceSettings } from '../../../shared/contract/appointments/sources.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { sourceWords as words } from '../../../shared/messages/appointments/sources.fr.ts'

/** What is being typed of a source, as it is typed. */
export type SourceDraft = Omit<SourceSettings, 'user' | 'rdvsp' | 'name'> & {
  readonly name: string
  readonly user: string
  readonly secret: string
  readonly noticeSecret: string
  readonly rdvsp: NonNullable<SourceSettings['rdvsp']>
}

/** What the host keeps, or where to begin. */
export const draftOf = (source: SourceSettings | null): SourceDraft => ({
  ...(source ?? { kind: 'caldav' as const, url: '', services: {}, privateAddresses: false }),
  name: source?.name ?? '',
  user: source?.user ?? '',
  secret: '',
  noticeSecret: '',
  rdvsp: source?.rdvsp ?? { seen: 'received', absent: true },
})

/** The settings of a draft in which nothing is wrong. */
export const settingsOf = ({
  kind,
  name,
  url,
  user,
  services,
  privateAddresses,
  rdvsp,
}: SourceDraft): SourceSettings => ({
  kind,
  ...(wordsIn(name) === '' ? {} : { name: wordsIn(name) }),
  url: wordsIn(url),
  user: wordsIn(user) === '' ? null : wordsIn(user),
  services,
  privateAddresses,
  ...(kind === 'rdvsp' ? { rdvsp } : {}),
})

/** What is wrong with the address, in words; undefined when nothing is. */
export const wrongUrl = ({ url }: SourceDraft): string | undefined =>
  /^(?:https?|webcals?):\/\/\S+$/i.test(wordsIn(url)) ? undefined : words.urlWrong

/** What is wrong with the secret of the notices, in words; undefined when nothing is, or none is typed. */
export const wrongNotice = ({ noticeSecret }: SourceDraft): string | undefined =>
  wordsIn(noticeSecret) === '' || wordsIn(noticeSecret).length >= leastNoticeSecret
    ? undefined
    : words.noticeShort(leastNoticeSecret)
