import type { KioskTexts } from '../../shared/messages/public/kiosk.ts'
import type { Piece } from './speech.ts'

// What a screen has to be read, in order, and how each element is said.

/** What can be acted on. */
const acts = 'button:not([disabled]):not([data-listen]), input'
/** What is only read; a line that holds an act is read with it. */
const lines = 'h1, h2, h3, p, time, [role="status"], li'

const shown = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true }) && element.closest('[aria-hidden="true"]') === null

const language = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang') ?? 'fr'

/** Every element of a screen that is read or acted on, in the order of the page, each once. */
export function stopsOf(screen: Element): readonly HTMLElement[] {
  const found = [...screen.querySelectorAll<HTMLElement>(`${acts}, ${lines}`)].filter(shown)
  return found.filter((element) => {
    if (element.matches(acts)) return true
    if (element.closest('button') !== null || (element.textContent ?? '').trim() === '') return false
    // A line around others says nothing more than they do.
    return !found.some((other) => other !== element && element.contains(other))
  })
}

/** The words of an element as they are drawn, cut where the language changes; an icon says nothing. */
function written(element: Element): readonly Piece[] {
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
    const holder = node.parentElement
    if (text === '' || holder === null || !shown(holder)) continue
    const lang = language(holder)
    const last = pieces.at(-1)
    if (last?.lang === lang) pieces[pieces.length - 1] = { lang, text: `${last.text}, ${text}` }
    else pieces.push({ lang, text })
  }
  return pieces
}

/** The words that go with an element's own: what it is, and its state. */
export type Around = Pick<KioskTexts, 'aButton' | 'chosen' | 'notChosen' | 'emptyField'>

/** What was typed, a sign at a time: a code is not a word. */
export const spelled = (typed: string): string => [...typed].join(' ')

/** How an element is said: its name, then what it is and its state. */
export function wordsOf(element: HTMLElement, around: Around): readonly Piece[] {
  const lang = language(element)
  if (element instanceof HTMLInputElement) {
    const label = document.getElementById(element.getAttribute('aria-labelledby') ?? '')
    const typed = element.value === '' ? around.emptyField : spelled(element.value)
    return [...(label ? written(label) : []), { lang, text: typed }]
  }
  const label = element.getAttribute('aria-label')
  const name = label === null ? written(element) : [{ lang, text: label }]
  if (!element.matches('button')) return name
  const pressed = element.getAttribute('aria-pressed')
  const state = pressed === null ? around.aButton : pressed === 'true' ? around.chosen : around.notChosen
  return [...name, { lang: language(document.getElementById('kiosk-question')), text: state }]
}

/** Gives an element the focus; what is only read takes it for as long as it is read. */
export function reach(element: HTMLElement): void {
  if (!element.matches(acts)) element.tabIndex = -1
  element.focus()
  element.scrollIntoView({ block: 'nearest' })
}
