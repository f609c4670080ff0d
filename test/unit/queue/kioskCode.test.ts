import { expect, test } from 'vitest'
import { kioskCode, type KeypadKey, type KioskCode } from '../../../electron/windows/kioskCode.ts'
import { keypadPage, keypadUrl, pressedBy } from '../../../electron/windows/kioskKeypad.ts'
import { parseConfiguration } from '../../../electron/system/config/read.ts'

const minute = 60_000

/** Types figures, then « Valider ». */
function type(code: KioskCode, figures: string, now: number) {
  for (const figure of figures) code.press(figure as KeypadKey, now)
  return code.press('enter', now)
}

test('a kiosk is left by its code alone, whole, and never by an empty one', () => {
  const code = kioskCode('704518')
  expect(code.begin(0)).toEqual({ typed: 0, said: 'asked' })
  expect(code.press('enter', 0)).toEqual({ typed: 0, said: 'asked' })
  expect(type(code, '70451', 0)).toEqual({ typed: 0, said: 'wrong' })
  expect(type(code, '7045180', 0)).toEqual({ typed: 0, said: 'wrong' })
  for (const key of ['7', '0', '4', '5', '9', 'erase', '1', '8'] as const) code.press(key, 0)
  expect(code.press('enter', 0)).toBe('right')
})

test('after five wrong codes none opens for five minutes, the right one neither, whoever asks anew', () => {
  const code = kioskCode('704518')
  for (let wrong = 1; wrong < 5; wrong++) {
    code.begin(0)
    expect(type(code, '123456', 0)).toMatchObject({ said: 'wrong' })
  }
  expect(type(code, '123456', 0)).toEqual({ typed: 0, said: 'waiting' })
  expect(code.begin(4 * minute)).toEqual({ typed: 0, said: 'waiting' })
  expect(type(code, '704518', 4 * minute)).toEqual({ typed: 0, said: 'waiting' })
  expect(code.press('back', 4 * minute)).toBe('back')
  expect(code.begin(5 * minute)).toEqual({ typed: 0, said: 'asked' })
  expect(type(code, '704518', 5 * minute)).toBe('right')
})

test('a kiosk without a code opens to nothing that is typed', () => {
  const code = kioskCode(null)
  expect(code.begin(0)).toEqual({ typed: 0, said: 'none' })
  expect(type(code, '', 0)).toEqual({ typed: 0, said: 'none' })
  expect(type(code, '000000', 0)).toEqual({ typed: 0, said: 'none' })
})

test('the keypad shows how many figures are typed, each of its keys is heard, and no other address is one of its', () => {
  const page = keypadPage(new URL(keypadUrl({ typed: 4, said: 'wrong' })).pathname, '/nowhere') ?? ''
  expect(page).toContain('••••</div>')
  expect(page).not.toContain('<script')
  const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, path]) => pressedBy(`app://guichet${path}`))
  expect(links).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', 'erase', '0', 'enter', 'back'])
  expect(keypadPage('/leave/none/0', '/nowhere')).not.toContain('leave-1')
  for (const path of ['/leave/other/0', '/leave/asked/x', '/leave', '/index.html'])
    expect(keypadPage(path, '/nowhere'), path).toBeNull()
  expect(pressedBy('app://guichet/act/leave-10')).toBeNull()
})

test('the code is six to twelve figures of the configuration, and an error never repeats it', () => {
  expect(parseConfiguration('f', '{ "kiosk": { "code": "704518" } }')).toEqual({
    configuration: { kiosk: { code: '704518' } },
  })
  for (const wrong of ['"70451"', '704518', '"7045189999999"', '"sésame"']) {
    const read = parseConfiguration('f', `{ "kiosk": { "code": ${wrong} } }`)
    expect(read).toEqual({ problem: expect.stringContaining('« kiosk.code » attend le code du responsable') })
    expect(JSON.stringify(read)).not.toContain(wrong.replaceAll('"', ''))
  }
})
