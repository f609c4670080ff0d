import { useEffect, useRef } from 'react'
import { endOf, isReader, noBurst, patience, withKey } from './badgeBurst.ts'

const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('input, textarea, select')

/** A name or a passphrase is typed there; a code of figures is too short for a hand to look like a reader. */
const isText = (target: EventTarget | null): boolean => isField(target) && target.inputMode !== 'numeric'

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
 * Hears a badge reader that types as a keyboard does, and tells it from a hand by its pace. Its first keys may show in a
 * field, which is asked anew once the badge is read; `onFigure` waits long enough to know that a figure is no badge's first.
 */
export function useBadge({
  hears,
  onBadge,
  onUnsure,
  onFigure,
}: {
  /** Nobody has a badge: only figures are heard, and fast hands are hands. */
  readonly hears: boolean
  readonly onBadge: (badge: string) => void
  /** Keys came and an Enter, too slowly to be known for a reader's: outside of a field, they do nothing else. */
  readonly onUnsure?: (where: { readonly inField: boolean }) => void
  /** A figure typed alone, 1 to 9, outside of a field. */
  readonly onFigure?: (figure: number) => void
}): void {
  const latest = useRef({ hears, onBadge, onUnsure, onFigure })
  useEffect(() => {
    latest.current = { hears, onBadge, onUnsure, onFigure }
  })
  useEffect(() => {
    let burst = noBurst
    /** A key of the burst was typed in a field. */
    let inField = false
    let figure: ReturnType<typeof setTimeout> | undefined
    const hear = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.isComposing || event.repeat) return
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key === 'Shift') return
      const read = latest.current.hears ? burst : noBurst
      if (event.key === 'Enter') {
        const end = endOf(read, { at: event.timeStamp, inText: isText(event.target) })
        burst = noBurst
        const { onUnsure, onBadge: hearBadge } = latest.current
        if (end === 'unsure') onUnsure?.({ inField })
        const isHand = end === 'unsure' && (inField || onUnsure === undefined)
        if (end === null || isHand) return
        event.preventDefault()
        event.stopImmediatePropagation()
        if (end === 'badge') hearBadge(read.text)
        return
      }
      const sign = signOf(event)
      // No badge has a space in its code, nor goes back: that is a hand's.
      if (sign === null) return void (burst = noBurst)
      clearTimeout(figure)
      burst = withKey(read, sign, event.timeStamp)
      inField = isField(event.target) || (inField && burst.text.length > 1)
      if (isReader(burst, { inText: isText(event.target) })) {
        event.preventDefault()
        return event.stopImmediatePropagation()
      }
      if (burst.text.length > 1) return
      if (isField(event.target) || !/^[1-9]$/.test(sign) || !latest.current.onFigure) return
      event.preventDefault()
      figure = setTimeout(() => latest.current.onFigure?.(Number(sign)), patience(latest.current.hears))
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => {
      clearTimeout(figure)
      window.removeEventListener('keydown', hear, { capture: true })
    }
  }, [])
}
