import { describe, expect, test } from 'vitest'
import type { Consulted } from '../../shared/contract/consultations.ts'
import type { Paper } from '../../shared/contract/papers.ts'
import type {
  ConsultationId,
  CounterId,
  DocumentId,
  FileId,
  Instant,
  JobId,
  PrinterId,
  StationId,
  TicketId,
  TicketNumber,
} from '../../shared/contract/ids.ts'
import type { Journal, NewJob, PersonalKind } from '../../db/journal/port.ts'
import type { VisitRow } from '../../db/journal/readTables.ts'
import { at, batch, commandId, facts, newEvent, office, v7 } from './facts.ts'

const answer = (count: number, output = '{"number":"A1"}') => ({
  commandId: commandId(count),
  inputHash: `input${count}`,
  output,
  at: at(count),
})

const job = (count: number, documentId: string | null = null): NewJob => ({
  jobId: v7(7000 + count) as JobId,
  printerId: 'accueil' as PrinterId,
  title: `Papier ${count}`,
  documentId: documentId as DocumentId | null,
  paper: { of: 'test', printer: 'accueil', at: at(0), zone: 'Europe/Paris', officeName: 'Mairie' } as Paper,
  createdAt: at(count),
  state: 'waiting',
})

const day = 24 * 3600

/** What every journal promises, whatever keeps it. `open` gives an empty one; `reopen` the same one again. */
export function journalSuite(
  name: string,
  open: () => Promise<{ journal: Journal; reopen: () => Promise<Journal> }>,
): void {
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

    test('an answer is given again for seven days, and not after', async () => {
      const { journal, reopen } = await open()
      await journal.append(0, batch({ events: [newEvent(0, facts.officeCreated())], answers: [answer(0)] }))
      const again = await reopen()
      await again.purge(at(7 * day - 1))
      expect(await again.answer(commandId(0))).toEqual({ inputHash: 'input0', output: '{"number":"A1"}' })
      expect((await again.purge(at(7 * day))).answers).toBe(1)
      expect(await again.answer(commandId(0))).toBeUndefined()
    })

    test('a personal row is replaced, read by kind, dropped, and its answers go with it', async () => {
      const { journal } = await open()
      const sheet = { kind: 'sheet', id: 'visite' } as const
      const note = { ...answer(1, '{"sheet":{"note":"seule"}}'), about: sheet }
      await journal.append(0, batch({ personal: [{ op: 'put', ...sheet, value: { note: 'x' }, at: at(0) }] }))
      const put = { op: 'put', ...sheet, value: { note: 'seule' }, at: at(1) } as const
      await journal.append(0, batch({ personal: [put], answers: [note, answer(2)] }))
      expect(await journal.personal('sheet')).toEqual(new Map([['visite', { note: 'seule' }]]))
      await journal.append(0, batch({ personal: [{ op: 'drop', ...sheet }] }))
      expect(await journal.personalRow('sheet', 'visite')).toBeUndefined()
      expect(await journal.answer(commandId(1))).toBeUndefined()
      expect(await journal.answer(commandId(2))).toBeDefined()
    })

    test('each kind of personal data has its term, in days; an agent has none', async () => {
      const terms = {
        sheet: 1,
        closedSheet: 1,
        ground: 1,
        reason: 30,
        appointment: 60,
        document: 365,
        file: Infinity,
        closedFile: Infinity,
        tillNote: 6 * 366,
        rightsRequest: 5 * 366,
        incident: 366,
        secret: Infinity,
        invitation: 3,
        badge: Infinity,
        login: Infinity,
        attempts: 1,
        notice: 1,
        agent: Infinity,
        preferences: Infinity,
      } as const satisfies Record<PersonalKind, number>
      const kinds = Object.keys(terms) as PersonalKind[]
      const { journal } = await open()
      const personal = kinds.map((kind) => ({ op: 'put', kind, id: 'a', value: 1, at: at(0) }) as const)
      await journal.append(0, batch({ personal }))
      for (const seconds of [1, 3, 30, 60, 365, 5 * 366, 6 * 366, 36_500].flatMap((days) => [
        days * day - 1,
        days * day,
      ])) {
        await journal.purge(at(seconds))
        const left = await Promise.all(kinds.map((kind) => journal.personal(kind)))
        expect(kinds.filter((_, index) => left[index]!.size > 0)).toEqual(
          kinds.filter((kind) => seconds < terms[kind] * day),
        )
      }
    })

    test('a row may have a term of its own, or none that anybody knows', async () => {
      const { journal } = await open()
      const put = { op: 'put', kind: 'closedFile', value: {}, at: at(0) } as const
      const personal = [
        { ...put, id: 'a', until: at(day) },
        { ...put, id: 'b', until: null },
      ]
      await journal.append(0, batch({ personal }))
      await journal.purge(at(day - 1))
      expect((await journal.personal('closedFile')).size).toBe(2)
      await journal.purge(at(100 * 365 * day))
      expect([...(await journal.personal('closedFile')).keys()]).toEqual(['b'])
    })

    test('a file is found by the names of its row as it is now, before and after its end, and no more once it is erased', async () => {
      const { journal } = await open()
      const id = v7(7000)
      const row = (familyName: string) => ({ person: { familyName, birthDate: '1990-05-17' } })
      const found = async (name: string) =>
        (await journal.files.byKey(`${name} 1990-05-17`, 9)).map(({ fileId }) => fileId)
      const write = (kind: 'file' | 'closedFile', name: string) =>
        ({ op: 'put', kind, id, value: row(name), at: at(0) }) as const
      const events = [facts.officeCreated(), facts.fileOpened(0)].map((event) => newEvent(0, event))
      await journal.append(0, batch({ events, personal: [write('file', 'Lefèvre')] }))
      expect(await found('LEFEVRE')).toEqual([id])
      await journal.append(2, batch({ personal: [write('file', 'Lefébure')] }))
      expect([await found('LEFEVRE'), await found('LEFEBURE')]).toEqual([[], [id]])
      const drop = { op: 'drop', kind: 'file', id } as const
      await journal.append(2, batch({ personal: [drop, write('closedFile', 'Lefébure')] }))
      expect(await found('LEFEBURE')).toEqual([id])
      await journal.append(2, batch({ personal: [{ ...drop, kind: 'closedFile' }] }))
      expect(await found('LEFEBURE')).toEqual([])
      expect(await journal.files.one(id as FileId)).toMatchObject({ reference: 'DO-2026-1', state: 'open' })
    })

    test('consultations are listed the latest first, page after page, by kind and period, for a year', async () => {
      const { journal, reopen } = await open()
      const consult = (count: number, seconds: number, what: Consulted) =>
        journal.consultations.add({
          consultationId: v7(9000 + count) as ConsultationId,
          at: at(seconds),
          agentId: null,
          stationId: 'accueil' as StationId,
          what,
          about: [v7(7000)],
        })
      const whats = ['fileName', 'document', 'appointments', 'fileName'] as const
      for (const [count, seconds] of [0, 1, day, 2 * day].entries())
        await consult(count, seconds, whats[count]!)
      const again = await reopen()
      const listed = async (asked: Parameters<typeof again.consultations.list>[0]) =>
        (await again.consultations.list(asked, 3)).map(({ consultationId }) => consultationId)
      expect(await listed({})).toEqual([v7(9003), v7(9002), v7(9001)])
      expect(await listed({ before: v7(9002) as ConsultationId })).toEqual([v7(9001), v7(9000)])
      expect(await listed({ whats: ['fileName'] })).toEqual([v7(9003), v7(9000)])
      expect(await listed({ from: at(1), to: at(2 * day) })).toEqual([v7(9002), v7(9001)])
      expect((await again.purge(at(365 * day + 1))).consultations).toBe(2)
      expect(await listed({})).toEqual([v7(9003), v7(9002)])
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
      await again.purge(at(2 * day))
      expect((await again.jobs.recent(9)).map((row) => row.jobId)).toEqual([job(3).jobId, jobId])
      // A label keeps an address: what never came out and repeats no document goes too.
      await again.append(1, batch({ jobs: [job(4, v7(5004))] }))
      await again.purge(at(8 * day))
      expect((await again.jobs.recent(9)).map((row) => row.jobId)).toEqual([job(4).jobId, jobId])
    })

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
      await journal.append(7, batch({ personal: [{ op: 'drop', ...document }] }))
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
      expect(await journal.visits.refused(whole)).toEqual(new Set([v7(1002)]))
      expect(await journal.visits.outcomes({ from: at(9), to: at(10) })).toEqual([
        { outcome: 'filed', count: 1 },
      ])
    })
  })
}
