import { afterEach, expect, test, vi } from 'vitest'

const electron = vi.hoisted(() => ({ clearCache: vi.fn<() => void>(), givePort: (): void => undefined }))

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events')
  const ipcRenderer = Object.assign(new EventEmitter(), { sendSync: () => 'counter' })
  electron.givePort = () => void ipcRenderer.emit('guichet:port', { ports: [] })
  return {
    contextBridge: { exposeInMainWorld: () => undefined },
    ipcRenderer,
    webFrame: { clearCache: electron.clearCache },
  }
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a window gives back once what its page took to open, four seconds after it has its host', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  vi.stubGlobal('window', { addEventListener: () => undefined, postMessage: () => undefined })
  vi.stubGlobal('location', { origin: 'app://guichet' })
  await import('../../../electron/preload.ts')
  // Without its host the page has not opened yet.
  vi.advanceTimersByTime(10_000)
  expect(electron.clearCache).not.toHaveBeenCalled()
  electron.givePort()
  vi.advanceTimersByTime(3_900)
  expect(electron.clearCache).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200)
  expect(electron.clearCache).toHaveBeenCalledTimes(1)
  // Another host, after a fall: the page opens nothing again.
  electron.givePort()
  vi.advanceTimersByTime(10_000)
  expect(electron.clearCache).toHaveBeenCalledTimes(1)
})
