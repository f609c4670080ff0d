import { expect, test } from 'vitest'
import { startSourceFollower } from '../../../electron/host/appointments/sourceFollower.ts'
import { comingDays } from '../../../electron/host/appointments/sourceState.ts'
import type { SourceFile, SourceStore } from '../../../electron/host/appointments/sourceFile.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const nine = Date.UTC(2026, 2, 3, 8)
const kept = {
  toTell: () => [],
  writeToTell: () => {},
  tokens: () => null,
  writeTokens: () => {},
  remembered: () => [],
  writeRemembered: () => {},
  authority: () => undefined,
} satisfies SourceStore
const file: SourceFile = {
  sourceId: 'a',
  settings: {
    kind: 'caldav',
    url: 'https://agenda.example/',
    user: null,
    services: {},
    privateAddresses: false,
  },
  secret: null,
}

test('the acts of who came without an appointment look through no calendar, those of the others do', () => {
  const office = PureOffice.school(nine)
  office.act('day.open', {}, 'supervisor')
  const text = 'date;heure;service;nom\n03/03/2026;9h10;A;Ferrand'
  office.act('appointment.import', { text }, 'supervisor')
  let looked = 0
  const follower = startSourceFollower(
    file,
    kept,
    {
      asked: () => comingDays('Europe/Paris', office.now),
      believe: () => Promise.resolve(true),
      giving: () => ({ others: new Set(), alone: true }),
      isElsewhere: () => false,
    },
    {
      office: () => office.office,
      personal: () => {
        looked++
        return { ...office.personal, document: null }
      },
      now: () => office.now,
      acts: () => false,
      log: { info: () => {}, fault: () => {} },
      onChange: () => {},
      program: new URL('data:text/javascript,'),
    },
  )
  const looksAt = (...act: Parameters<typeof office.act>) => {
    const before = office.recorded.length
    office.act(...act)
    looked = 0
    follower.committed({ office: office.office, stored: office.recorded.slice(before), jobs: 0 })
    return looked > 0
  }
  try {
    office.act('counter.open', { counterId: '1' }, 'agent1')
    expect(looksAt('ticket.take', { serviceId: 'titres' }, 'kiosk')).toBe(false)
    expect(looksAt('ticket.callNext', {}, 'agent1')).toBe(false)
    expect(looksAt('ticket.start', {}, 'agent1')).toBe(false)
    expect(looksAt('appointment.arrive', { name: 'Ferrand' }, 'kiosk')).toBe(true)
    expect(looksAt('visit.close', { outcome: 'information' }, 'agent1')).toBe(false)
    expect(looksAt('ticket.callNext', {}, 'agent1')).toBe(true)
    expect(looksAt('ticket.start', {}, 'agent1')).toBe(true)
    expect(looksAt('visit.close', { outcome: 'information' }, 'agent1')).toBe(true)
    expect(looksAt('day.close', {}, 'supervisor')).toBe(true)
  } finally {
    follower.stop()
  }
})
