import { useEffect, useLayoutEffect, useRef } from 'react'
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
import { fieldOf, typeAgain, type Field } from './typeAgain.ts'

/** What a scanner that types read. */
export type WedgeScan = { readonly kind: ScanKind; readonly text: string }

/** Milliseconds of lateness that tell a busy page: keys may still be on their way. */
const late = 8

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

function wait(again: boolean): void {
  clearTimeout(timer)
  const due = wedgeDue(state, usualWedge)
  if (due === null) return
  const settle = () => {
    const now = performance.now()
    // After a pause of the page itself, what was typed in it comes first.
    if (!again && now - due > late) return wait(true)
    const over = wedgeAt(state, now, usualWedge)
    state = over.state
    handle(over.outcome)
  }
  timer = setTimeout(settle, again ? late : Math.max(0, due - performance.now()) + 1)
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
  if (step.state.shown === 1 && step.state.keys.length === 1)
    before = field && { field, value: field.value() }
  state = step.state
  wait(false)
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
  const latest = useRef(onScan)
  useLayoutEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    const listener = (scan: WedgeScan) => latest.current(scan)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
}
