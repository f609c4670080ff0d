import { expect, test } from 'vitest'
import type { CounterId, StationId } from '../../../shared/contract/ids.ts'
import type { Pin, TokenHash } from '../../../shared/contract/network/calls.ts'
import { stationOf } from '../../../shared/domain/network/paired.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

const clock = Date.parse('2026-03-03T09:00:00Z')
const uuid = (n: number) => `0198c1f2-0000-7abc-8def-${String(n).padStart(12, '0')}`
const facts = (n: number, counterId: string | null = null) => ({
  stationId: uuid(n) as StationId,
  role: 'kiosk' as const,
  place: { name: 'Hall', counterId: counterId as CounterId | null },
  kind: 'program' as const,
  until: null,
  tokenHash: 'A'.repeat(43) as TokenHash,
})

test('a station is paired at a counter that the office has, and in an office that exists', () => {
  const office = PureOffice.school(clock)
  expect(office.act('station.pair', facts(1, 'inconnu'), 'admin')).toMatchObject({
    refusal: 'unknownCounter',
  })
  expect(office.act('station.pair', facts(1, '1'), 'admin')).toMatchObject({ output: {} })
  expect(new PureOffice(clock).act('station.pair', facts(1), 'admin')).toMatchObject({
    refusal: 'officeNotCreated',
  })
})

test('a station is revoked once: again changes nothing, and one that was never paired is unknown', () => {
  const office = PureOffice.school(clock)
  office.act('station.pair', facts(1), 'admin')
  const { stationId } = facts(1)
  expect(stationOf(office.office, stationId)).toBeDefined()
  office.act('station.revoke', { stationId }, 'admin')
  expect(stationOf(office.office, stationId)).toBeUndefined()
  const seq = office.seq
  expect(office.act('station.revoke', { stationId }, 'admin')).toMatchObject({ output: {} })
  expect(office.seq).toBe(seq)
  expect(office.act('station.revoke', { stationId: uuid(9) as StationId }, 'admin')).toMatchObject({
    refusal: 'unknownStation',
  })
})

test('years of pairings and revocations, and of hosts that moved, leave the state as small as it was', () => {
  const office = PureOffice.school(clock)
  office.careful = false
  for (let n = 1; n <= 500; n++) {
    office.act('station.pair', facts(n), 'admin')
    if (n > 10) office.act('station.revoke', { stationId: facts(n).stationId }, 'admin')
    office.act(
      'door.announce',
      { hostId: uuid(n), addresses: ['https://192.168.1.20:8443'], pins: ['A'.repeat(43) as Pin] },
      'admin',
    )
  }
  expect(office.office.stations.size).toBe(210)
  expect(office.office.stations.count(({ revokedAt }) => revokedAt === null)).toBe(10)
  // The last revoked still hear why.
  expect(office.office.stations.has(facts(500).stationId)).toBe(true)
  expect(office.office.hosts).toHaveLength(16)
  expect(office.office.hosts.at(-1)?.hostId).toBe(uuid(500))
})

test('a supervisor suspends a kiosk or other software, never a station where someone signs in; a station that is one no more is not suspended either', () => {
  const office = PureOffice.school(clock)
  const { stationId } = facts(1)
  office.act('station.pair', { ...facts(1), place: { name: 'Borne 2', counterId: null } }, 'admin')
  office.act('station.pair', { ...facts(2), role: 'agent' }, 'admin')
  const made = office.act('apiToken.create', { label: 'Agenda', scopes: ['tickets'], until: null }, 'admin')
  const tokenId = 'output' in made ? made.output.tokenId : ''
  const suspend = (id: string) => office.act('station.suspend', { stationId: id as StationId }, 'supervisor')
  expect(suspend(facts(2).stationId)).toEqual({ refusal: 'unknownStation' })
  expect(suspend('supervisor')).toEqual({ refusal: 'unknownStation' })
  for (const id of [stationId, tokenId, stationId]) expect(suspend(id)).toMatchObject({ output: {} })
  const told = () =>
    office.view('supervision.view', 'supervisor').stations.map(({ name, software }) => `${name} ${software}`)
  expect(new Set(told())).toEqual(new Set(['Agenda true', 'Borne 2 false']))
  office.act('station.revoke', { stationId }, 'admin')
  office.act('apiToken.revoke', { tokenId: tokenId as never }, 'admin')
  expect(told()).toEqual([])
})
