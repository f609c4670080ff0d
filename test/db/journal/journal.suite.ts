import { describe, expect, test } from 'vitest'
import type { CommandId, JobId } from '../../../shared/contract/ids.ts'
import type { Journal } from '../../../db/journal/port.ts'
import { answer, job } from './answersAndJobs.ts'
import { at, batch, commandId, facts, newEvent, office, v7 } from '../facts.ts'

const day = 24 * 3600

/** An empty journal; `reopen` gives the same one again. */
export type OpenJournal = () => Promise<{
  readonly journal: Journal
  readonly reopen: () => Promise<Journal>
}>

/** What every journal promises, whatever keeps it. */
export function journalSuite(name: string, open: OpenJournal): void {
  describe(`what a journal promises, kept by ${name}`, () => {
    test('what is appended is read again in order, after a reopening too', async () => {
      const { journal, reopen } = await open()
      const stored = await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
      await journal.append(1, batch({ events: [newEvent(1, facts.taken(0)), newEvent(2, facts.taken(1))] }))
      const all = await journal.read(0, 10)
      expect(all.map(({ seq, event }) => [seq, event.type])).toEqual([
        [1, 'officeCreated'],
        [2, 'ticketTaken'],
        [3, 'ticketTaken'],
      ])
      expect(stored).toEqual({ stored: all.slice(0, 1) })
      expect(await journal.read(1, 1)).toEqual(all.slice(1, 2))
      const head = await journal.head()
      expect(head.seq).toBe(3)
      const again = await reopen()
      expect([await again.read(0, 10), await again.head(), again.officeId()]).toEqual([all, head, office])
    })

    test('the hashes of its events are those of its chain, which is verified from any of them', async () => {
      const { journal } = await open()
      const events = [0, 1, 2].map((seconds) => newEvent(seconds, facts.taken(seconds)))
      await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated()), ...events] }))
      const { hash } = await journal.head()
      const all = await journal.hashes(0, 99)
      expect(all).toHaveLength(4)
      expect(all[3]).toBe(hash)
      expect(await journal.hashes(1, 3)).toEqual(all.slice(1, 3))
      expect(await journal.hashes(4, 9)).toEqual([])
      for (const from of [0, 2, 4])
        expect(await journal.verifyFrom(from)).toEqual({ ok: true, count: 4 - from, head: { seq: 4, hash } })
      expect(await journal.verifyFrom(9)).toMatchObject({ ok: false, seq: 9 })
    })

    test('the last anchor that its engine keeps is read again, and an append leaves it', async () => {
      const { journal, reopen } = await open()
      await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
      // Where a folder keeps its own, the engine keeps none.
      if (journal.anchor === null) return
      expect(await journal.anchor.last()).toBeUndefined()
      await journal.anchor.keep('signed')
      await journal.append(1, batch({ events: [newEvent(1, facts.taken(0))] }))
      expect(await (await reopen()).anchor?.last()).toBe('signed')
    })

    test('an append on a head that has moved is a conflict and stores nothing', async () => {
      const { journal } = await open()
      await journal.append(0, batch({ events: [newEvent(0, facts.taken(0))] }))
      const late = batch({
        events: [newEvent(1, facts.taken(1))],
        answers: [answer(1)],
        personal: [{ op: 'put', kind: 'sheet', id: 'a', value: {}, at: at(1) }],
      })
      expect(await journal.append(0, late)).toBe('conflict')
      expect(await journal.append(2, late)).toBe('conflict')
      expect((await journal.head()).seq).toBe(1)
      expect(await journal.answer(commandId(1))).toBeUndefined()
      expect(await journal.personalRow('sheet', 'a')).toBeUndefined()
      expect(await journal.append(1, late)).not.toBe('conflict')
    })

    test('an append decided on a row that is no longer as it was read is a conflict and stores nothing', async () => {
      const { journal } = await open()
      await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
      const key = { kind: 'attempts', id: 'a' } as const
      const counted = (value: number, before: unknown) =>
        journal.append(1, {
          ...batch({ personal: [{ op: 'put', ...key, value: { count: value }, at: at(1) }] }),
          basis: [{ ...key, value: before }],
        })
      expect(await counted(9, { count: 8 })).toBe('conflict')
      expect(await journal.personalRow('attempts', 'a')).toBeUndefined()
      expect(await counted(1, undefined)).not.toBe('conflict')
      expect(await counted(9, undefined)).toBe('conflict')
      expect(await counted(2, { count: 1 })).not.toBe('conflict')
      expect(await journal.personalRow('attempts', 'a')).toEqual({ count: 2 })
    })

    test('an instant never goes back, and the refused batch leaves nothing', async () => {
      const { journal } = await open()
      await journal.append(0, batch({ events: [newEvent(5, facts.taken(0))] }))
      const events = [newEvent(6, facts.taken(1)), newEvent(4, facts.taken(2))]
      await expect(journal.append(1, batch({ events }))).rejects.toThrow(RangeError)
      expect((await journal.head()).seq).toBe(1)
      await journal.append(1, batch({ events: [newEvent(5, facts.taken(1))] }))
      expect((await journal.head()).seq).toBe(2)
    })

    test('a batch with a part that fails leaves no part', async () => {
      const { journal } = await open()
      await journal.append(0, batch({ answers: [answer(1)] }))
      const failing = batch({
        events: [newEvent(2, facts.taken(0))],
        personal: [{ op: 'put', kind: 'agent', id: 'a', value: { firstName: 'Ana' }, at: at(2) }],
        jobs: [job(1)],
        answers: [answer(2), answer(1)],
      })
      await expect(journal.append(0, failing)).rejects.toThrow()
      expect((await journal.head()).seq).toBe(0)
      expect(await journal.answer(commandId(2))).toBeUndefined()
      expect(await journal.personal('agent')).toEqual(new Map())
      expect(await journal.jobs.recent(10)).toEqual([])
    })

    test('each command id finds its own answer, however many were made in the same instant', async () => {
      const { journal } = await open()
      const ids = Array.from({ length: 90 }, (_, place) => {
        const rest = String(place).padStart(3, '0')
        return `0198c1f2-000${place % 2}-7${rest}-8def-000000000001` as CommandId
      })
      for (const id of ids)
        await journal.append(0, batch({ answers: [{ ...answer(1, `"${id}"`), commandId: id }] }))
      for (const id of ids)
        expect(await journal.answer(id)).toEqual({ inputHash: 'input1', output: `"${id}"` })
      expect(await journal.answer('0198c1f2-0000-7999-8def-000000000001' as CommandId)).toBeUndefined()
      for (const id of [ids[0], ids[89]]) {
        const twice = batch({ answers: [{ ...answer(1), commandId: id! }] })
        await expect(journal.append(0, twice)).rejects.toThrow()
      }
    })

    test('an answer is given again for seven days, and not after', async () => {
      const { journal, reopen } = await open()
      await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())], answers: [answer(0)] }))
      const again = await reopen()
      await again.purge(at(7 * day - 1))
      expect(await again.answer(commandId(0))).toEqual({ inputHash: 'input0', output: '{"number":"A1"}' })
      expect((await again.purge(at(7 * day))).answers).toBe(1)
      expect(await again.answer(commandId(0))).toBeUndefined()
    })

    test('rows stored before the office is born are adopted by it', async () => {
      const { journal } = await open()
      await journal.append(0, batch({ answers: [answer(1)], jobs: [job(1)] }))
      await journal.append(0, batch({ events: [newEvent(2, facts.officeCreated())] }))
      expect(journal.officeId()).toBe(office)
      expect(await journal.answer(commandId(1))).toBeDefined()
      expect(await journal.jobs.recent(10)).toHaveLength(1)
    })

    test('a snapshot replaces the one before', async () => {
      const { journal } = await open()
      expect(await journal.snapshot()).toBeUndefined()
      await journal.saveSnapshot({ seq: 1, evolveVersion: 1, state: 'a' })
      await journal.saveSnapshot({ seq: 2, evolveVersion: 3, state: 'b' })
      expect(await journal.snapshot()).toEqual({ seq: 2, evolveVersion: 3, state: 'b' })
    })

    test('print jobs outlive the process, oldest first, until they are printed', async () => {
      const { journal, reopen } = await open()
      await journal.append(
        0,
        batch({ events: [newEvent(0, facts.taken(0))], jobs: [job(1), job(2), job(3)] }),
      )
      const { jobId } = job(2)
      await journal.jobs.update(jobId, { state: 'printing', attempts: 1, interrupted: true })
      await journal.jobs.update(job(1).jobId, { state: 'printed' })
      await journal.jobs.update(v7(1) as JobId, { state: 'printed' })
      const again = await reopen()
      expect((await again.jobs.open()).map((row) => row.jobId)).toEqual([jobId, job(3).jobId])
      expect((await again.jobs.recent(2)).map((row) => row.jobId)).toEqual([job(3).jobId, jobId])
      const { state: _, ...kept } = job(2)
      const expected = { state: 'printing', attempts: 1, problem: null, interrupted: true, nextAt: at(2) }
      expect(await again.jobs.get(jobId)).toEqual({ ...kept, ...expected })
      // A paper that repeats no document is none of the documents that came out.
      expect(await again.jobs.printed(at(0))).toBe(0)
      await again.purge(at(2 * day))
      expect((await again.jobs.recent(9)).map((row) => row.jobId)).toEqual([job(3).jobId, jobId])
      // A label keeps an address: what never came out and repeats no document goes too.
      await again.append(1, batch({ jobs: [job(4, v7(5004))] }))
      await again.purge(at(8 * day))
      expect((await again.jobs.recent(9)).map((row) => row.jobId)).toEqual([job(4).jobId, jobId])
    })
  })
}
