import type { CounterId, ServiceId } from '../../../shared/contract/ids.ts'
import { otherLanguages, type OtherLanguage } from '../../../shared/contract/text.ts'
import type { Pictogram } from '../../../shared/contract/media/pictograms.ts'
import type { ServiceIdentity } from '../../../shared/contract/office/services.ts'
import type { ProcedureId } from '../../../shared/contract/ids.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { wordFor } from '../../../shared/domain/office/defaults.ts'
import { shippedPictograms } from '../../../shared/procedures/pictograms.ts'
import { servicesWords as words } from '../../../shared/messages/office/services.fr.ts'

/** A service as it is typed. */
export type ServiceDraft = {
  readonly name: string
  readonly letter: string
  readonly others: Readonly<Record<OtherLanguage, string>>
  readonly procedures: readonly ProcedureId[]
  readonly pictogram: Pictogram | null
  readonly procedurePictograms: NonNullable<ServiceIdentity['procedurePictograms']>
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
    pictogram: service?.pictogram ?? null,
    procedurePictograms: service?.procedurePictograms ?? [],
  }
}

/** The procedures of a service that have no picture of their own in every office: the office may choose theirs. */
export const ownProcedures = ({ procedures }: Pick<ServiceDraft, 'procedures'>): readonly ProcedureId[] =>
  procedures.filter((id) => shippedPictograms[id] === undefined)

/** The draft with another picture for one of its procedures; null is the service's again. */
export const withPictogram = (
  draft: ServiceDraft,
  procedureId: ProcedureId,
  pictogram: Pictogram | null,
): ServiceDraft => ({
  ...draft,
  procedurePictograms: [
    ...draft.procedurePictograms.filter((one) => one.procedureId !== procedureId),
    ...(pictogram === null ? [] : [{ procedureId, pictogram }]),
  ],
})

/** The draft with these procedures: the picture of one that is no more there goes with it. */
export const withProcedures = (draft: ServiceDraft, procedures: readonly ProcedureId[]): ServiceDraft => ({
  ...draft,
  procedures,
  procedurePictograms: draft.procedurePictograms.filter(({ procedureId }) =>
    procedures.includes(procedureId),
  ),
})

/** What the office is told of it, or what is wrong by field. @param known ids that a new service can't have */
export function serviceFrom(
  draft: ServiceDraft,
  serviceId: ServiceId | null,
  known: ReadonlySet<string>,
): { readonly service: ServiceIdentity } | { readonly wrong: ServiceWrong } {
  const fr = wordsIn(draft.name)
  const letter = draft.letter.trim().toUpperCase()
  const wrong = {
    ...(fr === '' ? { name: words.nameMissing } : {}),
    ...(/^[A-Z]$/.test(letter) ? {} : { letter: words.services.letterWrong }),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const others = otherLanguages.flatMap((language) => {
    const text = wordsIn(draft.others[language])
    return text === '' ? [] : [[language, text] as const]
  })
  return {
    service: {
      serviceId: serviceId ?? (wordFor(fr, known, 'service') as ServiceId),
      letter,
      name: { fr, ...Object.fromEntries(others) },
      procedures: [...draft.procedures],
      pictogram: draft.pictogram,
      procedurePictograms: [...draft.procedurePictograms],
    },
  }
}

/** The id of a counter that is added: the first number that none has, nor had. */
export function nextCounter(known: readonly CounterId[]): CounterId {
  let rank = known.length + 1
  while (known.includes(String(rank) as CounterId)) rank++
  return String(rank) as CounterId
}
