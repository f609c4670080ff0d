import { app, crashReporter, dialog } from 'electron'
import { shell } from '../../shared/messages/shell.fr.ts'
import type { Log } from '../host/core/log.ts'
import { keepCrashesShort } from './crashDumps.ts'
import { noted } from './pageSaid.ts'

/** Crashes are kept on this machine for a month, in the data folder's logs, and sent nowhere. */
export function keepCrashes(folder: string, log: Log): void {
  app.setPath('crashDumps', folder)
  crashReporter.start({ uploadToServer: false, compress: false, ignoreSystemCrashHandler: true })
  keepCrashesShort(folder, (error) => log.fault('crashDumps', error))
}

/**
 * An error that nobody caught is logged whole, and a person reads a sentence. The main process holds no domain
 * state and goes on.
 * @param attended whether someone of the office is before a window: the public gets no dialog
 */
export function catchAll(log: Log, attended: () => boolean): void {
  let shown = false
  const caught = (what: string, error: unknown) => {
    log.fault(what, error)
    if (shown || !app.isReady() || !attended()) return
    shown = true
    void dialog
      .showMessageBox({
        type: 'warning',
        title: shell.name,
        message: shell.problems.unexpected,
        buttons: [shell.ok],
      })
      .finally(() => (shown = false))
  }
  process.on('uncaughtException', (error) => caught('uncaughtException', error))
  process.on('unhandledRejection', (error) => caught('unhandledRejection', error))
  app.on('child-process-gone', (_event, { type, reason, name, exitCode }) =>
    log.info('childProcessGone', { type, reason, name: name ?? null, exitCode }),
  )
  app.on('web-contents-created', (_created, contents) => {
    contents.on('console-message', ({ message }) => {
      const note = noted(message)
      if (note) log.info(note.what, note.facts)
    })
  })
}

/**
 * A program file of the windows that can't be read: the host lets its folder go, a person reads what to do, and the process
 * ends. It would otherwise hold the folder without a window, and each later start would leave at once.
 */
export async function endWithoutWindows(
  error: unknown,
  log: Log,
  closeHost: () => Promise<void>,
): Promise<null> {
  log.fault('windowsUnread', error)
  await closeHost()
  dialog.showErrorBox(shell.name, shell.problems.pagesMissing)
  app.exit(1)
  return null
}
