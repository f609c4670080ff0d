// A port can't cross the bridge: the page gets it by a message of the window to itself, as the application's do.
const { ipcRenderer } = require('electron')

ipcRenderer.on('bench:port', ({ ports }, name) => window.postMessage({ port: name }, location.origin, ports))
window.addEventListener('message', ({ source, data }) => {
  if (source === window && typeof data?.result === 'string') ipcRenderer.send('bench:result', data.result)
})
