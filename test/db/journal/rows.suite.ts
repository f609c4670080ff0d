import { describe, expect, test } from 'vitest'
import type { Consulted } from '../../../shared/contract/privacy/accessLog.ts'
import type { ConsultationId, FileId, Instant, StationId } from '../../../shared/contract/ids.ts'
import type { PersonalKind } from '../../../shared/domain/decision.ts'
import { answer } from './answersAndJobs.ts'
import { at, batch, commandId, facts, newEvent, v7 } from '../facts.ts'
import type { OpenJournal } from './journal.suite.ts'

const day = 24 * 3600

/** What every journal promises of the rows that are not facts: people’s data, and who looked at it. */
export function journalRowsSuite(name: string, open: OpenJournal): void {
  describe(`what a journal promises of rows beside it, kept by ${name}`, () => {
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

    test('what answers a row goes with it after an append that failed, and after a reopening; a command id is answered once', async () => {
      const { journal, reopen } = await open()
      const put = (id: string) => ({ op: 'put', kind: 'sheet', id, value: { note: 'x' }, at: at(0) }) as const
      const drop = (id: string) => ({ op: 'drop', kind: 'sheet', id }) as const
      const about = (count: number, id: string) => ({
        ...answer(count, '{"sheet":{"note":"x"}}'),
        about: { kind: 'sheet', id } as const,
      })
      // The later id first: an id that comes before those that were answered has its answer too.
      await journal.append(0, batch({ personal: [put('a')], answers: [about(9, 'a')] }))
      await journal.append(0, batch({ personal: [put('a')], answers: [about(2, 'a')] }))
      await journal.append(0, batch({ personal: [put('b')], answers: [about(3, 'b')] }))
      await expect(
        journal.append(0, batch({ personal: [drop('a')], answers: [answer(3)] })),
      ).rejects.toThrow()
      expect(await journal.answer(commandId(2))).toBeDefined()
      await journal.append(0, batch({ personal: [drop('a')] }))
      for (const count of [2, 9])
        expect(await journal.answer(commandId(count)), String(count)).toBeUndefined()
      const again = await reopen()
      expect(await again.answer(commandId(3))).toBeDefined()
      await expect(again.append(0, batch({ answers: [answer(3)] }))).rejects.toThrow()
      await again.append(0, batch({ personal: [drop('b')] }))
      expect(await again.answer(commandId(3))).toBeUndefined()
    })

    test('each kind of personal data has its term, in days; a public archive never goes by itself', async () => {
      const terms = {
        sheet: 1,
        closedSheet: 1,
        ground: 1,
        reason: 30,
        appointment: 60,
        preApplication: 1,
        document: Infinity,
        file: Infinity,
        closedFile: Infinity,
        tillNote: Infinity,
        rightsRequest: Infinity,
        visa: Infinity,
        incident: Infinity,
        secret: Infinity,
        invitation: 3,
        badge: Infinity,
        login: Infinity,
        attempts: 1,
        notice: 1,
        agent: Infinity,
        preferences: Infinity,
        recording: Infinity,
      } as const satisfies Record<PersonalKind, number>
      const kinds = Object.keys(terms) as PersonalKind[]
      const { journal } = await open()
      const personal = kinds.map((kind) => ({ op: 'put', kind, id: 'a', value: 1, at: at(0) }) as const)
      await journal.append(0, batch({ personal }))
      for (const seconds of [1, 3, 30, 60, 36_500].flatMap((days) => [days * day - 1, days * day])) {
        await journal.purge(at(seconds))
        const left = await Promise.all(kinds.map((kind) => journal.personal(kind)))
        expect(kinds.filter((_, index) => left[index]!.size > 0)).toEqual(
          kinds.filter((kind) => seconds < terms[kind] * day),
        )
      }
    })

    test('a row may have a term of its own, or none', async () => {
      const { journal } = await open()
      const put = { op: 'put', kind: 'reason', value: '', at: at(0) } as const
      const personal = [
        { ...put, id: 'a', until: at(day) },
        { ...put, id: 'b', until: null },
      ]
      await journal.append(0, batch({ personal }))
      await journal.purge(at(day - 1))
      expect((await journal.personal('reason')).size).toBe(2)
      await journal.purge(at(100 * 365 * day))
      expect([...(await journal.personal('reason')).keys()]).toEqual(['b'])
    })

    test('a public archive whose text gave a term stays past it, and no append destroys it without a visa', async () => {
      const { journal } = await open()
      const events = [newEvent(0, facts.officeCreated())]
      const archives = ['document', 'file', 'closedFile', 'tillNote', 'rightsRequest', 'incident', 'visa']
      const put = (kind: PersonalKind) =>
        ({ op: 'put', kind, id: 'a', value: {}, at: at(0), until: at(1) }) as const
      const kinds = archives as readonly PersonalKind[]
      await journal.append(0, batch({ events, personal: kinds.map(put) }))
      expect(await journal.expired(at(100 * 365 * day))).toEqual([])
      expect((await journal.purge(at(100 * 365 * day))).personal).toBe(0)
      for (const kind of kinds) {
        const drop = { op: 'drop', kind, id: 'a' } as const
        const other = facts.archivesEliminated([{ kind, id: 'b' }])
        for (const of of [[], [newEvent(0, other)]])
          await expect(journal.append(1, batch({ events: of, personal: [drop] })), kind).rejects.toThrow(
            'under a visa alone',
          )
        expect(await journal.personalRow(kind, 'a'), kind).toEqual({})
      }
      const ended = [{ op: 'drop', kind: 'file', id: 'a' } as const, put('closedFile')]
      await journal.append(1, batch({ personal: ended }))
      const row = { kind: 'document', id: 'a' } as const
      const allowed = [newEvent(0, facts.archivesEliminated([row]))]
      await journal.append(1, batch({ events: allowed, personal: [{ op: 'drop', ...row }] }))
      expect(await journal.personalRow('document', 'a')).toBeUndefined()
    })

    test('public archives are listed by kind, the oldest first, page after page, with their number and their file', async () => {
      const { journal } = await open()
      const id = v7(7000)
      const events = [facts.officeCreated(), facts.fileOpened(0)].map((event) => newEvent(0, event))
      const put = (kind: PersonalKind, of: string, seconds: number, until: number | null) =>
        ({
          op: 'put',
          kind,
          id: of,
          value: {},
          at: at(seconds),
          until: until === null ? null : at(until),
        }) as const
      const personal = [
        put('closedFile', id, 3, 9),
        put('incident', 'b', 1, 5),
        put('incident', 'a', 1, null),
        put('incident', 'c', 2, null),
      ]
      await journal.append(0, batch({ events, personal }))
      const start = { at: -1 as Instant, id: '' }
      const asked = { kind: 'incident', before: at(2), after: start, limit: 2 } as const
      const first = await journal.archives.written(asked)
      expect(first.map(({ id: of, until }) => [of, until])).toEqual([
        ['a', null],
        ['b', null],
      ])
      const [, { at: last, id: of }] = first as [unknown, { at: Instant; id: string }]
      expect(await journal.archives.written({ ...asked, after: { at: last, id: of } })).toMatchObject([
        { id: 'c' },
      ])
      expect(await journal.archives.written({ ...asked, before: at(1), limit: 9 })).toHaveLength(2)
      expect(await journal.archives.written({ ...asked, kind: 'closedFile', before: at(3) })).toEqual([
        { kind: 'closedFile', id, ref: 'DO-2026-1', at: at(3), until: at(9), fileId: id, file: null },
      ])
      const ended = { ...asked, kind: 'closedFile', before: at(3) } as const
      expect(await journal.archives.written({ ...ended, endedBy: at(8) })).toEqual([])
      expect(await journal.archives.written({ ...ended, endedBy: at(9) })).toHaveLength(1)
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
      const gone = { ...drop, kind: 'closedFile' } as const
      const letGo = facts.archivesEliminated([gone])
      await journal.append(2, batch({ events: [newEvent(0, letGo)], personal: [gone] }))
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
  })
}
