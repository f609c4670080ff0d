import Database from 'better-sqlite3'
import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { CommandId, Seq } from '../../../shared/contract/ids.ts'
import { journalFile, openDatabase, openForReading, openJournal } from '../../../db/open.ts'
import type { Journal } from '../../../db/journal/port.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { answer } from './answersAndJobs.ts'
import { at, batch, facts, newEvent, v7 } from '../facts.ts'
import { ownFolder } from '../folder.ts'

/** A command id whose instant is so many milliseconds after that of the others. */
const idAt = (instant: number, nth = 0) =>
  `${(0x0195f0000000 + instant)
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-7000-8000-${nth.toString(16).padStart(12, '0')}` as CommandId

const born = async (journal: Journal) =>
  void (await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] })))

/** What the file itself says of its end. */
function saidBy(folder: string) {
  const db = new Database(journalFile(folder), { readonly: true })
  try {
    return {
      head: db.prepare('select seq, hash from head').get(),
      row: db.prepare('select seq from head_row').pluck().get(),
      last: db.prepare('select seq, hash from events order by seq desc limit 1').get(),
    }
  } finally {
    db.close()
  }
}

test('an act writes the head with its answer alone, and an event without answer writes it in its row', async () => {
  const folder = ownFolder()
  const journal = await openJournal(folder)
  await born(journal)
  for (const seq of [1, 2])
    await journal.append(
      seq,
      batch({
        events: [newEvent(seq, facts.taken(seq))],
        answers: [{ ...answer(seq), commandId: idAt(seq) }],
      }),
    )
  expect(saidBy(folder)).toMatchObject({ head: { seq: 3 }, row: 1 })
  await journal.append(3, batch({ events: [newEvent(3, facts.taken(3))] }))
  expect(saidBy(folder)).toMatchObject({ head: { seq: 4 }, row: 4 })
  await journal.close()
})

test('whoever reads a running host’s file has the head that its events have by then', async () => {
  const folder = ownFolder()
  const journal = await openJournal(folder)
  await born(journal)
  const reader = sqliteJournal(await openForReading(folder))
  expect(await reader.head()).toEqual(await journal.head())
  await journal.append(1, batch({ events: [newEvent(1, facts.taken(1))] }))
  expect((await reader.read(1 as Seq, 10)).map(({ seq }) => seq)).toEqual([2])
  expect(await reader.head()).toEqual(await journal.head())
  await reader.close()
  await journal.close()
})

const acts = fc.array(
  fc.record({
    events: fc.integer({ min: 0, max: 2 }),
    // Instants in any order: the clock of a station is its own.
    instants: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
    next: fc.constantFrom('nothing', 'purge', 'reopen', 'fail', 'forget'),
  }),
  { minLength: 1, maxLength: 25 },
)

property.prop([acts], { numRuns: 25 })(
  'the head is the end of the chain, whatever answers are kept, erased, purged or undone, and whatever their ids',
  async (steps) => {
    const folder = ownFolder()
    let journal = await openJournal(folder)
    await born(journal)
    let seq = 1
    let nth = 0
    for (const { events, instants, next } of steps) {
      const stored = Array.from({ length: events }, (_, more) =>
        newEvent(seq + more, facts.taken(seq + more)),
      )
      const answers = instants.map((instant) => ({
        ...answer(seq),
        commandId: idAt(instant, ++nth),
        about: { kind: 'sheet' as const, id: 's' },
      }))
      const personal = next === 'forget' ? [{ op: 'drop' as const, kind: 'sheet' as const, id: 's' }] : []
      if (next === 'fail') {
        // Twice the same id: all of it is undone.
        const again = [...answers, ...(answers.length > 0 ? answers.slice(0, 1) : [])]
        const failed = await journal.append(seq, batch({ events: stored, answers: again })).then(
          () => false,
          () => true,
        )
        if (!failed) seq += events
      } else {
        await journal.append(seq, batch({ events: stored, answers, personal }))
        seq += events
      }
      if (next === 'purge') await journal.purge(at(30 * 24 * 3600))
      if (next === 'reopen') {
        await journal.close()
        journal = await openJournal(folder)
      }
      const { head, last } = saidBy(folder)
      expect(head).toEqual(last)
      expect(await journal.head()).toEqual(head)
      expect(head).toMatchObject({ seq })
    }
    await journal.close()
  },
)

test('a tail cut off under an answer that says the head is seen, and so is its answer erased with it', async () => {
  for (const cut of ['', 'delete from answers']) {
    const folder = ownFolder()
    const db = await openDatabase(folder)
    const journal = sqliteJournal(db)
    await born(journal)
    for (const seq of [1, 2, 3])
      await journal.append(
        seq,
        batch({
          events: [newEvent(seq, facts.taken(seq))],
          answers: [{ ...answer(seq), commandId: idAt(seq) }],
        }),
      )
    expect(verifyChain(db)).toMatchObject({ ok: true, head: { seq: 4 } })
    db.exec(`drop trigger events_no_delete; delete from events where seq = 4; ${cut}`)
    expect(verifyChain(db)).toMatchObject({ ok: false })
    await journal.close()
    await expect(openJournal(folder)).rejects.toMatchObject({ code: 'corrupt' })
  }
})

test('a copy that follows keeps its head when the answer that said it is purged at its host', async () => {
  const [folder, copied] = [ownFolder(), ownFolder()]
  const host = await openJournal(folder)
  await born(host)
  await host.followed?.begin()
  await host.append(
    1,
    batch({
      events: [newEvent(1, facts.taken(1))],
      answers: [{ ...answer(1), commandId: v7(1) as CommandId }],
    }),
  )
  const source = new Database(journalFile(folder), { readonly: true })
  await source.backup(journalFile(copied))
  source.close()
  const copy = await openJournal(copied)
  const { followed } = copy
  if (!followed || !host.followed) throw new Error('no store to follow')
  await host.purge(at(30 * 24 * 3600))
  const delta = await host.followed.since(await followed.place())
  if (typeof delta === 'string') throw new Error(delta)
  expect(delta.rows).toMatchObject([['answers', expect.any(String), null]])
  await followed.take(delta)
  expect(saidBy(copied)).toMatchObject({ head: { seq: 2 }, row: 2 })
  await copy.close()
  await host.close()
})
