import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { Station } from '../link/place.ts'

/** One bundle a station: a display loads nothing of the counter. */
export const pages: Readonly<Record<Station, LazyExoticComponent<ComponentType>>> = {
  counter: lazy(() => import('../counter/index.tsx')),
  reception: lazy(() => import('../reception/index.tsx')),
  kiosk: lazy(() => import('../kiosk/index.tsx')),
  display: lazy(() => import('../display/index.tsx')),
  supervision: lazy(() => import('../supervision/index.tsx')),
  administration: lazy(() => import('../administration/index.tsx')),
  welcome: lazy(() => import('./welcome.tsx')),
}

/** Seen by the public: said otherwise, and without notices for agents. */
export const forPublic: ReadonlySet<Station> = new Set(['kiosk', 'display'])

/** Someone with a name holds them: their papers bear it. */
export const heldByAgent: ReadonlySet<Station> = new Set(['counter', 'reception'])
