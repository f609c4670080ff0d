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
  const message = {
    messageId: null,
    text: { fr: 'Fermé vendredi 6 mars', ar: 'مغلق' },
    from: 0,
    to: 8_000_000_000_000,
  }
  const set = (more: object) => call('officeMessage.set', { ...message, ...more })
  expect(await refusal(set({ text: { fr: ' ' } }))).toBe('officeMessageEmpty')
  expect(await refusal(set({ text: { fr: 'a'.repeat(161) } }))).toBe('officeMessageTooLong')
  expect(await refusal(set({ text: { fr: 'Mme Durand est absente' } }))).toBe('namesSomebody')
  expect(await refusal(set({ from: 2, to: 1 }))).toBe('officeMessageBackwards')
  expect(await refusal(set({ to: 1 }))).toBe('officeMessageEnded')
  const { messageId } = await output<{ messageId: string }>(set({}))
  expect(await output(door.call('supervisor', 'officeMessages.view', {}))).toMatchObject({
    messages: [{ messageId, place: 1, shown: true }],
  })
  for (const [page, name] of [
    ['display', 'display.view'],
    ['kiosk', 'kiosk.view'],
  ] as const)
    expect(await output(door.call(page, name, {}))).toMatchObject({ messages: [{ messageId }] })
  await output(call('officeMessage.remove', { messageId }))
  expect(await refusal(call('officeMessage.remove', { messageId }))).toBe('unknownOfficeMessage')
  // The host alone notes who proved a code, and where it answers.
  for (const name of ['station.pair', 'door.announce', 'standby.noteRenewal', 'journal.note'])
    expect(await refusal(call(name))).toBe('forbiddenRole')
}
