import type { CounterId, ServiceId } from '../../shared/contract/ids.ts'
import { otherLanguages, type OtherLanguage } from '../../shared/contract/text.ts'
import type { ServiceIdentity } from '../../shared/contract/premises.ts'
import type { ProcedureId } from '../../shared/contract/ids.ts'
import { wordFor } from '../../shared/domain/defaults.ts'
import { premisesWords as words } from '../../shared/messages/premises.fr.ts'

/** A service as it is typed. */
export type ServiceDraft = {
  readonly name: string
  readonly letter: string
  readonly others: Readonly<Record<OtherLanguage, string>>
  readonly procedures: readonly ProcedureId[]
}
export type ServiceWrong = { readonly name?: string; readonly letter?: string }

/** @param taken letters of the other services: a new one is offered the first that is free */
export function serviceDraft(service: ServiceIdentity | null, taken: readonly string[]): ServiceDraft {
  const free = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !taken.includes(letter))
  return {
    name: service?.name.fr ?? '',
    letter: service?.letter ?? free ?? '',
    others: Object.fromEntries(
      otherLanguages.map((language) => [language, service?.name[language] ?? '']),
    ) as ServiceDraft['others'],
    procedures: service?.procedures ?? [],
  }
}

/** What the office is told of it, or what is wrong by field. @param known ids that a new service can't have */
export function serviceFrom(
  draft: ServiceDraft,
  serviceId: ServiceId | null,
  known: ReadonlySet<string>,
): { readonly service: ServiceIdentity } | { readonly wrong: ServiceWrong } {
  const fr = draft.name.trim()
  const letter = draft.letter.trim().toUpperCase()
  const wrong = {
    ...(fr === '' ? { name: words.nameMissing } : {}),
    ...(/^[A-Z]$/.test(letter) ? {} : { letter: words.services.letterWrong }),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const others = otherLanguages.flatMap((language) => {
    const text = draft.others[language].trim()
    return text === '' ? [] : [[language, text] as const]
  })
  return {
    service: {
      serviceId: serviceId ?? (wordFor(fr, known, 'service') as ServiceId),
      letter,
      name: { fr, ...Object.fromEntries(others) },
      procedures: [...draft.procedures],
    },
  }
}

/** The id of a counter that is added: the first number that none has, nor had. */
export function nextCounter(known: readonly CounterId[]): CounterId {
  let rank = known.length + 1
  while (known.includes(String(rank) as CounterId)) rank++
  return String(rank) as CounterId
}
