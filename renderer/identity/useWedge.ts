import { use, useEffect, useLayoutEffect, useRef } from 'react'
import { holdFor } from '../../shared/identity/pace.ts'
import { scanOf, type Scan } from '../../shared/identity/scans.ts'
import {
  quietWedge,
  usualWedge,
  wedgeAt,
  wedgeDue,
  wedgeKey,
  type WedgeKey,
  type WedgeManner,
  type WedgeOutcome,
} from '../../shared/identity/wedge.ts'
import { scanWords } from '../../shared/messages/identity/scan.fr.ts'
import { meantFor } from '../ui/keptKeys.ts'
import { KeysHeld } from '../ui/keys.ts'
import { say } from '../link/notices.ts'
import { hearSerial } from './serial.ts'
import { pageSaved } from './takeBack.ts'
import { fieldOf, typeAgain } from '../ui/typeAgain.ts'
import { z } from 'zod'

// How the scanner of this station types, learnt from what it read: kept by this station alone, without anything read.

const place = 'guichet:scanner'
/** So many of the last scans tell its pace. */
const remembered = 9

const Paces = z.array(z.number().min(0).max(1000)).max(remembered)

/** The last paces, in milliseconds a key; none where nothing was read here, or where this browser keeps nothing. */
function pacesKept(): readonly number[] {
  try {
    const read = Paces.safeParse(JSON.parse(localStorage.getItem(place) ?? '[]'))
    return read.success ? read.data : []
  } catch {
    // A browser may refuse its storage, or hold another text there: the usual pace serves.
    return []
  }
}

/** Learns from one more scan. @returns the paces known from now on */
function learnPace({ pace }: WedgeManner): readonly number[] {
  const paces = [...pacesKept(), Math.round(pace * 10) / 10].slice(-remembered)
  try {
    localStorage.setItem(place, JSON.stringify(paces))
  } catch {
    // Learnt anew at the next start.
  }
  return paces
}

/** What a scanner did: it read a document, or typed a part of one. */
export type Heard =
  /** `manner`: null where no key was typed. */
  { readonly scan: Scan; readonly manner: WedgeManner | null } | { readonly cut: true }

/**
 * Milliseconds besides, before what a machine types is taken for whole: a busy page hears keys in fits. A hand's key never
 * waits them, nor does what its last key ended.
 */
const patience = 100

const listeners = new Set<(scan: Scan) => void>()
/** Tries a scanner: it hears in the place of the page. */
const trials = new Set<(heard: Heard) => void>()
let options = { ...usualWedge, hold: holdFor(pacesKept()) }
let state = quietWedge
let timer: ReturnType<typeof setTimeout> | undefined
/** Puts back the field that shows the first keys of the burst, and what they did as shortcuts. */
let back: (() => void) | null = null
const events = new WeakMap<
  WedgeKey,
  { readonly event: KeyboardEvent; readonly place: ReturnType<typeof meantFor> }
>()

function handle(outcome: WedgeOutcome | null): void {
  if (outcome === null) return
  if ('released' in outcome) {
    for (const key of outcome.released) {
      const typed = events.get(key)
      const place = typed?.place()
      if (typed && place !== 'nobody') typeAgain(typed.event, place ?? undefined)
    }
    return
  }
  if (outcome.shown > 0) back?.()
  if ('scan' in outcome) options = { ...options, hold: holdFor(learnPace(outcome.manner)) }
  else if (outcome.cut.rest && outcome.shown === 0) return
  if (trials.size > 0) {
    for (const trial of trials) trial('scan' in outcome ? outcome : { cut: true })
    return
  }
  if ('scan' in outcome) for (const listener of listeners) listener(outcome.scan)
  else say(scanWords.cut)
}

/**
 * Waits for what is due next: from when the last key was handled, not typed, so that a page that was busy hears first what
 * was typed meanwhile.
 */
function wait(): void {
  clearTimeout(timer)
  const due = wedgeDue(state, options)
  if (due === null) return
  const over = () => {
    const { state: rest, outcome } = wedgeAt(state, due + 0.01, options)
    state = rest
    handle(outcome)
    wait()
  }
  const machine = state.is === 'sure' || state.is === 'rest'
  const more = machine && !/[\r\t]$/.test(state.texts[0]) ? patience : 0
  const silence = Math.max(0, due - state.lastAt) + more
  const end = performance.now() + silence
  timer = setTimeout(() => {
    // The page itself made a pause: keys may be waiting behind this.
    if (performance.now() - end > 10) timer = setTimeout(over, machine ? patience : 0)
    else over()
  }, silence)
}

/** The page as it is before a key, and the field where it is typed. */
function saved(event: KeyboardEvent): () => void {
  const field = fieldOf(event.target)
  const value = field?.value()
  const page = pageSaved()
  return () => {
    if (field && value !== undefined) field.restore(value)
    page()
  }
}

function hear(event: KeyboardEvent): void {
  // What is typed again here, and what another way of writing composes, are not a scanner's.
  if ((listeners.size === 0 && trials.size === 0) || !event.isTrusted || event.isComposing) return
  const key: WedgeKey = {
    key: event.key,
    code: event.code,
    at: event.timeStamp,
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    repeat: event.repeat,
    inField: fieldOf(event.target) !== null,
  }
  events.set(key, { event, place: meantFor() })
  const step = wedgeKey(state, key, options)
  handle(step.before)
  // The first key of what may become a scan.
  if (step.state.keys.length + step.state.run.length === 1) back = saved(event)
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
export function useWedge(onScan: (scan: Scan) => void): void {
  const held = use(KeysHeld)
  const latest = useRef(onScan)
  useLayoutEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    if (held) return
    hearSerial(hearBytes)
    const listener = (scan: Scan) => latest.current(scan)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [held])
}

/**
 * What a camera or a picture read goes where what a scanner types goes.
 * @returns false when nothing here hears a document by this text: it is for whoever opened the camera
 */
export function hearText(text: string): boolean {
  const scan = scanOf(text)
  if (scan === null || listeners.size === 0) return false
  for (const listener of listeners) listener(scan)
  return true
}

/** What a serial scanner read goes the same way, a trial's too. */
function hearBytes(text: string): void {
  const scan = scanOf(text)
  if (trials.size > 0)
    for (const trial of trials) trial(scan === null ? { cut: true } : { scan, manner: null })
  else if (scan !== null) for (const listener of listeners) listener(scan)
  else if (listeners.size > 0) say(scanWords.cut)
}

/** Tries the scanner while the component is drawn: nothing that it reads is for the page. */
export function useWedgeTrial(onHeard: (heard: Heard) => void): void {
  const latest = useRef(onHeard)
  useLayoutEffect(() => {
    latest.current = onHeard
  })
  useEffect(() => {
    hearSerial(hearBytes)
    const trial = (heard: Heard) => latest.current(heard)
    trials.add(trial)
    return () => void trials.delete(trial)
  }, [])
}
