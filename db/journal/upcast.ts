import { events, type Event } from '../../shared/contract/events.ts'
import { StorageError } from '../errors.ts'
import { firstRelease } from './firstRelease.ts'
import type { Upcasters } from './upcaster.ts'

const fieldsOf = (some: unknown) => some as { readonly [name: string]: unknown }

/** What the law leaves to an office, before an office could say it: connected to nothing, no ballot, no address. */
const law = { exchanges: [], ballots: [], remedies: [] }

/** The facts of the second release, which knew no exchange between administrations, made into those of the third. */
const secondRelease: Upcasters = {
  officeCreated: {
    2: (some) => ({ ...fieldsOf(some), settings: { ...fieldsOf(fieldsOf(some)['settings']), law } }),
  },
}

/** The facts of the third release, whose documents were of a visit alone, made into those of the fourth. */
const thirdRelease: Upcasters = {
  documentIssued: { 1: (some) => ({ ...(some as object), fileId: null }) },
}

/**
 * The facts of the fourth release, made into those of the fifth: its slips were all of elimination, an office that followed a
 * source of appointments followed one, and a counter was closed by its agent alone.
 */
const fourthRelease: Upcasters = {
  appointmentsFollowed: { 1: ofTheOnlySource },
  appointmentSourceSet: { 1: ofTheOnlySource },
  counterClosed: { 1: (some) => ({ reasonId: null, ...(some as object) }) },
  slipDrawn: { 1: (some) => ({ fate: 'elimination', ...(some as object) }) },
}

/** Its id was never written: it is the first one's for good. */
function ofTheOnlySource(data: unknown): unknown {
  return { sourceId: '1', ...(data as object) }
}

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
