import type { Output } from '../../../shared/contract/index.ts'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import type { Recording, RecordingLanguage, RecordingOf } from '../../../shared/contract/media/recordings.ts'
import { inLanguage, type Text } from '../../../shared/contract/text.ts'
import { recordingKey } from '../../../shared/domain/media/recordings.ts'
import { recordings as words } from '../../../shared/messages/media/recordings.fr.ts'

/** One thing that an office may record, with what it recorded of it in a language. */
export type Line = {
  readonly key: string
  readonly what: RecordingOf
  readonly name: string
  /** Where it is said. */
  readonly detail: string
  /** What a voice most likely says; nothing of what only a person knows. */
  readonly first: string
  readonly recording: Recording | undefined
}

/** All that may be recorded in a language, then what was recorded of things that are no more. */
export function linesOf(
  { services }: Pick<OfficeSettings, 'services'>,
  { procedures }: Output<'law.procedures'>,
  { recordings }: Output<'recordings.view'>,
  lang: RecordingLanguage,
): readonly Line[] {
  const mine = recordings.filter((one) => one.lang === lang)
  const line = (what: RecordingOf, title: Text, detail: string, isOffered = true): Line => {
    const key = recordingKey(what, lang)
    return {
      key,
      what,
      name: title.fr,
      detail,
      first: isOffered && lang !== 'lsf' ? inLanguage(title, lang) : '',
      recording: mine.find((one) => recordingKey(one.what, lang) === key),
    }
  }
  const offered = new Set(services.flatMap((service) => service.procedures))
  const titles = new Map(procedures.map(({ procedureId, title }) => [procedureId, title]))
  const lines = [
    line({ of: 'welcome' }, { fr: words.welcome }, words.welcomeDetail, false),
    line({ of: 'rule' }, { fr: words.rule }, words.ruleDetail, false),
    ...services.map(({ serviceId, name }) => line({ of: 'service', serviceId }, name, words.service)),
    ...[...offered].flatMap((procedureId) => {
      const title = titles.get(procedureId)
      return title ? [line({ of: 'procedure', procedureId }, title, words.procedure)] : []
    }),
  ]
  const known = new Set(lines.map(({ key }) => key))
  const gone = mine.filter(({ what }) => !known.has(recordingKey(what, lang)))
  return [...lines, ...gone.map(({ what }) => line(what, { fr: words.gone }, '', false))]
}
