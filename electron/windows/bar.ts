import { globalShortcut, screen, type BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import type { SettingsFile, KeptBar, KeptWindows, KeySet } from '../system/kept.ts'
import { createBarShortcuts, offeredKeySets, type BarKey } from './barKeys.ts'
import { barHeight, barWidths, placeOfBar, type BarWidth } from './barPlace.ts'

/** What the person chose of the bar. */
export type BarChoices = { readonly width: BarWidth; readonly keys: KeySet }

export type BarOptions = {
  readonly places: SettingsFile<KeptWindows>
  readonly kept: SettingsFile<KeptBar>
  /** The bar has opened, closed, or been chosen otherwise. */
  readonly onChange: () => void
  /** Another program holds these shortcuts already. */
  readonly onTaken: (set: KeySet, keys: readonly BarKey[]) => void
}

/** The counter's thin bar, above the ministry's software: its window, its place, its shortcuts from any program. */
export type Bar = {
  /** What its window is made with. */
  readonly shape: () => BrowserWindowConstructorOptions
  /** Makes a new window the bar: on top, without taking the keyboard, until it closes. */
  dress(window: BrowserWindow): void
  readonly isOpen: () => boolean
  readonly choices: () => BarChoices
  choose(choices: Partial<BarChoices>): void
  /** Its page asks something that is answered by figures: what is typed comes here. */
  takeKeyboard(): void
  /** Answered: the keyboard goes back to the program that had it, if the bar had taken it. */
  giveKeyboard(): void
  /** Leaves the shortcuts, whatever becomes of the window. */
  release(): void
}

/** Milliseconds without a move after which the window is where the person wants it. */
const settled = 400
/** Milliseconds after a change of screens, or after the bar appeared, during which the system moves windows. */
const reshuffle = 2_000

/** One bar; its choices and its place are this machine's. */
export function createBar({ places, kept, onChange, onTaken }: BarOptions): Bar {
  const offered = offeredKeySets(process.platform)
  let bar: BrowserWindow | null = null
  /** Where the bar was put by us: another place is the person's. */
  let put = { x: Number.NaN, y: Number.NaN }
  /** Until then a move is the system’s own, not the person’s: an instant, in milliseconds. */
  let systemMovesUntil = 0
  let borrowed = false
  let still: ReturnType<typeof setTimeout> | undefined

  const choices = (): BarChoices => {
    const { width, keys } = kept.read()
    return { width, keys: keys !== null && offered.includes(keys) ? keys : offered[0] }
  }

  const place = () => {
    const first = screen.getPrimaryDisplay()
    const others = screen.getAllDisplays().filter(({ id }) => id !== first.id)
    return placeOfBar(
      places.read()['bar'] ?? null,
      choices().width,
      [first, ...others].map(({ workArea }) => workArea),
    )
  }

  const moveTo = (window: BrowserWindow) => {
    const bounds = place()
    // A move that is still settling was from where the bar no longer is.
    clearTimeout(still)
    still = undefined
    put = { x: bounds.x, y: bounds.y }
    window.setBounds(bounds)
  }

  const remember = (window: BrowserWindow) => {
    const { x, y } = window.getBounds()
    if (x === put.x && y === put.y) return
    // A window manager may put a new window where it likes: it goes back, and its whim is not kept for the next start.
    if (Date.now() < systemMovesUntil) return moveTo(window)
    put = { x, y }
    places.write({
      ...places.read(),
      bar: { x, y, width: barWidths[choices().width], height: barHeight, maximized: false },
    })
  }

  const shortcuts = createBarShortcuts(globalShortcut, (key) =>
    // Preload presses it in the page: Electron's own `sendInputEvent` is promised to focused windows only.
    bar?.webContents.send('guichet:press', key),
  )

  const takeShortcuts = () => {
    const { keys } = choices()
    const refused = shortcuts.take(keys)
    if (refused.length > 0) onTaken(keys, refused)
  }

  /** Above the others, full screens too where the system lets one; the level is lost when a window is hidden. */
  const raise = (window: BrowserWindow) => {
    window.setAlwaysOnTop(true, 'screen-saver')
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
  }

  return {
    shape: () => ({
      ...place(),
      minHeight: barHeight,
      maxHeight: barHeight,
      frame: false,
      show: false,
      resizable: false,
      maximizable: false,
      fullscreenable: false,
      hasShadow: false,
    }),
    dress(window) {
      bar = window
      window.removeMenu()
      // A window that appears while someone types elsewhere must not take what is typed.
      window.showInactive()
      raise(window)
      moveTo(window)
      systemMovesUntil = Date.now() + reshuffle
      window.on('move', () => {
        clearTimeout(still)
        still = setTimeout(() => {
          still = undefined
          remember(window)
        }, settled)
      })
      const screensChanged = () => {
        systemMovesUntil = Date.now() + reshuffle
        moveTo(window)
      }
      screen.on('display-added', screensChanged)
      screen.on('display-removed', screensChanged)
      screen.on('display-metrics-changed', screensChanged)
      window.webContents.on('before-input-event', (event, { type, control, meta, alt, shift, code }) => {
        if (type !== 'keyDown' || alt || shift || code !== 'KeyB' || !(control || meta)) return
        event.preventDefault()
        window.close()
      })
      window.on('close', () => {
        // A window's position while it closes is not where it was put: only a move still settling is stored.
        if (still) remember(window)
      })
      window.on('closed', () => {
        clearTimeout(still)
        screen.off('display-added', screensChanged)
        screen.off('display-removed', screensChanged)
        screen.off('display-metrics-changed', screensChanged)
        shortcuts.release()
        bar = null
        borrowed = false
        onChange()
      })
      takeShortcuts()
      onChange()
    },
    isOpen: () => bar !== null,
    choices,
    choose(chosen) {
      systemMovesUntil = 0
      kept.write({ ...kept.read(), ...chosen })
      if (bar && chosen.width !== undefined) moveTo(bar)
      if (bar && chosen.keys !== undefined) takeShortcuts()
      onChange()
    },
    takeKeyboard() {
      if (!bar || bar.isFocused()) return
      borrowed = true
      bar.focus()
    },
    giveKeyboard() {
      if (!bar || !borrowed) return
      borrowed = false
      if (!bar.isFocused()) return
      // X11 leaves the focus on a window that lets go of it: only one that goes away gives it to the one before.
      if (process.platform !== 'linux') return bar.blur()
      bar.hide()
      bar.showInactive()
      raise(bar)
    },
    release: () => shortcuts.release(),
  }
}
