import { expect } from 'vitest'
import { output, refusal, type DoorUnderTest } from './door.ts'

/** What offices ask of one another: every act of it, while the day is open and nobody is received at the second counter. */
export async function townLives(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const act = <T>(holder: string, name: string, input: unknown = {}) => {
    used.add(name)
    return output<T>(door.call(holder, name, input))
  }
  const asked = { procedureId: 'cni', arrivedAt: Date.now() }
  expect(await refusal(door.call('integration', 'partners.requestPlace', asked))).toBe('placesNotOffered')
  await act('admin', 'partners.setPlaces', { perDay: 1, services: ['titres'] })
  const { code } = await act<{ code: string }>('integration', 'partners.requestPlace', asked)
  expect(await refusal(door.call('integration', 'partners.requestPlace', asked))).toBe('placesFull')
  const unknown = { requestId: '0198c1f2-0000-7abc-8def-0000000000aa' }
  expect(await act('integration', 'partners.withdrawPlace', unknown)).toEqual({ withdrawn: false })
  const { ticketId } = await output<{ ticketId: string }>(door.call('kiosk', 'appointment.arrive', { code }))
  await output(door.call('kiosk', 'ticket.leave', { ticketId }))
  used.add('partners.askPlace')
  expect(await refusal(door.call('agent2', 'partners.askPlace', { partnerId: 'annexe' }))).toBe(
    'counterNotOpen',
  )
  used.add('partners.giveUpPlace')
  expect(await refusal(door.call('agent2', 'partners.giveUpPlace', {}))).toBe('counterNotOpen')
  used.add('partners.set')
  const office = {
    partnerId: 'annexe',
    name: 'Mairie annexe',
    url: 'http://127.0.0.1:9',
    pins: [],
    places: true,
    figures: false,
  }
  expect(await refusal(door.call('admin', 'partners.set', { office }))).toBe('partnerTokenMissing')
  await act('admin', 'partners.set', { office, token: 'guichet_un_jeton_inconnu' })
  expect(await act('admin', 'partners.try', { partnerId: 'annexe' })).toEqual({
    answers: [{ about: 'places', is: 'unreachable', code: null }],
  })
  await act('admin', 'partners.remove', { partnerId: 'annexe' })
  expect(await refusal(door.call('admin', 'partners.remove', { partnerId: 'annexe' }))).toBe('unknownPartner')
  for (const own of ['partners.beginAsking', 'partners.noteAnswer', 'partners.noteReturn']) {
    used.add(own)
    expect(await refusal(door.call('agent1', own, {}))).toBe('forbiddenRole')
  }
}
