import { app, BrowserWindow } from 'electron'
import { createPaperDesk, type PaperDesk } from '../../electron/gateway/paper.ts'
import { declareScheme } from '../../electron/windows/scheme.ts'

// The application's paper desk alone, in a real Electron: what `paper.spec.ts` bundles, starts and calls.

declare global {
  var desk: PaperDesk
  /** A desk whose time is up at once. */
  var hurriedDesk: PaperDesk
}

declareScheme()
void app.whenReady().then(() => {
  const log = { info: () => {}, fault: () => {} }
  const window = new BrowserWindow({ width: 400, height: 300 })
  globalThis.desk = createPaperDesk(log, () => window.webContents)
  globalThis.hurriedDesk = createPaperDesk(log, () => window.webContents, { render: 1, print: 1 })
  void window.loadURL('about:blank')
})
