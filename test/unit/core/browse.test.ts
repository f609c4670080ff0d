import { expect, test } from 'vitest'
import { isSignInAddress } from '../../../electron/gateway/browse.ts'

const ticket = 'a1'.repeat(32)

test('a page has the system’s browser open where a sign-in begins, by name, address or port', () => {
  for (const host of ['guichet.mairie.example', '192.168.1.20:8443', '[fd00::1]:8443'])
    expect(isSignInAddress(`https://${host}/connexion/${ticket}`, `https://${host}`), host).toBe(true)
})

test('at no other host than the office’s own, and nowhere when no provider is set', () => {
  const own = 'https://guichet.example:8443'
  for (const host of [
    'ailleurs.example',
    'guichet.example',
    'guichet.example:84431',
    'guichet.example:8443.ailleurs',
  ])
    expect(isSignInAddress(`https://${host}/connexion/${ticket}`, own), host).toBe(false)
  expect(isSignInAddress(`${own}/connexion/${ticket}`, null)).toBe(false)
})

test('nor where a host says that it is what no browser of the office opens', () => {
  for (const own of [
    'http://guichet.example',
    'file:///tmp',
    'smb://ailleurs.example',
    'ms-msdt:',
    'https://a@b',
  ])
    expect(isSignInAddress(`${own}/connexion/${ticket}`, own), own).toBe(false)
})

test.each([
  `http://guichet.example/connexion/${ticket}`,
  `https://guichet.example/connexion/${ticket}/suite`,
  `https://guichet.example/connexion/${ticket}?vers=https://ailleurs.example`,
  `https://guichet.example@ailleurs.example/connexion/${ticket}`,
  `https://ailleurs.example/autre#/connexion/${ticket}`,
  `https://guichet.example/connexion/${ticket}\nhttps://ailleurs.example`,
  'https://guichet.example/connexion/court',
  'file:///etc/passwd',
  `javascript:alert(1)//https://guichet.example/connexion/${ticket}`,
  null,
  { toString: () => `https://guichet.example/connexion/${ticket}` },
])('whatever else a page would open stays closed: %s', (text) => {
  expect(isSignInAddress(text, 'https://guichet.example')).toBe(false)
})
