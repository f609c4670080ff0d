import { expect, test } from 'vitest'
import { startPace } from '../../../electron/host/people/login/pace.ts'

test('sign-ins begin at a pace: so many from one address, so many in all, and again once the time has passed', () => {
  let now = 0
  const pace = startPace({ within: 1000, each: 3, all: 5 }, () => now)
  const ask = (by: string, times: number) => Array.from({ length: times }, () => pace.may(by))
  expect(ask('192.168.1.20', 5)).toEqual([true, true, true, false, false])
  expect(ask('here', 3), 'the others are not kept from it, up to what all may').toEqual([true, true, false])
  now = 1000
  expect(ask('192.168.1.20', 4)).toEqual([true, true, true, false])
})
