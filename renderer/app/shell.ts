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

/**
 * In the bar: what is typed comes here, whatever program has the keyboard, until it is given back. Undefined in a
 * browser.
 */
export const keyboardHere: ((wanted: boolean) => void) | undefined = window.guichet
  ? (wanted) => tell({ type: wanted ? 'guichet:take-keyboard' : 'guichet:give-keyboard' })
  : undefined

let copies = 0

/** Puts a short text on the system's clipboard, and says whether it is there; undefined in a browser. */
export const copyInShell: ((text: string) => Promise<boolean>) | undefined = window.guichet
  ? (text) =>
      new Promise((done) => {
        const id = ++copies
        const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
          if (source !== window || origin !== location.origin) return
          if (typeof data !== 'object' || data === null || !('id' in data) || !('copied' in data)) return
          if (data.id !== id) return
          window.removeEventListener('message', hear)
          done(data.copied === true)
        }
        window.addEventListener('message', hear)
        tell({ type: 'guichet:copy', id, text })
      })
  : undefined
