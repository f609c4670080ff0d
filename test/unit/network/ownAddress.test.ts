import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { isOwnAddress } from '../../../electron/host/network/addresses.ts'

const having = (...addresses: readonly string[]) => ({
  eth0: addresses.map(
    (address) => ({ address, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo,
  ),
})

test.each([
  '2001:db8::a',
  '2001:DB8::A',
  '2001:db8:0:0:0:0:0:a',
  '2001:0db8::000a',
  '2001:db8::0.0.0.10',
  '192.168.1.2',
  '::ffff:192.168.1.2',
  '::ffff:c0a8:102',
])('%s is this machine’s address, however it is written', (address) => {
  expect(isOwnAddress(address, having('192.168.1.2', '2001:db8::a'))).toBe(true)
})

test.each(['2001:db8::b', '192.168.1.3', 'suivi.example', ''])(
  '« %s » is no address of this machine',
  (address) => {
    expect(isOwnAddress(address, having('192.168.1.2', '2001:db8::a'))).toBe(false)
  },
)

test('the hundredth address of an interface is this machine’s as the first is', () => {
  const many = Array.from({ length: 100 }, (_, index) => `2001:db8::${(index + 1).toString(16)}`)
  expect(many.filter((address) => !isOwnAddress(address, having(...many)))).toEqual([])
})
