import { useEffect, useState, type ComponentType } from 'react'
import type { Station } from '../link/place.ts'

const bundles: Readonly<Record<Station, () => Promise<{ default: ComponentType }>>> = {
  counter: () => import('../counter/index.tsx'),
  bar: () => import('../bar/index.tsx'),
  reception: () => import('../reception/index.tsx'),
  files: () => import('../files/index.tsx'),
  till: () => import('../till/index.tsx'),
  documents: () => import('../documents/index.tsx'),
  kiosk: () => import('../kiosk/index.tsx'),
  display: () => import('../display/index.tsx'),
  exchange: () => import('../exchange/index.tsx'),
  supervision: () => import('../supervision/index.tsx'),
  administration: () => import('../administration/index.tsx'),
  welcome: () => import('./welcome.tsx'),
}

const read = new Map<Station, ComponentType>()

/** Reads a station's bundle: one bundle a station, so that a display loads nothing of the counter. */
export async function fetchPage(station: Station): Promise<void> {
  if (!read.has(station)) read.set(station, (await bundles[station]()).default)
}

/**
 * The page of a station; null while its bundle is being read. `lazy` and its fallback would hold the page back
 * 300 ms more than it takes to read. @throws what went wrong in reading it
 */
export function usePage(station: Station): ComponentType | null {
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  const [, setRead] = useState(0)
  const page = read.get(station) ?? null
  useEffect(() => {
    if (page !== null) return
    fetchPage(station).then(
      () => setRead((times) => times + 1),
      (error: unknown) => setFailure({ error }),
    )
  }, [station, page])
  if (failure !== null) throw failure.error
  return page
}

/** They show what another page of the same machine gives them: no host is asked for anything. */
export const withoutHost: ReadonlySet<Station> = new Set(['exchange'])

/** Seen by the public: said otherwise, and without notices for agents. */
export const forPublic: ReadonlySet<Station> = new Set(['kiosk', 'display'])

/** Someone with a name holds them: their papers bear it. */
export const heldByAgent: ReadonlySet<Station> = new Set([
  'counter',
  'reception',
  'files',
  'till',
  'documents',
])

/** They give the notices room of their own, so that nothing under way is covered. */
export const noticesInPlace: ReadonlySet<Station> = new Set([
  'counter',
  'bar',
  'reception',
  'files',
  'till',
  'documents',
])

/** Held by those who receive, and by those who answer for them: help can be asked there, and is seen. */
export const withSafety: ReadonlySet<Station> = new Set([
  'counter',
  'reception',
  'files',
  'till',
  'documents',
  'supervision',
])

/** Too thin for the bands of the others: it says itself that the host is away, or that the office is a training one. */
export const saysItself: ReadonlySet<Station> = new Set(['bar'])
