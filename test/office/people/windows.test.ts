import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../../shared/contract/define.ts'
import type { CommandId, StationId } from '../../../shared/contract/ids.ts'
import type { CallName } from '../../../shared/contract/index.ts'
import { ownSeat } from '../../../electron/host/core/tokens.ts'
import { startOffice, type Started } from '../../../electron/host/startOffice.ts'
import { headlessChromium } from '../../../electron/printing/headless.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'
import '../../fixtures/quickSecrets.ts'

// The windows of one machine, as Electron's main process gives them to the host: one person sits before them all.

let dir: string
let started: Started
beforeAll(async () => {
  dir = await newFolder()
  started = await startOffice({
    dir,
    school: true,
    at: undefined,
    chromium: headlessChromium(),
    protection: null,
  })
})
afterAll(async () => {
  await started.stop()
  await removeFolder(dir)
})

const inWindow = async (station: string, role: Role, name: CallName, input: unknown = {}) => {
  const holder = { role, stationId: station as StationId, agentId: null, seat: ownSeat }
  const answer = await started.host.call(holder, name, input, randomUUID() as CommandId)
  return 'code' in answer ? answer.code : (JSON.parse(answer.text) as Record<string, unknown>)
}

test('who signs in at one window of a machine is at all of them, with their own rights; locked, all are', async () => {
  const phrase = 'un cerisier sous la neige'
  await inWindow('administration', 'admin', 'secret.first', { agentId: 'agent1', secret: phrase })
  expect(await inWindow('counter', 'agent', 'session.view')).toMatchObject({
    present: { agentId: 'agent1', rights: ['agent', 'supervisor', 'admin'] },
  })
  await inWindow('supervision', 'supervisor', 'day.open')
  await inWindow('counter', 'agent', 'counter.open', { counterId: '1' })
  const { code } = (await inWindow('administration', 'admin', 'agent.invite', { agentId: 'agent2' })) as {
    code: string
  }
  await inWindow('files', 'agent', 'session.lock')
  expect(await inWindow('administration', 'admin', 'people.view')).toBe('sessionLocked')
  expect(await inWindow('kiosk', 'kiosk', 'ticket.take', { serviceId: 'titres' })).toHaveProperty('number')

  // A colleague comes in turn: the counter is still the first one's, until they go on with it.
  const chosen = { agentId: 'agent2', code, secret: '739154' }
  expect(await inWindow('counter', 'agent', 'secret.choose', chosen)).toEqual({ agentId: 'agent2' })
  expect(await inWindow('counter', 'agent', 'session.view')).toMatchObject({
    present: { agentId: 'agent2', relieves: '1' },
  })
  expect(await inWindow('files', 'agent', 'files.due')).toHaveProperty('rows')
  expect(await inWindow('supervision', 'supervisor', 'supervision.view')).toBe('rightLacking')
  expect(await inWindow('administration', 'admin', 'people.view')).toBe('rightLacking')
  expect(await inWindow('counter', 'agent', 'counter.relieve', { counterId: '1' })).toEqual({
    counterId: '1',
  })
  expect(await inWindow('counter', 'agent', 'counter.view')).toMatchObject({ counter: { counterId: '1' } })
})
