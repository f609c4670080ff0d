import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice } from '../../../electron/host/startOffice.ts'
import { headlessChromium } from '../../../electron/printing/headless.ts'
import type { CommandId, StationId } from '../../../shared/contract/ids.ts'
import type { CommandName } from '../../../shared/contract/index.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

// What a kiosk says of its papers once their day is over, on a real journal: the state has forgotten that day, not the tables.

let office: Awaited<ReturnType<typeof startOffice>>
let dir: string
const kioskId = randomUUID()

beforeAll(async () => {
  dir = await newFolder()
  office = await startOffice({
    dir,
    school: true,
    at: '2026-03-03T10:00:00+01:00',
    chromium: headlessChromium(),
    protection: null,
  })
  await act('supervisor', 'day.open', {})
  await act('kiosk', 'series.lend', { kioskId })
})
afterAll(async () => {
  await office.stop()
  await removeFolder(dir)
})

/** What the host answers: an output, or its refusal's code. */
async function act(role: 'kiosk' | 'supervisor', name: CommandName, input: object): Promise<unknown> {
  const holder = { role, stationId: 'hote' as StationId, agentId: null }
  const answer = await office.host.call(holder, name, input, randomUUID() as CommandId)
  return 'text' in answer ? (JSON.parse(answer.text) as unknown) : answer.code
}
const paper = (more: object) => ({
  ticketId: randomUUID(),
  serviceId: 'titres',
  procedureId: null,
  purpose: 'request',
  lang: 'fr',
  code: randomUUID().slice(0, 8).toUpperCase().replaceAll('0', 'G').replaceAll('1', 'H'),
  takenAt: office.host.now(),
  awaySince: office.host.now(),
  kioskId,
  ...more,
})
const stored = () => office.host.seq()

test('a paper joins once though its day is over, and takes nobody’s id nor number of that day', async () => {
  const first = paper({ number: 'P1' })
  expect(await act('kiosk', 'ticket.join', first)).toMatchObject({ number: 'P1', received: 'waiting' })
  await act('supervisor', 'day.settleAll', { how: 'certificate', fault: 'service' })
  expect(await act('supervisor', 'day.close', {})).not.toBeTypeOf('string')

  const late = paper({ number: 'P2' })
  const missed = await act('kiosk', 'ticket.join', late)
  expect(missed).toMatchObject({ ticketId: late.ticketId, number: 'P2', received: 'missed' })
  const before = stored()
  expect(await act('kiosk', 'ticket.join', late), 'by another command').toEqual(missed)
  expect(await act('kiosk', 'ticket.join', { ...late, number: 'P3' }), 'their id').toBe('numberUsed')
  expect(await act('kiosk', 'ticket.join', { ...first, number: 'P4' }), 'an id of that day').toBe(
    'numberUsed',
  )
  expect(await act('kiosk', 'ticket.join', paper({ number: 'P1' })), 'a number of that day').toBe(
    'numberUsed',
  )
  expect(
    await act('kiosk', 'ticket.join', paper({ number: 'P3', code: first.code })),
    'a code of that day',
  ).toBe('codeUsed')
  expect(stored()).toBe(before)

  // At once, they go into one commit: the second is not in the tables yet when it is decided.
  const same = paper({ number: 'P5' })
  const [one, two, other] = await Promise.all([
    act('kiosk', 'ticket.join', same),
    act('kiosk', 'ticket.join', same),
    act('kiosk', 'ticket.join', paper({ number: 'P5' })),
  ])
  expect([two, other]).toEqual([one, 'numberUsed'])
  expect(stored()).toBe(before + 1)
})
