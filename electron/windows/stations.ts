import { BrowserWindow, nativeTheme, type Session, type WebContents, screen } from 'electron'
import { pages, type Page } from '../../shared/contract/stations.ts'
import { shell } from '../../shared/messages/shell.fr.ts'
import type { Log } from '../host/core/log.ts'
import type { SettingsFile, KeptWindows, Bounds } from '../system/kept.ts'
import type { Bar } from './bar.ts'
import { failurePaths } from './failure.ts'
import { safePreferences } from './guards.ts'
import { endWhenHung } from './hangs.ts'
import type { KioskCode } from './kioskCode.ts'
import { lockKiosk, type KioskLock } from './kioskLock.ts'
import { pagesOrigin } from './policy.ts'

export type StationsOptions = {
  readonly preload: string
  readonly origin: string
  /** Chromium's tools exist in the sources' version only. */
  readonly devTools: boolean
  readonly kept: SettingsFile<KeptWindows>
  readonly bar: Pick<Bar, 'shape' | 'dress'>
  readonly sessionOf: (page: Page) => Session
  readonly log: Log
  /** Whether windows show why there is no office. */
  readonly failed: () => boolean
  readonly onCrash: (window: BrowserWindow, reason: string) => void
  readonly onGone: () => void
  /** What a locked kiosk asks for, and what the right answer does. */
  readonly code: KioskCode
  readonly onLeave: () => void
}

/** The application's windows: one for each page. */
export type Stations = {
  /** Opens the page's window, or brings it forward. `own`: it is this machine's station, which a kiosk can't leave. */
  open(page: Page, own?: boolean): BrowserWindow
  /** The window becomes another station: the same one, or another in its place where the two share nothing. */
  become(window: BrowserWindow, page: Page): void
  /** The window is no station's any more, and closes. */
  end(window: BrowserWindow): void
  /** The window that shows the page, while it is open. */
  windowOf(page: Page): BrowserWindow | undefined
  /** What a web contents shows; null: it is not a window of ours. */
  pageOf(contents: WebContents): Page | null
  /** An agent asks to leave a kiosk: a locked one asks for the code, another one closes. */
  askToLeave(window: BrowserWindow): void
  /** Loads each window again: the page, or why there is none. */
  reload(): void
  readonly all: () => readonly BrowserWindow[]
  readonly pages: () => readonly Page[]
  /** This machine's own window, while it is open. */
  readonly own: () => BrowserWindow | null
  /** From now on windows close, the kiosk too. */
  release(): void
}

/** A page before the public: no menu, no dialog, no way out. */
export const isPublic = (page: Page): boolean => pages[page].public === true

type Held = { page: Page; readonly own: boolean; lock: KioskLock | null }

/** Makes and keeps the windows of the stations. */
export function createStations(options: StationsOptions): Stations {
  const held = new Map<BrowserWindow, Held>()
  let leaving = false

  const load = (window: BrowserWindow, page: Page, fresh = false) => {
    const failed = failurePaths[isPublic(page) ? 'public' : page === 'bar' ? 'bar' : 'staff']
    const url = options.failed() ? `${pagesOrigin}${failed}` : `${options.origin}/index.html#station=${page}`
    const { webContents } = window
    // Another fragment alone loads nothing, and preload would keep the station that was: it is loaded again then.
    const again = () => webContents.reload()
    if (fresh) webContents.once('did-navigate-in-page', again)
    const loaded = window.loadURL(url).finally(() => webContents.off('did-navigate-in-page', again))
    loaded.catch((error: unknown) => {
      if (!window.isDestroyed()) options.log.info('loadInterrupted', { page, error: String(error) })
    })
  }

  /** A locked kiosk covers the screen and has no way out but the code; the display covers it; another kiosk is a window. */
  const dress = (window: BrowserWindow, page: Page, own: boolean) => {
    window.setTitle(shell.stations[page])
    if (page === 'kiosk' && own) window.setKiosk(true)
    if (page === 'display') window.setFullScreen(true)
    // On Linux and Windows: without its menu a window has none of the menu's keys either.
    if (isPublic(page) || page === 'exchange') window.removeMenu()
    if (page === 'bar') options.bar.dress(window)
  }

  const make = (page: Page, own: boolean): BrowserWindow => {
    const bounds = page === 'bar' ? null : placeOfWindow(options.kept, page)
    const usual = () => ({
      width: 1280,
      height: 800,
      ...(bounds ? { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height } : {}),
      ...(page === 'display' || (page === 'exchange' && bounds === null) ? publicScreen() : {}),
      minWidth: 640,
      minHeight: 480,
    })
    const window = new BrowserWindow({
      ...(page === 'bar' ? options.bar.shape() : usual()),
      // The pages' ground (renderer/ui/tokens.css), so that no white shows before the first paint.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#141618' : '#f6f4f0',
      webPreferences: {
        ...safePreferences,
        session: options.sessionOf(page),
        preload: options.preload,
        devTools: options.devTools,
        // From the second start on, and not once Chromium has seen the same program often.
        v8CacheOptions: 'bypassHeatCheck',
        // The display chimes without anyone having touched it; a page in the background keeps its link.
        autoplayPolicy: 'no-user-gesture-required',
        backgroundThrottling: false,
        // Nothing on a screen of the public waits for an answer that holds it.
        disableDialogs: isPublic(page),
        // Ports are asked of no window: where no document is read, the page has none to list or to open.
        ...(pages[page].camera === true ? {} : { disableBlinkFeatures: 'Serial' }),
        // The bar is as high as its page drawn at its own size: the counter's zoom is not for it.
        ...(page === 'bar' || page === 'exchange' ? { zoomMode: 'isolated' } : {}),
      },
    })
    const entry: Held = { page, own, lock: null }
    held.set(window, entry)
    dress(window, page, own)
    if (bounds?.maximized && !isPublic(page)) window.maximize()
    if (page !== 'bar') rememberPlace(window, () => entry.page, options.kept)
    // A session is a page's own there: such a window never becomes another's.
    if (page === 'kiosk' && own)
      entry.lock = lockKiosk(window, {
        code: options.code,
        back: () => load(window, page),
        leave: options.onLeave,
        leaving: () => leaving,
        log: options.log,
      })
    else if (page === 'kiosk')
      window.webContents.on('before-input-event', (event, { key }) => {
        if (/^F\d+$/.test(key)) event.preventDefault()
      })
    let asked = false
    window.on('close', ({ defaultPrevented }) => {
      asked = !defaultPrevented
    })
    window.on('closed', () => {
      // A page that closes its own window asks nobody: before the public, it is back.
      const byItself = held.delete(window) && !asked && !leaving && isPublic(entry.page)
      if (byItself) {
        options.log.info('closedByPage', { page: entry.page })
        // Once this one is gone whole: its contents end after this event.
        setImmediate(() => {
          if (!leaving) make(entry.page, entry.own)
        })
      } else if (held.size === 0) options.onGone()
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') options.onCrash(window, reason)
    })
    endWhenHung(
      window,
      options.log,
      () => entry.page,
      () => isPublic(entry.page),
    )
    load(window, page)
    return window
  }

  const end = (window: BrowserWindow) => {
    held.delete(window)
    window.destroy()
  }

  const find = (page: Page) => [...held].find(([, entry]) => entry.page === page)?.[0]

  return {
    open(page, own = false) {
      const window = find(page)
      if (!window) return make(page, own)
      if (window.isMinimized()) window.restore()
      if (page === 'bar') {
        window.showInactive()
        return window
      }
      window.show()
      window.focus()
      return window
    },
    become(window, page) {
      const entry = held.get(window)
      if (!entry) return
      // A window keeps the session that it was made with.
      if (options.sessionOf(page) !== window.webContents.session) {
        make(page, entry.own)
        end(window)
        return
      }
      entry.page = page
      dress(window, page, entry.own)
      load(window, page, true)
    },
    end,
    windowOf: find,
    pageOf(contents) {
      const window = BrowserWindow.fromWebContents(contents)
      return (window && held.get(window)?.page) ?? null
    },
    askToLeave(window) {
      const entry = held.get(window)
      if (entry?.lock) entry.lock.ask()
      else if (entry?.page === 'kiosk') window.close()
    },
    reload() {
      for (const [window, { page }] of held) load(window, page, true)
    },
    all: () => [...held.keys()],
    pages: () => [...held.values()].map(({ page }) => page),
    own: () => [...held].find(([, { own }]) => own)?.[0] ?? null,
    release() {
      leaving = true
    },
  }
}

/** A corner of the screen that the waiting room sees: the second one, where this machine has two; else null. */
function publicScreen(): { readonly x: number; readonly y: number } | null {
  const first = screen.getPrimaryDisplay().id
  const other = screen.getAllDisplays().find(({ id }) => id !== first)
  return other ? { x: other.bounds.x, y: other.bounds.y } : null
}

/** Where a station's window was last time, if that is still on a screen. */
function placeOfWindow(kept: SettingsFile<KeptWindows>, station: string): Bounds | null {
  const bounds = kept.read()[station]
  if (!bounds) return null
  const { workArea } = screen.getDisplayMatching(bounds)
  // At least a hand's breadth of it must be seen: a second screen may have gone.
  const width =
    Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
  const height =
    Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y)
  return width >= 100 && height >= 100 ? bounds : null
}

/** Remembers where a window is when it closes; a full screen is not a place. */
function rememberPlace(window: BrowserWindow, station: () => string, kept: SettingsFile<KeptWindows>): void {
  window.on('close', () => {
    if (window.isFullScreen() || window.isKiosk() || window.isMinimized()) return
    const { x, y, width, height } = window.getNormalBounds()
    kept.write({ ...kept.read(), [station()]: { x, y, width, height, maximized: window.isMaximized() } })
  })
}
