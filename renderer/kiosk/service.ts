import type { Output } from '../../shared/contract/index.ts'
import type { Pictogram } from '../../shared/contract/media/pictograms.ts'
import type { Text } from '../../shared/contract/text.ts'
import { inOrder, type Motive } from './motive.ts'

/** A service as its series and its people are called. */
export type Service = Pick<Output<'office.view'>['services'][number], 'serviceId' | 'letter' | 'name'> & {
  /** Not kept by the kiosk: one that starts without its host has the usual pictures. */
  readonly pictogram?: Pictogram | null
}

/** A service on the first screen, and what people come to it for, in the order of the buttons. */
export type ServiceChoice = {
  readonly serviceId: Service['serviceId']
  readonly name: Text
  readonly pictogram: Pictogram | null
  readonly requests: readonly Motive[]
}

/** The most choices of the first screen, which never scrolls; above it, the service is asked first. */
export const mostChoices = 6

/**
 * The services to ask between before the motive, in the office's order; null where one list is as short: six motives
 * or fewer, a single service, or no service with two motives. Titles to collect are not in it: who has only to collect
 * one finds that on the first screen.
 */
export function servicesToAsk(
  motives: readonly Motive[],
  services: readonly Service[],
): readonly ServiceChoice[] | null {
  if (motives.length <= mostChoices) return null
  const requests = motives.filter(({ purpose }) => purpose === 'request')
  const choices = [...Map.groupBy(requests, ({ serviceId }) => serviceId)].map(([serviceId, theirs]) => {
    const service = services.find((one) => one.serviceId === serviceId)
    return {
      serviceId,
      name: service?.name ?? theirs[0]!.title,
      pictogram: service?.pictogram ?? null,
      requests: inOrder(theirs),
    }
  })
  return choices.length > 1 && choices.length < requests.length ? choices : null
}

/** What is only handed over, whatever the service. */
export const collections = (motives: readonly Motive[]): readonly Motive[] =>
  motives.filter(({ purpose }) => purpose === 'collection')

/** A button of the first screen: a service, asked before what people come to it for, or one motive. */
export type Choice =
  | { readonly kind: 'service'; readonly choice: ServiceChoice }
  | { readonly kind: 'motive'; readonly motive: Motive }

/**
 * The first screen and what is under « Autre »: all of it where it is six choices or fewer, else five of them, in the
 * office's order. A title to collect is always on the first screen.
 */
export function firstScreen(
  motives: readonly Motive[],
  services: readonly Service[],
): { readonly shown: readonly Choice[]; readonly rest: readonly Choice[] } {
  const choices = servicesToAsk(motives, services)
  const asked: readonly Choice[] = choices
    ? choices.map((choice) => ({ kind: 'service', choice }))
    : inOrder(motives)
        .filter(({ purpose }) => purpose === 'request')
        .map((motive) => ({ kind: 'motive', motive }))
  const collected = collections(motives).map((motive): Choice => ({ kind: 'motive', motive }))
  if (asked.length + collected.length <= mostChoices) return { shown: [...asked, ...collected], rest: [] }
  const kept = collected.slice(0, mostChoices - 2)
  const first = mostChoices - 1 - kept.length
  return {
    shown: [...asked.slice(0, first), ...kept],
    rest: [...asked.slice(first), ...collected.slice(kept.length)],
  }
}
