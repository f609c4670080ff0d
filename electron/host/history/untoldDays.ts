import type { Output } from '../../../shared/contract/index.ts'
import { besides, smallest } from '../../../shared/domain/privacy/smallGroups.ts'

type Day = Output<'history.days'>['days'][number]
type Equality = Output<'history.equality'>

/**
 * The days of services of which nothing is said, in what leaves with the equality of the same period: added up, a service's
 * days would say how many came for it. All those of a service that few people came for; of one that is not said because of
 * it, the smallest, as many as it takes.
 */
export function untoldDays(days: readonly Day[], equality: Equality): ReadonlySet<Day> {
  const unsaid = new Set(
    equality.services.flatMap(({ serviceId, people }) => (people === null ? [serviceId] : [])),
  )
  const ofService = new Map<Day['serviceId'], number>()
  for (const { serviceId, tickets } of days)
    if (unsaid.has(serviceId)) ofService.set(serviceId, (ofService.get(serviceId) ?? 0) + tickets)
  const few = [...ofService].filter(([, people]) => people < smallest)
  const isOfFew = ({ serviceId }: Day) => few.some(([one]) => one === serviceId)
  const theirs = days.filter((day) => unsaid.has(day.serviceId))
  const others = new Map(theirs.filter((day) => !isOfFew(day)).map((day) => [day, day.tickets]))
  const beside = besides(others, {
    people: few.reduce((sum, [, people]) => sum + people, 0),
    groups: few.length,
  })
  return new Set([...theirs.filter(isOfFew), ...beside.unsaid])
}
