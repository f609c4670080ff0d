import { expect, test } from 'vitest'
import { callerOf, machineOf } from '../../../electron/host/http/guard.ts'
import { isSameMachine } from '../../../electron/host/http/login.ts'
import { interfacesNow } from '../../../electron/host/network/addresses.ts'

const asked = (from: string) => ({ from: machineOf(from) })

test('a sign-in goes on in a browser of the station’s very machine, not of its IPv6 network', () => {
  const station = asked('2001:db8:1:2::10')
  expect(isSameMachine(station, '2001:db8:1:2::10')).toBe(true)
  expect(isSameMachine(station, '2001:db8:1:2::11')).toBe(false)
  expect(isSameMachine(asked('192.168.1.20'), '::ffff:192.168.1.20')).toBe(true)
  expect(isSameMachine(asked('192.168.1.20'), '192.168.1.21')).toBe(false)
  // Bounds are for the whole network all the same.
  expect(callerOf('2001:db8:1:2::10')).toBe(callerOf('2001:db8:1:2::11'))
})

test('a station of the host’s own machine goes on at an address of that machine alone; one whose place nobody knows, nowhere', () => {
  const own = interfacesNow().flatMap(({ addresses }) => addresses)
  const here = { from: 'here' }
  expect([...own, '127.0.0.1', '::ffff:127.0.0.1'].map((address) => isSameMachine(here, address))).toEqual(
    Array.from({ length: own.length + 2 }, () => true),
  )
  const neighbours = own.filter((address) => address.includes('::')).map((address) => `${address}fff`)
  for (const address of ['192.0.2.7', ...neighbours]) expect(isSameMachine(here, address)).toBe(false)
  expect([isSameMachine({ from: null }, '127.0.0.1'), isSameMachine(here, undefined)]).toEqual([false, false])
})
