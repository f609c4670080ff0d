import { describe, expect, test } from 'vitest'
import type {
  CounterId,
  DocumentId,
  FileId,
  Instant,
  TicketId,
  TicketNumber,
  VisitId,
} from '../../../shared/contract/ids.ts'
import type { VisitRow } from '../../../db/journal/readTables.ts'
import { job } from './answersAndJobs.ts'
import { at, batch, facts, newEvent, v7 } from '../facts.ts'
import type { OpenJournal } from './journal.suite.ts'

/** What every journal promises of its read tables. */
export function journalTablesSuite(name: string, open: OpenJournal): void {
  describe(`what a journal promises of its read tables, kept by ${name}`, () => {
    test('documents are listed the latest first, page after page, and an erased one says so', async () => {
      const { journal } = await open()
      const times = [1, 2, 2, 3, 4]
      const events = times.map((seconds, index) => newEvent(seconds, facts.issued(index, seconds)))
      await journal.append(0, batch({ events: [newEvent(0, facts.taken(4)), ...events] }))
      const document = { kind: 'document', id: v7(5004) } as const
      await journal.append(
        6,
        batch({
          events: [newEvent(5, facts.printed(4, 2))],
          personal: [{ op: 'put', ...document, value: {}, at: at(5) }],
          jobs: [job(1, document.id)],
        }),
      )
      const pages: string[][] = []
      let before: Instant | undefined
      for (let more = true; more;) {
        const page = await journal.documents.list({ limit: 3, ...(before && { before }) })
        pages.push(page.documents.map(({ number }) => number))
        before = page.documents.at(-1)?.issuedAt
        more = page.more
      }
      expect(pages).toEqual([
        ['RD-2026-5', 'RD-2026-4'],
        ['RD-2026-3', 'RD-2026-2', 'RD-2026-1'],
      ])
      const inside = await journal.documents.list({ from: at(2), to: at(4), limit: 9 })
      expect(inside.documents.map(({ issuedAt }) => issuedAt)).toEqual([at(3), at(2), at(2)])
      const latest = await journal.documents.row(document.id as DocumentId)
      expect(latest).toMatchObject({ ticket: 'A5', copies: 2, erased: false, counterId: '2' })
      expect(
        (await journal.documents.ofCounter('2' as CounterId, at(2), 9)).map((row) => row.number),
      ).toEqual(['RD-2026-5', 'RD-2026-2'])
      const eliminated = newEvent(7, facts.archivesEliminated([document]))
      await journal.append(7, batch({ events: [eliminated], personal: [{ op: 'drop', ...document }] }))
      expect(await journal.documents.row(document.id as DocumentId)).toMatchObject({ erased: true })
      expect(await journal.jobs.recent(9)).toEqual([])
      const {
        ticketId: _t,
        visitId: _v,
        counterId: _c,
        fileId: _f,
        ...seal
      } = facts.issued(4, 4).data as Record<string, unknown>
      expect(await journal.documents.seal(document.id as DocumentId)).toEqual(seal)
      expect(await journal.documents.seal(v7(1) as DocumentId)).toBeUndefined()
    })

    test('documents of one instant, more than a page of them, are all listed, none twice', async () => {
      const { journal } = await open()
      const crowd = [1, 2, 2, 2, 2, 2, 3].map((seconds, document) => facts.issued(document, seconds))
      await journal.append(0, batch({ events: crowd.map((issued) => newEvent(4, issued)) }))
      const listed: string[] = []
      let next: { readonly before?: Instant; readonly after?: DocumentId } = {}
      for (let more = true; more;) {
        const page = await journal.documents.list({ limit: 2, ...next })
        listed.push(...page.documents.map(({ number }) => number))
        const last = page.documents.at(-1)!
        next = { before: last.issuedAt, after: last.documentId }
        more = page.more
      }
      expect(listed).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => `RD-2026-${number}`))
    })

    test('a document is counted as printed once it came out, once, and for its own day', async () => {
      const { journal } = await open()
      const issued = [1, 2].map((count) => facts.issued(count, count))
      const ids = issued.map(({ data }) => (data as { documentId: string }).documentId)
      await journal.append(
        0,
        batch({
          events: [newEvent(0, facts.taken(0)), newEvent(1, issued[0]!), newEvent(2, issued[1]!)],
          jobs: [job(1, ids[0]), job(2, ids[0]), job(3, ids[1])],
        }),
      )
      expect(await journal.jobs.printed(at(0))).toBe(0)
      for (const count of [1, 2]) await journal.jobs.update(job(count).jobId, { state: 'printed' })
      expect(await journal.jobs.printed(at(0))).toBe(1)
      expect(await journal.jobs.printed(at(9))).toBe(0)
    })

    test('documents are searched by kind, by the beginning of a number, by file and by ticket, on a day or on all', async () => {
      const { journal } = await open()
      await journal.append(
        0,
        batch({
          events: [
            newEvent(0, facts.taken(0)),
            newEvent(0, facts.taken(11)),
            newEvent(0, facts.fileOpened(3)),
            newEvent(1, facts.issued(0, 1)),
            newEvent(2, facts.issued(11, 2)),
            newEvent(3, facts.issuedOfFile(2, 3, 3)),
            newEvent(4, facts.issued(12, 4, 11)),
            newEvent(5, facts.handedOverTo(0)),
            newEvent(6, facts.related(11, 'cancellation', 12)),
          ],
        }),
      )
      type Asked = Omit<Parameters<typeof journal.documents.list>[0], 'limit'>
      const found = async (asked: Asked) =>
        (await journal.documents.list({ ...asked, limit: 50 })).documents.map(({ number }) => number)
      expect(await found({ kind: 'refus' })).toEqual(['RF-2026-3'])
      expect(await found({ number: 'RD-2026-1' })).toEqual(['RD-2026-13', 'RD-2026-12', 'RD-2026-1'])
      expect(await found({ number: 'RD-2026-13' })).toEqual(['RD-2026-13'])
      expect(await found({ fileId: v7(7003) as FileId })).toEqual(['RF-2026-3'])
      expect(await found({ ticket: 'A12' as TicketNumber })).toEqual(['RD-2026-13', 'RD-2026-12'])
      expect(await found({ ticket: 'A12' as TicketNumber, from: at(0), to: at(3) })).toEqual(['RD-2026-12'])
      expect(await found({ ticket: 'A2' as TicketNumber })).toEqual([])
      const of = await journal.documents.ofTicket(v7(1011) as TicketId)
      expect(of.map(({ number, cancelledBy, hash }) => [number, cancelledBy, hash])).toEqual([
        ['RD-2026-12', 'AN-2026-13', 'd'.repeat(64)],
        ['RD-2026-13', null, 'd'.repeat(64)],
      ])
      expect(await journal.documents.row(v7(5002) as DocumentId)).toMatchObject({
        file: 'DO-2026-4',
        ticketId: null,
        ticket: '',
      })
      expect(await journal.documents.row(v7(5000) as DocumentId)).toMatchObject({ handedAt: at(5) })
    })

    test('a ticket is found by the code of its last paper, and by its number in a period', async () => {
      const { journal } = await open()
      await journal.append(
        0,
        batch({
          events: [
            newEvent(1, facts.taken(0, 'PREMIER2')),
            newEvent(2, facts.replaced(0, 'NEUF2345')),
            newEvent(3, facts.taken(1, 'AUTRE234')),
            newEvent(4, facts.entered(2, [1, 2, 3])),
          ],
        }),
      )
      const first = { ticketId: v7(1000), takenAt: at(1) }
      expect(await journal.visits.byCode('NEUF2345')).toEqual(first)
      expect(await journal.visits.byCode('PREMIER2'), 'the lost paper opens nothing').toBeUndefined()
      const day = { from: at(0), to: at(60) }
      expect(await journal.visits.byNumber('A1' as TicketNumber, day)).toEqual(first)
      expect(await journal.visits.byNumber('A3' as TicketNumber, day)).toMatchObject({ ticketId: v7(1002) })
      expect(await journal.visits.byNumber('A1' as TicketNumber, { from: at(2), to: at(60) })).toBeUndefined()
    })

    test('visits are read by the taking of their ticket, page after page, none twice and none left out', async () => {
      const { journal } = await open()
      // Five tickets, two of them taken at the same instant.
      const taken = [1, 2, 2, 3, 5].map((seconds, index) => newEvent(seconds, facts.taken(index)))
      await journal.append(0, batch({ events: taken }))
      await journal.append(
        5,
        batch({
          events: [
            newEvent(6, facts.called(2, 'legalPriority', 2)),
            newEvent(7, facts.started(2)),
            newEvent(8, facts.requestClosed(2, 'refused')),
            newEvent(9, facts.closed(2, 'filed')),
          ],
        }),
      )
      const pages: string[][] = []
      const period = { from: at(1), to: at(5) }
      let after: VisitRow | undefined
      for (;;) {
        const page = await journal.visits.page({ ...period, limit: 2, ...(after && { after }) })
        if (page.length === 0) break
        pages.push(page.map(({ ticketId }) => ticketId))
        after = page.at(-1)
      }
      const ids = [0, 1, 2, 3].map((ticket) => v7(1000 + ticket))
      expect(pages).toEqual([ids.slice(0, 2), ids.slice(2)])
      expect(await journal.visits.one(v7(1002) as TicketId)).toMatchObject({
        state: 'closed',
        firstCalledAt: at(6),
        startedAt: at(7),
        endedAt: at(9),
        outcome: 'filed',
        arrangement: false,
        byHand: false,
      })
      expect(await journal.visits.one(v7(1) as TicketId)).toBeUndefined()
      const whole = { from: at(0), to: at(60) }
      expect(await journal.visits.overtakes(whole)).toEqual([
        { serviceId: 'titres', at: at(6), code: 'legalPriority', overtaken: 2 },
      ])
      expect(await journal.visits.overtakes({ from: at(0), to: at(6) })).toEqual([])
      expect(await journal.visits.refused(whole), 'an outcome is no reasoned refusal').toEqual(new Set())
      expect(await journal.visits.services({ from: at(2), to: at(5) })).toEqual([
        { serviceId: 'titres', count: 3 },
      ])
      expect(await journal.visits.services({ from: at(6), to: at(60) })).toEqual([])
      expect(await journal.visits.outcomes({ from: at(9), to: at(10) })).toEqual([
        { outcome: 'filed', count: 1 },
      ])
    })

    test('who was refused is who filed the request that a reasoned decision refused since, whatever its day', async () => {
      const { journal } = await open()
      const visit = { visitId: v7(2001) as VisitId, request: 0 }
      await journal.append(
        0,
        batch({
          events: [
            newEvent(1, facts.taken(0)),
            newEvent(2, facts.taken(1)),
            newEvent(3, facts.called(1)),
            newEvent(4, facts.started(1)),
            newEvent(5, facts.fileOpened(5, { visit })),
            newEvent(6, facts.fileOpened(6)),
            newEvent(7, facts.closed(1, 'filed')),
            newEvent(40, facts.issuedOfFile(2, 40, 5)),
            newEvent(41, facts.issuedOfFile(3, 41, 6)),
          ],
        }),
      )
      expect(await journal.visits.refused({ from: at(2), to: at(10) })).toEqual(new Set([v7(1001)]))
      expect(await journal.visits.refused({ from: at(3), to: at(60) })).toEqual(new Set())
    })
  })
}
