import { useEffect, useState, type ComponentType } from 'react'
import type { Page } from '../../shared/contract/stations.ts'

const bundles: Readonly<Record<Page, () => Promise<{ default: ComponentType }>>> = {
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
  welcome: () => import('../welcome/index.tsx'),
}

const read = new Map<Page, ComponentType>()

/** Reads a station's bundle: one bundle a station, so that a display loads nothing of the counter. */
export async function fetchPage(station: Page): Promise<void> {
  if (!read.has(station)) read.set(station, (await bundles[station]()).default)
}

/**
 * The page of a station; null while its bundle is being read. `lazy` and its fallback would hold the page back
 * 300 ms more than it takes to read. @throws what went wrong in reading it
 */
export function usePage(station: Page): ComponentType | null {
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
