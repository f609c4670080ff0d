import { app, type BrowserWindow } from 'electron'
import { shell } from '../../shared/messages/shell.fr.ts'
import type { Log } from '../host/core/log.ts'
import type { Configured } from '../system/config/read.ts'
import { createCrashes } from './crashes.ts'
import type { Problem } from './failure.ts'
import { isPublic, type Stations } from './stations.ts'

/** What keeps this machine's windows from showing their pages. */
export type Trouble = {
  /** Why there is no page to show; null when there is one. */
  readonly problem: () => Problem | null
  /** Loads the windows again if what they should show, pages or the reason why not, is not what they show. */
  readonly showState: (force?: boolean) => void
  /** A window's page fell. */
  readonly crashed: (window: BrowserWindow, reason: string) => void
  /** Begins again what failed. */
  readonly retry: () => void
}

/** Follows what is wrong on this side, before what the host says of itself, and brings the windows back. */
export function followTrouble({
  configured,
  pagesThere,
  host,
  stations,
  log,
}: {
  readonly configured: Configured
  /** Whether there are pages to show. */
  readonly pagesThere: boolean
  readonly host: { readonly problem: () => Problem | null; readonly start: () => void }
  readonly stations: () => Pick<Stations, 'reload' | 'pages'>
  readonly log: Log
}): Trouble {
  let local: Problem | null =
    'problem' in configured
      ? { code: 'configuration', message: configured.problem }
      : pagesThere
        ? null
        : { code: 'pagesMissing', message: shell.problems.pagesMissing }
  let shownFailed = local !== null
  const problem = () => local ?? host.problem()

  const showState = (force = false) => {
    const failed = problem() !== null
    if (!force && !failed && !shownFailed) return
    shownFailed = failed
    stations().reload()
  }

  const crashes = createCrashes({
    log,
    failed: () => local !== null,
    giveUp: () => (local ??= { code: 'pageCrashed', message: shell.problems.pageCrashed }),
    showState: () => showState(),
    unattended: () => stations().pages().every(isPublic),
    retry: () => {
      if (local?.code === 'pageCrashed') retry()
    },
  })

  const retry = () => {
    // What an administrator mended is read by another start alone.
    if (local?.code === 'configuration') {
      app.relaunch()
      return app.quit()
    }
    if (local?.code === 'pageCrashed') local = null
    crashes.forget()
    host.start()
    showState()
  }

  return { problem, showState, crashed: crashes.after, retry }
}
