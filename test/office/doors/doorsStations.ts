import { expect } from 'vitest'
import { output, refusal, type DoorUnderTest } from './door.ts'

/**
 * What an office that answers its own machine alone says of the network. Pairing itself is tried on a host of its own,
 * over TLS.
 */
export async function stationsLive(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const call = (name: string, input: unknown = {}) => {
    used.add(name)
    return door.call('admin', name, input)
  }
  const settings = {
    on: null,
    port: 8443,
    names: ['accueil.example'],
    certificate: null,
    discoverable: false,
  }
  expect(await output(call('network.set', settings))).toMatchObject({ settings, open: false, addresses: [] })
  const certificate = { chainFile: '/nulle/part.pem', keyFile: '/nulle/part.key' }
  expect(await refusal(door.call('admin', 'network.set', { ...settings, certificate }))).toBe(
    'certificateUnsound',
  )
  const place = { name: 'Hall', counterId: null }
  for (const role of ['kiosk', 'display'])
    expect(await refusal(call('pairing.open', { role, place }))).toBe('networkNotChosen')
  expect(await refusal(call('pairing.openLink', { role: 'display', place }))).toBe('networkNotChosen')
  expect(await refusal(call('network.changeKey'))).toBe('networkNotChosen')
  await output(call('pairing.close'))
  expect(await refusal(call('station.revoke', { stationId: 'inconnu' }))).toBe('unknownStation')
  expect(await refusal(call('station.suspend', { stationId: 'inconnu' }))).toBe('unknownStation')
  await output(call('station.suspend', { stationId: 'kiosk' }))
  expect(await refusal(door.call('kiosk', 'rules.print', {}))).toBe('stationSuspended')
  await output(call('station.resume', { stationId: 'kiosk' }))
  expect(await refusal(call('station.resume', { stationId: 'kiosk' }))).toBe('unknownStation')
  const screen = { diagonal: 43, distance: 10, flash: 'once', volume: 60, chime: true, voice: false }
  expect(await refusal(call('screen.set', { stationId: 'inconnu', settings: screen }))).toBe('unknownStation')
  await output(call('screen.set', { stationId: null, settings: screen }))
  expect(await output(door.call('admin', 'screens.view', {}))).toEqual({
    screens: [{ stationId: null, name: null, settings: screen, own: true }],
  })
  expect(await output(door.call('display', 'screen.own', {}))).toEqual(screen)
  // The host alone notes who proved a code, and where it answers.
  for (const name of ['station.pair', 'door.announce', 'standby.noteRenewal', 'journal.note'])
    expect(await refusal(call(name))).toBe('forbiddenRole')
}
