import type { PastDay } from '../../../../shared/domain/waits/forecast/days.ts'

/** A past day without who came: how many they are is known. */
export type PackedDay = Omit<PastDay, 'arrivals'> & { readonly people: number }

/** Past days as a thread is given them: copying a year of numbers takes no time, copying as many objects does. */
export type PackedDays = {
  readonly services: readonly string[]
  readonly days: readonly PackedDay[]
  /** Of each who came, in the order of the days: their service's place among `services`, then when, in seconds. */
  readonly arrivals: Int32Array
}

/** Past days ready for a thread. */
export function packed(days: readonly PastDay[]): PackedDays {
  const services = [...new Set(days.flatMap(({ arrivals }) => arrivals.map(({ service }) => service)))]
  const places = new Map(services.map((service, at) => [service, at]))
  return {
    services,
    days: days.map(({ arrivals, ...day }) => ({ ...day, people: arrivals.length })),
    arrivals: Int32Array.from(
      days.flatMap(({ arrivals }) => arrivals.flatMap(({ service, at }) => [places.get(service)!, at])),
    ),
  }
}

/** Past days as they were before they were packed. */
export function unpacked({ services, days, arrivals }: PackedDays): readonly PastDay[] {
  let next = 0
  return days.map(({ people, ...day }) => ({
    ...day,
    arrivals: Array.from({ length: people }, () => ({
      service: services[arrivals[next++]!]!,
      at: arrivals[next++]!,
    })),
  }))
}
