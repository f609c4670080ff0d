import type { BrowserWindow } from 'electron'
import type { Log } from '../host/core/log.ts'

export type CrashesOptions = {
  readonly log: Log
  /** Whether windows show why there is nothing else to show. */
  readonly failed: () => boolean
  /** Pages crash again and again: a sentence takes their place. */
  readonly giveUp: () => void
  readonly showState: () => void
  /** Whether the public alone is there: nobody would press « Réessayer ». */
  readonly unattended: () => boolean
  readonly retry: () => void
}

/** Brings crashed pages back. */
export type Crashes = {
  readonly after: (window: BrowserWindow, reason: string) => void
  readonly forget: () => void
}

/** Milliseconds: before a page is loaded again; in which too many crash; before a screen of the public tries anew. */
const soon = 300
const lately = 60_000
const later = 15_000
/** Crashes in that time after which the page itself is the matter. */
const tooMany = 3

export function createCrashes(options: CrashesOptions): Crashes {
  const crashes: number[] = []
  let again: ReturnType<typeof setTimeout> | undefined
  return {
    after(window, reason) {
      options.log.info('pageCrashed', { reason })
      const now = Date.now()
      crashes.push(now)
      while ((crashes[0] ?? now) < now - lately) crashes.shift()
      if (crashes.length > tooMany) {
        options.giveUp()
        clearTimeout(again)
        if (options.unattended()) again = setTimeout(options.retry, later)
      }
      setTimeout(() => {
        if (options.failed()) options.showState()
        else if (!window.isDestroyed()) window.webContents.reload()
      }, soon)
    },
    forget() {
      clearTimeout(again)
      crashes.length = 0
    },
  }
}
