import { events, type Event } from '../../shared/contract/events.ts'
import { StorageError } from '../errors.ts'
import { firstRelease } from './firstRelease.ts'
import { secondRelease } from './secondRelease.ts'
import { thirdRelease } from './thirdRelease.ts'
import { fourthRelease } from './fourthRelease.ts'
import type { Upcasters } from './upcaster.ts'

/** The upcasters of this program: for each type, every step that some release made. */
const releases = [firstRelease, secondRelease, thirdRelease, fourthRelease]
export const upcasters: Upcasters = Object.fromEntries(
  [...new Set(releases.flatMap((release) => Object.keys(release)))].map((type) => [
    type,
    Object.assign({}, ...releases.map((release) => release[type])) as Upcasters[string],
  ]),
)

/** The version of each type that this program writes and reads. */
export type Versions = { readonly [type: string]: number }
export const versions: Versions = Object.fromEntries(Object.entries(events).map(([type, { v }]) => [type, v]))

const unknown = (type: string, v: number) =>
  new StorageError(
    'newerSchema',
    `Le journal contient un fait que cette version de Guichet ne connaît pas (${type}, version ${v}). Installez la version la plus récente.`,
  )

/**
 * The event in the version that this program knows. The journal's chain vouches for the data: it was checked
 * before it was stored, and isn't checked again.
 * @throws StorageError `newerSchema` when the type or the version is younger than the program
 */
export function upcast(type: string, v: number, data: unknown, steps = upcasters, known = versions): Event {
  const target = Object.hasOwn(known, type) ? known[type] : undefined
  if (target === undefined || v > target) throw unknown(type, v)
  let current = data
  for (let version = v; version < target; version++) {
    const step = steps[type]?.[version]
    if (!step) throw new Error(`no upcaster for ${type} from version ${version}`)
    current = step(current)
  }
  return { type, data: current } as Event
}
