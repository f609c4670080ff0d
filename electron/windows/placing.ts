import { screen, type BrowserWindow } from 'electron'
import type { Bounds, SettingsFile, KeptWindows } from '../system/kept.ts'

/** A corner of the screen that the waiting room sees: the second one, where this machine has two; else null. */
export function publicScreen(): { readonly x: number; readonly y: number } | null {
  const first = screen.getPrimaryDisplay().id
  const other = screen.getAllDisplays().find(({ id }) => id !== first)
  return other ? { x: other.bounds.x, y: other.bounds.y } : null
}

/** Where a station's window was last time, if that is still on a screen. */
export function placeOfWindow(kept: SettingsFile<KeptWindows>, station: string): Bounds | null {
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
export function rememberPlace(
  window: BrowserWindow,
  station: () => string,
  kept: SettingsFile<KeptWindows>,
): void {
  window.on('close', () => {
    if (window.isFullScreen() || window.isKiosk() || window.isMinimized()) return
    const { x, y, width, height } = window.getNormalBounds()
    kept.write({ ...kept.read(), [station()]: { x, y, width, height, maximized: window.isMaximized() } })
  })
}
