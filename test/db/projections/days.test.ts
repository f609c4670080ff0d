import type { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import { ofCode } from '../../../db/projections/visit/allDays.ts'
import { sqliteCompiler } from '../../../db/projections/compile.ts'
import { documentTable } from '../../../db/projections/documents/table.ts'
import { visitTable } from '../../../db/projections/history/visits.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import type { OfficeId, TicketId, TicketNumber } from '../../../shared/contract/ids.ts'
import { at, batch, facts, newEvent, office, v7 } from '../facts.ts'
import { newDatabase } from '../folder.ts'

const morning = [
  facts.officeCreated(),
  facts.taken(0),
  facts.taken(1, 'K7M3'),
  facts.called(0, 'legalPriority', 2),
  facts.started(0),
  facts.requestAdded(0),
  facts.requestClosed(0, 'refused'),
  facts.closed(0, 'filed'),
  facts.called(1, 'legalPriority', 1),
  facts.undone(1, 'call', 9),
  facts.left(1, 'thirdParty'),
]

test('a day is read alike while it is open and once it is closed', async () => {
  const db = await newDatabase()
  const journal = sqliteJournal(db)
  await journal.append(0, batch({ events: morning.map((event, index) => newEvent(index, event)) }))
  const whole = { from: at(0), to: at(100) }
  const first = v7(1000) as TicketId
  const read = async () => ({
    page: await journal.visits.page({ ...whole, limit: 10 }),
    one: await journal.visits.one(first),
    byCode: await journal.visits.byCode('K7M3'),
    byNumber: await journal.visits.byNumber('A1' as TicketNumber, whole),
    overtakes: await journal.visits.overtakes(whole),
    services: await journal.visits.services(whole),
    outcomes: await journal.visits.outcomes(whole),
    documented: await journal.visits.documented({ ...whole, outcomes: ['filed'], kinds: ['recepisse'] }),
  })
  const open = await read()
  expect(open.page.map(({ number, state }) => [number, state])).toEqual([
    ['A1', 'closed'],
    ['A2', 'left'],
  ])
  expect(open.overtakes).toHaveLength(1)
  expect(open.outcomes).toHaveLength(2)
  expect(open.byCode).toMatchObject({ ticketId: v7(1001) })
  await journal.append(morning.length, batch({ events: [newEvent(morning.length, facts.dayClosed())] }))
  expect(db.prepare('select count(*) from visits_day').pluck().get()).toBe(0)
  expect(await read()).toEqual(open)
  await journal.close()
})

test('a ticket that an earlier day told stays as that day told it', async () => {
  const db = await newDatabase()
  const journal = sqliteJournal(db)
  const again = [facts.officeCreated(), facts.taken(0), facts.left(0), facts.dayClosed(), facts.taken(0)]
  await journal.append(0, batch({ events: again.map((event, index) => newEvent(index, event)) }))
  const read = () => journal.visits.page({ from: at(0), to: at(100), limit: 10 })
  const told = await read()
  expect(told.map(({ state }) => state)).toEqual(['left'])
  await journal.append(again.length, batch({ events: [newEvent(again.length, facts.dayClosed())] }))
  expect(await read()).toEqual(told)
  await journal.close()
})

test('the visit of a paper’s code is found by its index, without reading those of other days', async () => {
  const db = await newDatabase()
  const query = ofCode(sqliteCompiler, office, 'K7M2').compile()
  const plan = db.prepare(`explain query plan ${query.sql}`).all(...query.parameters) as { detail: string }[]
  expect(plan.map(({ detail }) => detail).filter((line) => / visits /.test(line))).toEqual([
    'SEARCH visits USING INDEX visits_code (code=?)',
  ])
  db.close()
})

test('a ticket’s documents are found by their index, without reading the office’s other documents', async () => {
  const db = await newDatabase()
  const plans: string[] = []
  const ask = (query: CompiledQuery) => {
    const plan = db.prepare(`explain query plan ${query.sql}`).all(...query.parameters)
    plans.push(...(plan as { detail: string }[]).map(({ detail }) => detail))
    return Promise.resolve([])
  }
  const whole = { from: at(0), to: at(100), outcomes: ['filed'] as const, kinds: ['recepisse'] as const }
  await visitTable(sqliteCompiler, () => office as OfficeId, ask).documented(whole)
  await documentTable(sqliteCompiler, () => office as OfficeId, ask).ofTicket(v7(1000) as TicketId)
  expect(plans.filter((line) => / (documents|d) /.test(line))).toEqual([
    'SEARCH documents USING INDEX documents_ticket (ticket_id=? AND office_id=?)',
    'SEARCH d USING INDEX documents_ticket (ticket_id=? AND office_id=?)',
  ])
  db.close()
})
