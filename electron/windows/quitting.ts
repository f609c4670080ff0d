import { app } from 'electron'

/**
 * The application ends once its office is closed, and not with its last window: the windows' end asks for it.
 * @param release lets the windows close, each time that somebody asks for the end
 * @param close closes the office; asked once
 */
export function closeBeforeQuitting(release: () => void, close: () => Promise<void>): void {
  let closing: Promise<void> | null = null
  let closed = false
  app.on('before-quit', (event) => {
    release()
    if (closed) return
    event.preventDefault()
    closing ??= close().then(() => {
      closed = true
      app.quit()
    })
  })
  // Without a listener, Electron quits at once.
  app.on('window-all-closed', () => {})
}
