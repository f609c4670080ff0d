import { expect } from 'vitest'
import type { CommandName } from '../../../shared/contract/index.ts'
import type { Link } from '../../../renderer/link/link.ts'
import { sendCalendar } from '../../../renderer/settings/appointments/sending.ts'
import { output, refusal, type DoorUnderTest } from './door.ts'

/** A calendar that is longer than a message comes in parts; what did not come whole is not read. */
export async function importsInParts(door: DoorUnderTest, used: Set<string>, text: string): Promise<void> {
  const call = (name: string, input: unknown) => {
    used.add(name)
    return door.call('supervisor', name, input)
  }
  const act = async (name: CommandName, input: unknown) => ({ output: await output(call(name, input)) })
  const wrong = { text: 'rien', sha256: '0'.repeat(64) }
  expect(await refusal(call('appointment.import', wrong))).toBe('calendarIncomplete')
  const read = await sendCalendar({ act: act as Link['act'] }, text, {})
  expect(read).toMatchObject({ output: { taken: 1 } })
  expect(await refusal(call('appointment.import', wrong))).toBe('calendarIncomplete')
  expect(await refusal(call('calendar.send', { index: 3, text: 'x' }))).toBe('calendarIncomplete')
}

/** No calendar is followed: one is tried in vain, and what the host notes of a source is nobody's to say. */
export async function sourcesLive(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const call = (holder: string, name: string, input: unknown = {}) => {
    used.add(name)
    return door.call(holder, name, input)
  }
  const source = {
    kind: 'ics',
    url: 'https://127.0.0.1:9/agenda.ics',
    user: null,
    services: {},
    privateAddresses: false,
  }
  const tried = await output<{ problem: string | null; total: number }>(
    call('admin', 'source.try', { source }),
  )
  expect(tried.problem).not.toBeNull()
  expect(tried.total).toBe(0)
  await output(call('admin', 'source.set', { source: null }))
  expect(await refusal(call('admin', 'source.signIn'))).toBe('sourceWithoutSignIn')
  expect(await refusal(call('admin', 'source.note', { sourceId: '1', kind: null }))).toBe('forbiddenRole')
  expect(await refusal(call('admin', 'appointment.follow'))).toBe('forbiddenRole')
}

/** The coordination of titles is not set: nothing is asked nor told, and what the host keeps of it is nobody's to say. */
export async function coordinationLives(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const call = (holder: string, name: string, input: unknown = {}) => {
    used.add(name)
    return door.call(holder, name, input)
  }
  const coordination = {
    url: 'https://127.0.0.1:9/api',
    meetingPointId: '12',
    meetingPoint: 'Mairie',
    managementUrl: 'https://mairie.example/rendez-vous',
    services: ['titres'],
    privateAddresses: false,
  }
  expect(await output(call('admin', 'coordination.try', { coordination }))).not.toEqual({ problem: null })
  await output(call('admin', 'coordination.set', { coordination: null }))
  expect(await output(door.call('admin', 'coordination.show', {}))).toMatchObject({
    coordination: null,
    waiting: 0,
  })
  expect(await refusal(call('agent1', 'preApplication.check', { number: 'RDVTEST001' }))).toBe(
    'coordinationOff',
  )
  expect(
    await refusal(
      call('supervisor', 'appointment.setNumbers', {
        appointmentId: '0198c1f2-0000-7abc-8def-0123456789ab',
        numbers: ['RDVTEST001'],
      }),
    ),
  ).toBe('unknownAppointment')
  await output(call('admin', 'slotSearch.set', { search: null }))
  expect(await output(door.call('admin', 'slotSearch.show', {}))).toMatchObject({
    search: null,
    hasToken: false,
  })
  expect(await refusal(call('admin', 'slotSearch.note', { on: true }))).toBe('forbiddenRole')
  expect(await refusal(call('admin', 'coordination.note', { on: true }))).toBe('forbiddenRole')
  expect(await refusal(call('admin', 'preApplication.keep'))).toBe('forbiddenRole')
}
