import { expect } from 'vitest'
import { output, refusal, type DoorUnderTest } from './door.ts'

/** What offices ask of one another: every act of it, while the day is open and nobody is received at the second counter. */
export async function townLives(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const act = <T>(holder: string, name: string, input: unknown = {}) => {
    used.add(name)
    return output<T>(door.call(holder, name, input))
  }
  const asked = { procedureId: 'cni', arrivedAt: Date.now() }
  expect(await refusal(door.call('integration', 'place.request', asked))).toBe('placesNotOffered')
  await act('admin', 'places.set', { perDay: 1, services: ['titres'] })
  const { code } = await act<{ code: string }>('integration', 'place.request', asked)
  expect(await refusal(door.call('integration', 'place.request', asked))).toBe('placesFull')
  const unknown = { requestId: '0198c1f2-0000-7abc-8def-0000000000aa' }
  expect(await act('integration', 'place.withdraw', unknown)).toEqual({ withdrawn: false })
  const { ticketId } = await output<{ ticketId: string }>(door.call('kiosk', 'appointment.arrive', { code }))
  await output(door.call('kiosk', 'ticket.leave', { ticketId }))
  used.add('place.ask')
  expect(await refusal(door.call('agent2', 'place.ask', { partnerId: 'annexe' }))).toBe('counterNotOpen')
  used.add('place.giveUp')
  expect(await refusal(door.call('agent2', 'place.giveUp', {}))).toBe('counterNotOpen')
  for (const own of ['place.begin', 'place.note', 'place.returned']) {
    used.add(own)
    expect(await refusal(door.call('agent1', own, {}))).toBe('forbiddenRole')
  }
}
