import { expect } from 'vitest'
import { today } from '../../fixtures/today.ts'
import { output, refusal, type DoorUnderTest } from './door.ts'

/** A training office keeps no backup; what it has of a person is limited, given, then erased. */
export async function keepingLives(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const call = (name: string, input: unknown = {}) => {
    used.add(name)
    return door.call('admin', name, input)
  }
  expect(await refusal(call('backup.make'))).toBe('backupsOff')
  expect(await refusal(call('backup.setOutside', { outside: null }))).toBe('backupsOff')
  expect(await refusal(call('journal.resume', { tickets: {}, documents: {} }))).toBe('journalSound')
  expect(await refusal(call('standby.promote'))).toBe('notFollowing')
  expect((await output<{ token: string }>(call('standby.renewToken'))).token).toMatch(/^[\w-]{43}/)
  const { reference } = await output<{ reference: string }>(
    door.call('agent1', 'file.open', {
      procedureId: 'autre',
      serviceId: 'titres',
      channel: 'depositBox',
      receivedOn: today(),
      pieces: [],
    }),
  )
  await output(call('person.limit', { reference, limited: true }))
  expect(await output(door.call('admin', 'person.get', { reference }))).toMatchObject({ limited: true })
  expect(await refusal(call('person.erase', { reference }))).toBe('personLimited')
  await output(call('person.limit', { reference, limited: false }))
  expect(await output(call('person.erase', { reference }))).toHaveProperty('erased')
  expect(await refusal(door.call('admin', 'person.get', { reference: 'DO-1999-1' }))).toBe('unknownPerson')
  // Nothing is ten years old here: no slip can be drawn, and none is there to bear a visa.
  const slipId = '0198c1f2-0000-7abc-8def-000000000001'
  const visa = { slipId, visaNumber: 'AD77-2026-12', on: today(), by: 'Mme Ardoin' }
  const term = { months: 60, fate: 'elimination' }
  await output(call('archives.setTerm', { kind: 'document', term }))
  expect(await output(door.call('admin', 'archives.get', {}))).toMatchObject({ slip: null, eliminated: [] })
  expect(await refusal(call('archives.drawSlip'))).toBe('nothingOver')
  expect(await refusal(call('archives.withdrawSlip', { slipId }))).toBe('unknownSlip')
  expect(await refusal(call('archives.recordVisa', visa))).toBe('unknownSlip')
  expect(await refusal(call('archives.eliminate', { slipId }))).toBe('unknownSlip')
  expect(await refusal(call('archives.drawSlip', { fate: 'transfer' }))).toBe('nothingToTransfer')
  expect(await refusal(call('archives.transfer', { slipId }))).toBe('unknownSlip')
}
