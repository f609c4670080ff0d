import type { Station } from '../link/place.ts'

// What only the application can do for a page. Preload hears these messages from this very window and origin;
// the main process checks who asks. In a browser there is none, and pages say how instead.

const tell = (message: object) => window.postMessage(message, location.origin)

/** Opens a station's window; undefined in a browser. */
export const openStation: ((station: Station) => void) | undefined = window.guichet
  ? (station) => tell({ type: 'guichet:open-station', station })
  : undefined

/** Leaves for the training office; undefined in a browser. */
export const openSchool: (() => void) | undefined = window.guichet
  ? () => tell({ type: 'guichet:open-school' })
  : undefined
