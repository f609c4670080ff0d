import type { BrowserWindow } from 'electron'
import type { Log } from '../host/core/log.ts'

/** Milliseconds between two questions, and questions in a row without an answer after which a page is hung. */
const pace = 3_000
const unansweredMost = 5

/** Whether a dialog of a window takes its place before the person: a sheet of macOS is a part of it. */
const dialogsApart = process.platform !== 'darwin'

/**
 * Ends a page that answers nothing any more, so that it comes back as one that crashed does. Chromium says it of a page that
 * is touched, and takes a page that waits for its print dialog for a hung one; so each is asked whether it is there. Questions
 * are counted, not time: a machine that slept has hung nothing.
 * @param page what the window shows now
 * @param isPublic a screen of the public prints nothing by itself: it is asked always, an agent's page while it is before
 * them, which it is not under a dialog of its own
 */
export function endWhenHung(
  window: BrowserWindow,
  log: Log,
  page: () => string,
  isPublic: () => boolean,
): void {
  const { webContents } = window
  let unanswered = 0

  const end = () => {
    unanswered = 0
    // Whoever stopped it in Chromium's tools lets it go on.
    if (webContents.isDevToolsOpened()) return
    log.info('pageHung', { page: page() })
    webContents.forcefullyCrashRenderer()
  }
  const answered = () => {
    unanswered = 0
  }
  const ask = () => {
    if (webContents.isCrashed() || !(isPublic() || (dialogsApart && window.isFocused()))) return answered()
    if (unanswered >= unansweredMost) return end()
    unanswered += 1
    // A page that is replaced meanwhile answers by a refusal.
    webContents.mainFrame.executeJavaScript('0').then(answered, answered)
  }
  const asking = setInterval(ask, pace)
  window.on('closed', () => clearInterval(asking))
}
