import { use, useEffect, useLayoutEffect, useRef } from 'react'
import type { ScanKind } from '../../shared/identity/scans.ts'
import {
  quietWedge,
  usualWedge,
  wedgeAt,
  wedgeDue,
  wedgeKey,
  type WedgeKey,
  type WedgeOutcome,
} from '../../shared/identity/wedge.ts'
import { KeysHeld } from '../ui/keys.ts'
import { fieldOf, typeAgain, type Field } from './typeAgain.ts'

/** What a scanner that types read. */
export type WedgeScan = { readonly kind: ScanKind; readonly text: string }

/**
 * Milliseconds that a key may take from the keyboard to the page: a busy machine hands a scanner's keys over in fits.
 * A first key may be a hand's, which must not wait; two that followed each other so fast are seldom one's.
 */
const grace = { first: 30, others: 150 }

const listeners = new Set<(scan: WedgeScan) => void>()
let state = quietWedge
let timer: ReturnType<typeof setTimeout> | undefined
/** The field that shows the first keys of the burst, as it was before them. */
let before: { readonly field: Field; readonly value: string } | null = null
const events = new WeakMap<WedgeKey, KeyboardEvent>()

function handle(outcome: WedgeOutcome | null): void {
  if (outcome === null) return
  if ('released' in outcome) {
    for (const key of outcome.released) {
      const event = events.get(key)
      if (event) typeAgain(event)
    }
    return
  }
  if (outcome.shown > 0 && before !== null) before.field.restore(before.value)
  for (const listener of listeners) listener(outcome.scan)
}

/**
 * Waits for the burst to be over: from when its last key was handled, not typed, so that a page that was busy hears first
 * what was typed meanwhile.
 */
function wait(): void {
  clearTimeout(timer)
  const due = wedgeDue(state, usualWedge)
  if (due === null) return
  const over = () => {
    const { state: rest, outcome } = wedgeAt(state, Number.POSITIVE_INFINITY, usualWedge)
    state = rest
    handle(outcome)
  }
  const patience = state.keys.length > 1 ? grace.others : grace.first
  const silence = due - state.lastAt + patience
  const end = performance.now() + silence
  timer = setTimeout(() => {
    // The page itself made a pause: keys may be waiting behind this.
    if (performance.now() - end > 10) timer = setTimeout(over, patience)
    else over()
  }, silence)
}

function hear(event: KeyboardEvent): void {
  // What is typed again here, and what another way of writing composes, are not a scanner's.
  if (listeners.size === 0 || !event.isTrusted || event.isComposing) return
  const field = fieldOf(event.target)
  const key: WedgeKey = {
    key: event.key,
    code: event.code,
    at: event.timeStamp,
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    repeat: event.repeat,
    inField: field !== null,
  }
  events.set(key, event)
  const step = wedgeKey(state, key, usualWedge)
  handle(step.before)
  if (step.state.keys.length === 1) before = field && { field, value: field.value() }
  state = step.state
  wait()
  if (step.key === 'pass') return
  event.preventDefault()
  event.stopImmediatePropagation()
}

// Once, as soon as this file is read, before any component binds its keys: a scanner's are seen here first.
window.addEventListener('keydown', hear, { capture: true })

/**
 * Hears each zone and each code that a scanner types into this window, in a field or outside of any, while the
 * component is drawn. All that is typed by hand goes on its way.
 */
export function useWedge(onScan: (scan: WedgeScan) => void): void {
  const held = use(KeysHeld)
  const latest = useRef(onScan)
  useLayoutEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    if (held) return
    const listener = (scan: WedgeScan) => latest.current(scan)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [held])
}
