import { contextBridge, ipcRenderer, webFrame } from 'electron'

// Sandboxed: no Node here. Electron's side is compiled without the DOM's types, and this is all that is used of it.
type PageMessage = { readonly source: unknown; readonly origin: string; readonly data: unknown }
type Touch = { readonly clientX: number; readonly clientY: number; readonly timeStamp: number }
declare const window: {
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void
  addEventListener(type: 'pointerdown', listener: (event: Touch) => void, capture: true): void
  postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void
}
declare const location: { readonly origin: string }
declare const document: {
  readonly activeElement: { dispatchEvent(event: object): void } | null
}
declare const KeyboardEvent: new (
  type: 'keydown' | 'keyup',
  init: {
    readonly key: string
    readonly code: string
    readonly ctrlKey: boolean
    readonly shiftKey: boolean
    readonly bubbles: true
    readonly cancelable: true
  },
) => object

// What main opened this window for: the address, which a page may change, gives no protection and takes none away.
const opened: unknown = ipcRenderer.sendSync('guichet:page')
const station = typeof opened === 'string' ? opened : ''

/** What the page may know; it gives no right: the station of a port is the one that main opened the window for. */
contextBridge.exposeInMainWorld('guichet', {
  shell: 'electron',
  station,
  platform: process.platform,
})

// A port can't cross the bridge: it is asked for and given by messages of the window to itself.
window.addEventListener('message', ({ source, origin, data }) => {
  if (source !== window || origin !== location.origin) return
  if (typeof data !== 'object' || data === null || !('type' in data)) return
  if (data.type === 'guichet:ask-port') ipcRenderer.send('guichet:ask-port')
  if (data.type === 'guichet:open-school') ipcRenderer.send('guichet:open-school')
  if (data.type === 'guichet:open-station')
    ipcRenderer.send('guichet:open-station', 'station' in data ? data.station : null)
  if (data.type === 'guichet:take-keyboard') ipcRenderer.send('guichet:take-keyboard')
  if (data.type === 'guichet:give-keyboard') ipcRenderer.send('guichet:give-keyboard')
  if (data.type === 'guichet:browse' && 'url' in data) ipcRenderer.send('guichet:browse', data.url)
  if (data.type === 'guichet:copy' && 'id' in data && 'text' in data) void copy(data.id, data.text)
  if (data.type === 'guichet:kiosk' && 'id' in data && 'what' in data && 'given' in data)
    void kiosk(data.id, data.what, data.given)
  if (data.type === 'guichet:join' && 'id' in data && 'what' in data && 'given' in data)
    void join(data.id, data.what, data.given)
})

/** The clipboard is main's: a page without the focus, as the bar is, has none. Answered by the same id. */
async function copy(id: unknown, text: unknown): Promise<void> {
  const copied = await ipcRenderer.invoke('guichet:copy', text).catch(() => false)
  window.postMessage({ type: 'guichet:copied', id, copied: copied === true }, location.origin, [])
}

/** What a kiosk keeps and prints without its host: main has the disk and the printer. Answered by the same id. */
async function kiosk(id: unknown, what: unknown, given: unknown): Promise<void> {
  const answer: unknown = await ipcRenderer.invoke('guichet:kiosk', what, given).catch(() => null)
  window.postMessage({ type: 'guichet:kiosk-answer', id, answer }, location.origin, [])
}

/** The welcome joins an office of another machine: main's relay does it. Answered by the same id. */
async function join(id: unknown, what: unknown, given: unknown): Promise<void> {
  const answer: unknown = await ipcRenderer.invoke('guichet:join', what, given).catch(() => null)
  window.postMessage({ type: 'guichet:join-answer', id, answer }, location.origin, [])
}

// A shortcut pressed in another program: the page sees its own key, whether it has the focus or not.
ipcRenderer.on('guichet:press', (_event, key: string) => {
  // Help is asked by the same three keys everywhere; the others come bare, as the bar's own.
  const held = key === 'Space'
  for (const type of ['keydown', 'keyup'] as const)
    document.activeElement?.dispatchEvent(
      new KeyboardEvent(type, {
        key: held ? ' ' : key,
        code: key,
        ctrlKey: held,
        shiftKey: held,
        bubbles: true,
        cancelable: true,
      }),
    )
})

// Whoever knows it leaves a kiosk without a keyboard: seven touches in its upper left corner within five seconds, and
// then the manager's code.
if (station === 'kiosk') {
  const corner = 80
  let touches: number[] = []
  window.addEventListener(
    'pointerdown',
    ({ clientX, clientY, timeStamp }) => {
      const here = clientX < corner && clientY < corner
      touches = here ? [...touches.filter((at) => at > timeStamp - 5_000), timeStamp] : []
      if (touches.length < 7) return
      touches = []
      ipcRenderer.send('guichet:leave-kiosk')
    },
    true,
  )
  // The same way out, in sight: the page's own button for agents.
  window.addEventListener('message', ({ source, data }) => {
    if (source === window && (data as { type?: unknown } | null)?.type === 'guichet:leave-kiosk')
      ipcRenderer.send('guichet:leave-kiosk')
  })
}

// A page of the public neither prints by itself, as Chromium's dialog would be a way out, nor closes its window. A frame
// within has its own `close`: main then opens the window again.
if (station === 'kiosk' || station === 'display')
  void webFrame.executeJavaScript('window.print = window.close = () => undefined')

// The bar is drawn for its height, the screen turned to the person for its width: the zoom that the office's windows
// share is not for them. This call binds this
// frame alone; the window's own `zoomMode` says the same where Electron knows it (45, not 33).
if (station === 'bar' || station === 'exchange') webFrame.setZoomLevel(0)

/** Milliseconds after which a page that has its host has done all that it opens with. */
const settled = 4000

// What the page read to open is let go, and its process keeps the room of it for as long as it is not pressed: it is given back
// once, as main's and the host's (host/core/givingBack.ts).
ipcRenderer.once('guichet:port', () => setTimeout(() => webFrame.clearCache(), settled))
ipcRenderer.on('guichet:port', ({ ports }) => window.postMessage('guichet:port', location.origin, ports))
