import { kioskLock as words } from '../../shared/messages/queue/kioskLock.fr.ts'
import { standingPage } from './failure.ts'
import type { Keypad, KeypadKey } from './kioskCode.ts'
import { pagesOrigin } from './policy.ts'

const shows = `${pagesOrigin}/leave/`
const presses = `${pagesOrigin}/act/leave-`

const states = ['asked', 'wrong', 'waiting', 'none'] as const
const keys: readonly KeypadKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'erase', '0', 'enter']

/** The address of the keypad as it stands. */
export const keypadUrl = (keypad: Keypad): string => `${shows}${keypad.said}/${keypad.typed}`

export const isKeypad = (url: string): boolean => url.startsWith(shows)

/** The key that one of the keypad's links stands for, or null. */
export function pressedBy(url: string): KeypadKey | null {
  return [...keys, 'back' as const].find((key) => url === `${presses}${key}`) ?? null
}

const css = `<style>
.keypad { width: 320px; text-align: center; }
.keypad h1 { margin-bottom: 8px; }
.keypad p { min-height: 56px; }
.dots { font-size: 32px; line-height: 48px; min-height: 48px; letter-spacing: 8px; }
.keys { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; margin-top: 8px; }
.keys a { min-height: 80px; padding: 0; justify-content: center; font-size: 24px; }
.keys a.word { font-size: 18px; }
.keys a.back { grid-column: 1 / -1; }
</style>`

/**
 * The keypad where the manager's code is asked, made here as the failure page is: no script, each key a link that leads
 * nowhere and that the main process reads, so that no page ever holds the code.
 * @param path the path that was asked for @param pages the folder of the built pages, for their font
 * @returns null: the path is not the keypad's
 */
export function keypadPage(path: string, pages: string): string | null {
  const [, state, digits] = /^\/leave\/([a-z]+)\/(\d{1,2})$/.exec(path) ?? []
  const what = states.find((one) => one === state)
  if (what === undefined) return null
  const typed = Number(digits)
  const named: Partial<Record<KeypadKey, string>> = { erase: words.erase, enter: words.enter }
  const link = (key: KeypadKey) =>
    `<a class="${named[key] ? 'word' : ''}${key === 'enter' ? ' first' : ''}" href="/act/leave-${key}" draggable="false">${named[key] ?? key}</a>`
  const pad =
    what === 'asked' || what === 'wrong'
      ? `<div class="dots" role="img" aria-label="${words.typed(typed)}">${'•'.repeat(typed)}</div>`
      : ''
  return standingPage(
    words.title,
    `${css}<main class="keypad"><h1>${words.title}</h1><p role="alert">${words[what]}</p>${pad}
<nav class="keys">${pad && keys.map(link).join('')}<a class="word back" href="/act/leave-back" draggable="false">${words.back}</a></nav></main>`,
    pages,
  )
}
