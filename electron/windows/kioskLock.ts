import type { BrowserWindow, Input } from 'electron'
import type { Log } from '../host/core/log.ts'
import type { KeypadKey, KioskCode } from './kioskCode.ts'
import { isKeypad, keypadUrl, pressedBy } from './kioskKeypad.ts'

export type KioskLockOptions = {
  readonly code: KioskCode
  /** Shows the kiosk's page again. */
  readonly back: () => void
  /** The manager's code was right. */
  readonly leave: () => void
  /** Whether the application itself is ending: nothing is held then. */
  readonly leaving: () => boolean
  readonly log: Log
}

/** Holds a window that is this machine's kiosk. */
export type KioskLock = {
  /** Someone asks to leave: the keypad takes the page's place, and gives it back if nobody types. */
  readonly ask: () => void
}

/** Milliseconds without a key after which the kiosk is back. */
const patience = 30_000

/** Milliseconds after which a kiosk that lost the screen takes it again. */
const soon = 250

/** Keys that open something of the system's or of Chromium's, held down alone. */
const systemKeys = /^(?:F\d+|ContextMenu|PrintScreen|Browser\w+|Launch\w+)$/

/** Ctrl+Alt+Fin: on no layout is it a letter, and the system keeps it for nothing. */
const asksToLeave = ({ type, control, alt, key }: Input): boolean =>
  type === 'keyDown' && control && alt && key === 'End'

/** The key of the keypad that a key of a keyboard is; the figures' row gives figures on AZERTY too. */
function keypadKey({ type, key, code }: Input): KeypadKey | null {
  const [, figure] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? []
  if (type !== 'keyDown') return null
  if (figure !== undefined) return figure as KeypadKey
  return ({ Enter: 'enter', Backspace: 'erase', Escape: 'back' } as const)[key] ?? null
}

/** Covers the screen for good: no key, no close, no minimizing, no dialog leads out without the manager's code. */
export function lockKiosk(window: BrowserWindow, options: KioskLockOptions): KioskLock {
  const { code, log } = options
  const { webContents } = window
  let late: ReturnType<typeof setTimeout> | undefined

  const show = (url: string) => {
    clearTimeout(late)
    late = setTimeout(() => press('back'), patience)
    window.loadURL(url).catch((error: unknown) => {
      // Two keys come faster than a page: the second's takes the first's place.
      if (!window.isDestroyed()) log.info('loadInterrupted', { page: 'keypad', error: String(error) })
    })
  }

  const press = (key: KeypadKey) => {
    if (window.isDestroyed()) return
    const answer = code.press(key, Date.now())
    if (typeof answer === 'object') return show(keypadUrl(answer))
    clearTimeout(late)
    log.info(answer === 'right' ? 'kioskLeft' : 'kioskKept')
    return answer === 'right' ? options.leave() : options.back()
  }

  const ask = () => {
    log.info('kioskLeaveAsked')
    show(keypadUrl(code.begin(Date.now())))
  }

  window.setAlwaysOnTop(true, 'screen-saver')
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
  window.setMinimizable(false)
  window.on('minimize', () => window.restore())
  // « Show the desktop », another program that comes forward: whatever took the screen gives it back.
  const comeBack = () => {
    if (window.isDestroyed() || window.isFocused() || options.leaving()) return
    window.show()
    window.focus()
  }
  window.on('blur', () => setTimeout(comeBack, soon))
  window.on('hide', () => setTimeout(comeBack, soon))
  window.on('leave-full-screen', () => {
    if (!options.leaving()) window.setKiosk(true)
  })
  window.on('close', (event) => {
    if (!options.leaving()) event.preventDefault()
  })
  window.on('closed', () => clearTimeout(late))
  // Nothing to go back to: neither by a mouse's fourth button nor by a key of the keyboard.
  webContents.on('did-finish-load', () => webContents.navigationHistory.clear())
  webContents.on('before-input-event', (event, input) => {
    const chord = input.control || input.alt || input.meta
    if (isKeypad(webContents.getURL())) {
      event.preventDefault()
      const key = chord ? null : keypadKey(input)
      if (key !== null) press(key)
      return
    }
    if (chord || systemKeys.test(input.key)) event.preventDefault()
    if (asksToLeave(input)) ask()
  })
  // A link of the keypad, which navigates nowhere (guards.ts).
  webContents.on('will-frame-navigate', ({ url }) => {
    const key = isKeypad(webContents.getURL()) ? pressedBy(url) : null
    if (key !== null) press(key)
  })
  return { ask }
}
