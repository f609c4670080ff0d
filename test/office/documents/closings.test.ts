import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../../db/connect.ts'
import { journalFile } from '../../../db/open.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, removeFolder } from '../../fixtures/startHost.ts'

let dir: string
let host: HostInside
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir, { school: true, at: '2026-03-03T10:42:00+01:00' })
}, 60_000)
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

type Closings = Output<'document.closings'>
const closings = () => done<Closings>(host, 'supervisor', 'queries/document.closings')

/** Somebody files something, and the day is over. */
async function aDay(): Promise<void> {
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/sheet.update', {
    procedureId: 'cni',
    answers: { personne: 'majeure' },
    pieces: [{ pieceId: 'photo', state: 'presented' }],
  })
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'filed' })
  await done(host, 'supervisor', 'commands/day.close')
}

test('a day’s closing is listed with its totals and its numbers, and says so when it no longer holds', async () => {
  expect(await closings()).toEqual({ closings: [], more: false, flaw: null })
  await aDay()
  await aDay()
  const after = await closings()
  expect(after).toMatchObject({
    closings: [
      { name: '2026-03-03.2', count: 1, perpetual: 2, series: [{ name: 'RD-2026', first: 2, last: 2 }] },
      { name: '2026-03-03', count: 1, perpetual: 1, series: [{ name: 'RD-2026', first: 1, last: 1 }] },
    ],
    more: false,
    flaw: null,
  })
  const latest = after.closings[0]!
  expect(
    await done<Closings>(host, 'supervisor', 'queries/document.closings', { before: latest.seq }),
  ).toMatchObject({ closings: [{ name: '2026-03-03' }], more: false, flaw: null })

  const db = connect(journalFile(dir), { readonly: false, timeout: 5000 })
  try {
    db.exec(`update document_closings set closing = replace(closing, '"perpetual":2', '"perpetual":3')`)
  } finally {
    db.close()
  }
  expect((await closings()).flaw).toEqual({ period: 'day', name: latest.name, why: 'altered' })
}, 60_000)
