import { expect, test } from 'vitest'
import type { Journal } from '../../../db/journal/port.ts'
import type { VisitRow } from '../../../db/journal/readTables.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { emptyOffice } from '../../../shared/domain/state.ts'
import { noWaits } from '../../../shared/domain/waits/now.ts'
import { startWaitModel } from '../../../electron/host/waits/model.ts'

const nine = Date.UTC(2026, 2, 3, 8) as Instant

/** A model whose journal gives visits of twenty minutes, and cannot be read where `cut` says so. */
async function started() {
  const faults: unknown[] = []
  const cut = { now: false }
  const row = (ticketId: string) =>
    ({
      ticketId,
      serviceId: 'titres',
      state: 'closed',
      takenAt: nine,
      firstCalledAt: nine + 60_000,
      startedAt: nine + 60_000,
      endedAt: nine + 1_260_000,
      awayMs: 0,
      interruptedMs: 0,
      requests: 1,
      byHand: false,
      priority: null,
      announcedP50: null,
      announcedP90: null,
      sure: null,
    }) as unknown as VisitRow
  const visits = {
    page: async () => {
      if (cut.now) throw new Error('cut')
      return []
    },
    one: async (ticketId: string) => row(ticketId),
  } as unknown as Journal['visits']
  const model = startWaitModel({
    journal: { visits },
    office: () => emptyOffice,
    now: () => nine,
    onChange: () => {},
    onFault: (error) => faults.push(error),
  })
  await model.settled()
  const tell = async (...events: readonly (readonly [type: string, data: object])[]) => {
    const stored = events.map(([type, data]) => ({ at: nine, event: { type, data } }))
    model.committed(stored as unknown as readonly Recorded[], noWaits)
    await model.settled()
  }
  const paces = () => [...model.current().paces.today].map(([counter, { visits: count }]) => [counter, count])
  return { model, faults, cut, tell, paces }
}

const closed = (ticketId: string) => ['visitClosed', { ticketId, counterId: '1' }] as const

test('what visits lasted at a counter today does not outlive the day, though the month cannot be learnt again', async () => {
  const { model, faults, cut, tell, paces } = await started()
  await tell(closed('a'), closed('b'))
  expect(paces()).toEqual([['1', 2]])
  cut.now = true
  await tell(['dayClosed', { dayId: 'd' }])
  expect(faults).toHaveLength(1)
  expect(paces()).toEqual([])
  await model.stop()
})

test('who opens a counter has none of the visits that ended there before, be they stored at once', async () => {
  const { model, faults, tell, paces } = await started()
  await tell(closed('a'), closed('b'), ['counterOpened', { counterId: '1', agentId: 'other' }], closed('c'))
  expect(paces()).toEqual([['1', 1]])
  expect(faults).toEqual([])
  await model.stop()
})
