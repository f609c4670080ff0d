import { afterAll, expect, test, vi } from 'vitest'

vi.stubGlobal('window', {})
const { asHour, minuteOf } = await import('../../../renderer/kiosk/Asked.tsx')
// The tests that follow in this program have no window.
afterAll(() => void vi.unstubAllGlobals())

/** What the field shows once each key was pressed. */
const typed = (keys: string): string => [...keys].reduce((shown, key) => asHour(shown + key), '')

test.each([
  ['0930', '09:30', 570],
  ['930', '09:30', 570],
  ['9h30', '09:30', 570],
  ['1430', '14:30', 870],
  ['14h', '14', 840],
  ['9', '09', 540],
  ['0', '0', 0],
  ['2', '2', 120],
  ['23', '23', 1380],
])('an hour typed %s on the kiosk is shown %s, and is an hour of the day', (keys, shown, minute) => {
  expect([typed(keys), minuteOf(typed(keys))]).toEqual([shown, minute])
})

test.each(['', '24', '093', '0960', '2430'])('%s is no hour yet, or none', (keys) => {
  expect(minuteOf(typed(keys))).toBeNull()
})
