import { describe, expect, test } from 'vitest'
import {
  hostOf,
  isHostAddress,
  isLocalNetwork,
  isNetworkPrinter,
} from '../../../shared/contract/network/hostAddresses.ts'

describe('a printer that a station may name', () => {
  const own = (address: string) => address === '192.168.1.2'
  test.each(['192.168.1.50:9100', '10.0.0.7', '172.16.4.4:9101', '172.31.4.4:9109', '[fd12:3456::7]:9100'])(
    'is %s: an address of the local network at a printer’s port',
    (address) => expect(isNetworkPrinter(address, own)).toBe(true),
  )

  test.each([
    ['127.0.0.1:9100', 'this machine'],
    ['127.1:9100', 'this machine, written otherwise'],
    ['2130706433:9100', 'this machine, as one number'],
    ['0x7f.0.0.1:9100', 'this machine, in hexadecimal'],
    ['010.0.0.7:9100', 'an octal that some read as 8.0.0.7'],
    ['0.0.0.0:9100', 'any address of this machine'],
    ['192.168.1.2:9100', 'this machine’s own address'],
    ['169.254.1.1:9100', 'one link'],
    ['[::1]:9100', 'this machine'],
    ['[::ffff:127.0.0.1]:9100', 'this machine in IPv6’s clothes'],
    ['[fe80::1]:9100', 'one link'],
    ['localhost:9100', 'a name'],
    ['imprimante.mairie:9100', 'a name, which may say something else later'],
    ['8.8.8.8:9100', 'the Internet'],
    ['172.32.0.1:9100', 'the Internet'],
    ['[2001:db8::1]:9100', 'the Internet'],
    ['192.168.1.50:22', 'no printer’s port'],
    ['192.168.1.50:8710', 'no printer’s port'],
    ['192.168.1.50:9110', 'no printer’s port'],
    ['', 'nothing'],
  ])('is not %s: %s', (address) => expect(isNetworkPrinter(address, own)).toBe(false))
})

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '169.254.169.254',
  'localhost',
  'LOCALHOST',
  'a.localhost.',
  '::1',
  '::',
  '0:0:0:0:0:0:0:1',
  '::ffff:7f00:1',
  'fe80::1',
  '127.1',
  '0177.0.0.1',
  '2130706433',
  '0x7f000001',
  '%31%32%37.0.0.1',
  '１２７.0.0.1',
  '',
])('« %s » may be the host’s own machine or its link', (host) => expect(isHostAddress(host)).toBe(true))

test.each(['192.168.1.9', '8.8.8.8', 'suivi.example', 'fd12::1', '2001:db8::1', 'localhost.example'])(
  '%s is another machine',
  (host) => expect(isHostAddress(host)).toBe(false),
)

test('the host of an address is found as a program would: after the account, without brackets nor port', () => {
  expect(
    ['http://a@127.0.0.1:80/x', 'https://[::1]:8443', 'https://suivi.example/?a=@b', 'ftp://x'].map(hostOf),
  ).toEqual(['127.0.0.1', '::1', 'suivi.example', ''])
})

test('a backslash ends the host of an address as a slash does, so that no account hides this machine', () => {
  const typed = ['http://127.0.0.1\\@evil.example/', 'https://127.0.0.1\\x', 'http://a\\@b@127.0.0.1/']
  expect(typed.map(hostOf)).toEqual(typed.map((url) => new URL(url).hostname))
})

test('a name is of no local network', () => {
  expect(['192.168.0.1', 'fd00::1', 'imprimante', '192.168.0', 'fc0::1'].map(isLocalNetwork)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
