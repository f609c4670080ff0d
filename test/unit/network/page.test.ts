import { expect, test } from 'vitest'
import { doorDraftOf, doorFrom } from '../../../renderer/settings/network/doorDraft.ts'
import { pairingFrom, usualPairing } from '../../../renderer/settings/network/pairingDraft.ts'
import { addressTyped, codeTyped } from '../../../renderer/settings/network/joinForm.ts'
import { addressFrom } from '../../../electron/lan/pin.ts'
import type { CounterId } from '../../../shared/contract/ids.ts'
import { usualNetwork } from '../../../shared/contract/network/calls.ts'
import { network } from '../../../shared/messages/network/network.fr.ts'

const named = (counterId: CounterId) => `Guichet ${counterId}`
const usual = usualPairing('2' as CounterId)

test('an address is read as the station’s program reads it, with or without its port, and nothing else passes', () => {
  for (const typed of [
    '192.168.1.20',
    ' 192.168.1.20:8443 ',
    'https://192.168.1.20:8443',
    'accueil.mairie.example:443',
    'fd00::2',
    '[fd00::2]:9000',
  ])
    expect(addressTyped(typed), typed).toBe(addressFrom(typed))
  expect(addressTyped('192.168.1.20')).toBe('https://192.168.1.20:8443')
  for (const typed of ['', 'deux mots', 'a@b', '192.168.1.20/pair', '192.168.1.20:99999'])
    expect(addressTyped(typed), typed).toBeNull()
})

test('eight digits are a code however they are grouped', () => {
  for (const typed of ['12345678', ' 1234 5678 ', '12-34-56-78']) expect(codeTyped(typed)).toBe('12345678')
  for (const typed of ['1234567', '123456789', '1234567a', '']) expect(codeTyped(typed)).toBeNull()
})

test('a counter’s station has the counter’s name; another has the place that is written, never an empty one', () => {
  expect(pairingFrom(usual, named)).toEqual({
    code: { role: 'agent', place: { name: 'Guichet 2', counterId: '2' } },
  })
  expect(pairingFrom({ ...usual, role: 'kiosk' }, named)).toEqual({
    code: { role: 'kiosk', place: { name: 'Entrée', counterId: null } },
  })
  expect(pairingFrom({ ...usual, role: 'kiosk', place: ' ' }, named)).toEqual({
    wrong: { place: network.placeWrong },
  })
  const link = { ...usual, role: 'display', by: 'link' } as const
  expect(pairingFrom({ ...link, days: '30' }, named)).toEqual({
    link: { role: 'display', place: { name: 'Salle d’attente', counterId: null }, days: 30 },
  })
  for (const days of ['0', '401', 'un an', ''])
    expect(pairingFrom({ ...link, days }, named)).toEqual({ wrong: { days: network.daysWrong } })
})

test('the network’s settings come back as they were, and each wrong field says its own matter', () => {
  const own = {
    on: 'eth0',
    port: 8443,
    names: ['accueil.mairie.example'],
    certificate: { chainFile: '/etc/tls/chain.pem', keyFile: 'C:\\tls\\key.pem' },
    discoverable: false,
  }
  for (const settings of [usualNetwork, own]) expect(doorFrom(doorDraftOf(settings))).toEqual({ settings })
  expect(
    doorFrom({ ...doorDraftOf(own), port: '70000', names: 'Accueil!', chainFile: 'chain.pem', keyFile: '' }),
  ).toEqual({
    wrong: {
      port: network.portWrong,
      names: network.namesWrong,
      chainFile: network.fileWrong,
      keyFile: network.fileWrong,
    },
  })
})
