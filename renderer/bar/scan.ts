import { useLayoutEffect, useRef } from 'react'

// A scanner is a keyboard that types very fast. A code read while the bar has the focus must neither be lost nor be
// taken for the bar's own figures: a « 1 » in it would say that a card was seen.

/** Milliseconds that a first key waits for a second: a scanner's comes within, a hand's later. */
const fast = 80
/** Milliseconds without a key that end a code; a busy machine, or a scanner without a wire, may be that slow. */
const ended = 300
/** Milliseconds besides, once the page itself made a pause: keys may be waiting behind it. */
const patience = 100
/** Fewer characters than that in a row are no code. */
const shortest = 6

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

/**
 * Listens to the keyboard: what a scanner types outside of a field is a code; what a hand types goes on its way, so
 * much later.
 * @returns what stops it
 */
export function readScans(onCode: (code: string) => void): () => void {
  let typed: KeyboardEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const settle = () => {
    clearTimeout(timer)
    const keys = typed
    typed = []
    const [only, ...more] = keys
    if (keys.length >= shortest) return onCode(keys.map(({ key }) => key).join(''))
    if (only === undefined || more.length > 0) return
    const { key, code, shiftKey } = only
    const target = only.target ?? document.body
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }),
    )
  }

  const wait = (silence: number) => {
    clearTimeout(timer)
    const end = performance.now() + silence
    timer = setTimeout(() => {
      if (performance.now() - end > 10) timer = setTimeout(settle, patience)
      else settle()
    }, silence)
  }

  const hear = (event: KeyboardEvent) => {
    // What is dispatched here, and the shortcuts that the application presses, are not typed.
    if (!event.isTrusted || event.isComposing) return
    const { key, ctrlKey, altKey, metaKey, repeat } = event
    const ends = (key === 'Enter' || key === 'Tab') && typed.length > 1
    const character =
      [...key].length === 1 &&
      key !== ' ' &&
      !ctrlKey &&
      !altKey &&
      !metaKey &&
      !repeat &&
      !inField(event.target)
    // Two keys so far apart are a hand's, however late they are heard; no scanner presses a function key.
    const [first] = typed
    const slow = first !== undefined && typed.length === 1 && event.timeStamp - first.timeStamp > fast
    if (slow || (typed.length === 1 && /^F\d+$/.test(key))) settle()
    if (!ends && !character) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (ends) return settle()
    typed.push(event)
    wait(typed.length > 1 ? ended : fast)
  }

  window.addEventListener('keydown', hear, { capture: true })
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', hear, { capture: true })
  }
}

/** Hears each code that a scanner types into this window outside of a field. */
export function useScans(onCode: (code: string) => void): void {
  const latest = useRef(onCode)
  // Before the effects that bind keys, so that a scanner's are seen here first.
  useLayoutEffect(() => {
    latest.current = onCode
  })
  useLayoutEffect(() => readScans((code) => latest.current(code)), [])
}
