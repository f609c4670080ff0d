import { contextBridge, ipcRenderer } from 'electron'

// Sandboxed: no Node here. Electron's side is compiled without the DOM's types, and this is all that is used of it.
type PageMessage = { readonly source: unknown; readonly origin: string; readonly data: unknown }
declare const window: {
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void
  postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void
}
declare const location: { readonly hash: string; readonly origin: string }

/** What the page may know; it gives no right: the station of a port is the one that main opened the window for. */
contextBridge.exposeInMainWorld('guichet', {
  shell: 'electron',
  station: new URLSearchParams(location.hash.slice(1)).get('station') ?? '',
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
})
ipcRenderer.on('guichet:port', ({ ports }) => window.postMessage('guichet:port', location.origin, ports))
