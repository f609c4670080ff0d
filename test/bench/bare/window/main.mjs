// The least that an Electron application can be: one window with one button.
import { app, BrowserWindow } from 'electron'
import { join } from 'node:path'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
  void window.loadFile(join(import.meta.dirname, 'page.html'))
})
app.on('window-all-closed', () => app.quit())
