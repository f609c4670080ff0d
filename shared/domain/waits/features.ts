import type { Present } from './present.ts'

/** What the correction looks at, each brought to about one so that the ridge treats them alike. */
export const featureCount = 12

/**
 * What the correction reads of the present, in the order of its weights: instants and waits in seconds.
 * @param queueLength the plain formula's wait, in seconds
 * @param replayed the present is reconstructed from past visits, where those who left are not seen
 */
export function featuresOf(
  { now, counters, waiting, for: asker }: Present,
  simulated: { readonly mean: number; readonly deviation: number },
  queueLength: number,
  replayed: boolean,
): Float64Array {
  let ahead = 0
  let oldest = now
  let oldestOfAll = now
  for (const { service, since } of waiting) {
    oldestOfAll = Math.min(oldestOfAll, since)
    if (service !== asker.service) continue
    ahead += 1
    oldest = Math.min(oldest, since)
  }
  const present = counters.filter(
    (one) => one.state !== 'paused' && one.services.includes(asker.service),
  ).length
  const hour = (now / 3600 - 12.5) / 4
  const minutes = simulated.mean / 60
  return Float64Array.of(
    1,
    minutes / 10,
    simulated.deviation / 300,
    Math.min(120, queueLength / 60) / 10,
    ahead / 10,
    (now - oldest) / 1_200,
    (now - oldestOfAll) / 1_200,
    present / 4,
    hour,
    hour * hour,
    asker.priority ? 1 : 0,
    replayed ? 1 : 0,
  )
}
