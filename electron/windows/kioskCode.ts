import { createHash, timingSafeEqual } from 'node:crypto'

/** The keys of the keypad: a figure, or what is done with those typed. */
export type KeypadKey = `${number}` | 'erase' | 'enter' | 'back'

/** What the keypad shows: how many figures, never which, and what is said above them. */
export type Keypad = { readonly typed: number; readonly said: 'asked' | 'wrong' | 'waiting' | 'none' }

/** The manager's code, asked for by a keypad. */
export type KioskCode = {
  /** Asks anew: what was typed is forgotten, the tries are not. @param now an instant, in milliseconds */
  begin(now: number): Keypad
  /** One more key. `right`: the kiosk may be left; `back`: it is not. */
  press(key: KeypadKey, now: number): Keypad | 'right' | 'back'
}

/** Wrong tries after which nothing is compared for a while, and how long, in milliseconds. */
const tries = 5
const pause = 300_000
/** The longest code. */
const longest = 12

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** @param code the code that the machine's configuration gives; null: none, and nothing typed opens */
export function kioskCode(code: string | null): KioskCode {
  let typed = ''
  let wrong = 0
  let waitsUntil = 0

  const shown = (said: Keypad['said'], now: number): Keypad => ({
    typed: typed.length,
    said: code === null ? 'none' : now < waitsUntil ? 'waiting' : said,
  })

  return {
    begin(now) {
      typed = ''
      return shown('asked', now)
    },
    press(key, now) {
      if (key === 'back') {
        typed = ''
        return 'back'
      }
      // While it waits no figure is taken: a code typed blindly must not open at the end.
      if (code === null || now < waitsUntil) return shown('waiting', now)
      if (key === 'erase') typed = typed.slice(0, -1)
      else if (key !== 'enter') typed = `${typed}${key}`.slice(0, longest)
      if (key !== 'enter' || typed === '') return shown('asked', now)
      const right = timingSafeEqual(digest(typed), digest(code))
      typed = ''
      if (right) {
        wrong = 0
        return 'right'
      }
      wrong += 1
      if (wrong < tries) return shown('wrong', now)
      wrong = 0
      waitsUntil = now + pause
      return shown('waiting', now)
    },
  }
}
