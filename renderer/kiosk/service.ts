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

/** The most motives that one screen asks between; above it, the service is asked first. */
export const mostMotives = 8

/**
 * The services to ask between before the motive, in the office's order; null where one list is as short: eight motives
 * or fewer, a single service, or no service with two motives. Titles to collect are not in it: who has only to collect
 * one finds that on the first screen.
 */
export function servicesToAsk(
  motives: readonly Motive[],
  services: readonly Service[],
): readonly ServiceChoice[] | null {
  if (motives.length <= mostMotives) return null
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
