import { useEffect, useRef } from 'react'

/** Milliseconds at most between two keys of a reader; the fastest hands are above 25 (see `shared/identity/wedge.ts`). */
const gap = 20
/** So many keys in a row are no hand's: what follows them is a badge's, and goes nowhere else. */
const sure = 4
/** Milliseconds that a reader, or a busy machine, may take to end what it read. */
const ending = 150
/** A figure waits so long, to be known for a badge's first or not. */
const patience = 40

/**
 * What a key says, the same on every keyboard: a reader set for an American one is heard as it was enrolled whatever
 * letters this machine makes of its keys. A badge's code is opaque: upper and lower case are one.
 */
function signOf({ code, key }: KeyboardEvent): string | null {
  const named = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code)
  if (named) return named[1] ?? named[2]!
  return /^[\x21-\x7e]$/.test(key) ? key : null
}

/**
 * Hears a badge reader that types as a keyboard does, and tells it from a hand by its speed. Its first keys may show in a
 * field, which is asked anew once the badge is read; `onFigure` waits long enough to know that a figure is no badge's first.
 */
export function useBadge({
  hears,
  onBadge,
  onFigure,
}: {
  /** Nobody has a badge: only figures are heard, and fast hands are hands. */
  readonly hears: boolean
  readonly onBadge: (badge: string) => void
  /** A figure typed alone, 1 to 9, outside of a field. */
  readonly onFigure?: (figure: number) => void
}): void {
  const latest = useRef({ hears, onBadge, onFigure })
  useEffect(() => {
    latest.current = { hears, onBadge, onFigure }
  })
  useEffect(() => {
    let text = ''
    let last = Number.NEGATIVE_INFINITY
    let figure: ReturnType<typeof setTimeout> | undefined
    const hear = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.isComposing || event.repeat) return
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const fast = latest.current.hears && event.timeStamp - last <= gap
      if (event.key === 'Shift') return
      if (event.key === 'Enter') {
        const read = text
        text = ''
        if (event.timeStamp - last > ending || read.length < sure) return
        event.preventDefault()
        event.stopImmediatePropagation()
        return latest.current.onBadge(read)
      }
      const sign = signOf(event)
      if (sign === null) return
      clearTimeout(figure)
      text = fast ? text + sign : sign
      last = event.timeStamp
      if (text.length >= sure) {
        event.preventDefault()
        return event.stopImmediatePropagation()
      }
      if (text.length > 1) return
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (typing || !/^[1-9]$/.test(sign) || !latest.current.onFigure) return
      event.preventDefault()
      figure = setTimeout(() => latest.current.onFigure?.(Number(sign)), patience)
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => {
      clearTimeout(figure)
      window.removeEventListener('keydown', hear, { capture: true })
    }
  }, [])
}
