import { useCallback, useEffect, useState } from 'react'
import { kioskLanguages, type KioskLanguage } from '../../shared/messages/public/kiosk.ts'
import { inOrder, type Motive } from './motive.ts'

/** Milliseconds at the start without a sign before the kiosk rests: most people have come and gone by then. */
const restAfter = 180_000
/** Milliseconds that one leaf stays: time to read it twice, and far from anything that flashes (WCAG 2.3.1). */
const leafTime = 12_000
/** Procedures on a leaf: as many as the screen shows whole, since whoever would scroll wakes the kiosk. */
export const leafSize = (): number => (matchMedia('(max-height: 900px)').matches ? 1 : 2)

/** What says that somebody is there; a touch counts once it has ended, so that it presses nothing on the next screen. */
const signs = ['click', 'contextmenu', 'pointercancel', 'wheel', 'keydown'] as const
/** The keypad's socket: headphones that come and go are the page's own keys. */
const socket: ReadonlySet<string> = new Set(['F15', 'F16'])

/** What a resting kiosk shows at one moment. */
export type RestLeaf = { readonly language: KioskLanguage; readonly motives: readonly Motive[] }

/** What people come for with something to bring, in the order of the buttons, each once. */
const toPrepare = (motives: readonly Motive[]): readonly Motive[] =>
  inOrder(motives).filter(
    ({ purpose, closed, bring, procedureId }, at, all) =>
      purpose === 'request' &&
      closed === null &&
      bring.length > 0 &&
      all.findIndex((other) => other.procedureId === procedureId && other.purpose === purpose) === at,
  )

/**
 * The leaf of a moment: each language says the same procedures, then each says the next ones, and so on.
 * @param rested milliseconds since the kiosk began to rest
 * @param onLeaf how many procedures a leaf has
 */
export function restLeaf(motives: readonly Motive[], rested: number, onLeaf: number): RestLeaf {
  const leaf = Math.max(0, Math.floor(rested / leafTime))
  const language = kioskLanguages[leaf % kioskLanguages.length]!
  const all = toPrepare(motives)
  const pages = Math.max(1, Math.ceil(all.length / onLeaf))
  const first = (Math.floor(leaf / kioskLanguages.length) % pages) * onLeaf
  return { language, motives: all.slice(first, first + onLeaf) }
}

/**
 * For how long the page has rested, in milliseconds, drawn again each second. The machine's own clock counts it: the
 * office's hour may be set right meanwhile.
 */
export function useRested(): number {
  const [rested, setRested] = useState(0)
  useEffect(() => {
    const since = Date.now()
    const timer = setInterval(() => setRested(Date.now() - since), 1_000)
    return () => clearInterval(timer)
  }, [])
  return rested
}

/**
 * Whether the kiosk rests: nobody touched it for long at its start. Any sign wakes it, and is kept from the screen that
 * comes, where it would choose something that nobody saw.
 * @param active false where something is begun, or no number can be taken
 * @returns whether it rests now, and what wakes it
 */
export function useRest(active: boolean) {
  const [resting, setResting] = useState(false)
  useEffect(() => {
    if (!active || resting) return
    const rest = () => setResting(true)
    let timer = setTimeout(rest, restAfter)
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(rest, restAfter)
    }
    for (const sign of [...signs, 'pointerdown']) window.addEventListener(sign, again, { capture: true })
    return () => {
      clearTimeout(timer)
      for (const sign of [...signs, 'pointerdown']) window.removeEventListener(sign, again, { capture: true })
    }
  }, [active, resting])

  const wake = useCallback(() => setResting(false), [])
  const signed = useCallback((event: Event) => {
    setResting(false)
    const chord = event instanceof KeyboardEvent && (event.ctrlKey || event.altKey || event.metaKey)
    if (chord || (event instanceof KeyboardEvent && socket.has(event.code))) return
    event.stopImmediatePropagation()
    if (event.cancelable) event.preventDefault()
  }, [])
  const shown = active && resting
  useEffect(() => {
    if (!shown) return
    for (const sign of signs) window.addEventListener(sign, signed, { capture: true, passive: false })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, signed, { capture: true })
    }
  }, [shown, signed])
  return { resting: shown, wake } as const
}
