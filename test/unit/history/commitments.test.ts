import { beforeEach, describe, expect, test } from 'vitest'
import type { Journal } from '../../../db/journal/port.ts'
import type { FileRecord } from '../../../db/journal/readTables.ts'
import { yearOfCommitments } from '../../../electron/host/history/commitments.ts'
import type { FileId } from '../../../shared/contract/ids.ts'
import { smallest } from '../../../shared/domain/privacy/smallGroups.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { openWorks, refuseWorks, worksAccepted as reached, worksOffice } from '../../fixtures/refusedWorks.ts'

const now = Date.UTC(2026, 5, 1, 8)
const { office } = PureOffice.school(now)

/** A journal of these files alone, with what was typed about them. */
const journalOf = (
  received: () => Promise<readonly FileRecord[]>,
  rows: Readonly<Record<string, ReadonlyMap<string, unknown>>> = {},
  papers: readonly object[] = [],
) =>
  ({
    personalRow: async (kind: string, id: string) => rows[kind]?.get(id),
    visits: { page: async () => [], documented: async () => ({ people: 0, documented: 0 }) },
    documents: { count: async () => 0, list: async () => ({ documents: papers, more: false }) },
    files: { received },
  }) as unknown as Journal
const yearOf = (journal: Journal) =>
  yearOfCommitments(journal, office.settings!, { year: 2026, now: now as never, day: null })

test('other work passes between two pages of the files of a year', async () => {
  let passed = 0
  const pages = [200, 200, 3].map((length) =>
    Array.from({ length }, () => ({ acts: [] }) as unknown as FileRecord),
  )
  const passedBefore: number[] = []
  const journal = journalOf(async () => {
    passedBefore.push(passed)
    return pages[passedBefore.length - 1]!
  })
  const passes = () => {
    passed++
    turn = setImmediate(passes)
  }
  let turn = setImmediate(passes)
  await yearOf(journal)
  clearImmediate(turn)
  const [first = 0, second = 0, third = 0] = passedBefore
  expect(second).toBeGreaterThan(first)
  expect(third).toBeGreaterThan(second)
})

test('an acknowledgement that was cancelled keeps no promise, though its file was sent to who decides', async () => {
  const filed = new FilesOffice()
  const fileId = filed.open()
  given(filed.act('file.acknowledge', { fileId, form: 'ar', on: '2026-03-03' }))
  const documentId = [...filed.pure.documents.keys()].at(-1)!
  filed.on('2026-04-01')
  const to = { to: 'La préfecture', sent: 'Le dossier', on: '2026-04-01' }
  given(filed.act('file.forward', { fileId, ...to }))
  const acknowledged = async () => {
    const acts = filed.pure.recorded.filter(
      ({ event }) => 'fileId' in event.data && event.data.fileId === fileId,
    )
    const files = Array.from({ length: smallest }, () => ({ acts }) as unknown as FileRecord)
    const year = await yearOf(journalOf(async () => files))
    return year?.figures.find(({ measure }) => measure === 'paperAcknowledged')
  }
  expect(await acknowledged()).toMatchObject({ value: 1, of: smallest })
  given(filed.act('document.cancel', { documentId, reason: 'Erreur' }))
  expect(await acknowledged()).toMatchObject({ value: 0, of: smallest })
})

describe('a refusal signed here is an answer once it is told', () => {
  let filed: FilesOffice
  let fileId: string
  let handedAt: number | null
  beforeEach(() => {
    handedAt = null
    filed = worksOffice()
    fileId = openWorks(filed)
    given(refuseWorks(filed, fileId, '2026-03-03'))
  })
  const told = { what: 'decision', means: 'registeredPost', to: 'self' }
  const handed = (on: string) => given(filed.act('file.handOver', { fileId, on, ...told }))
  const close = (reason: string) => given(filed.act('file.close', { fileId, reason }))

  /** What the year says of as many files as this one as it may say anything of, seen on a day. */
  async function decidedInDelay(on: string) {
    const acts = filed.pure.recorded.filter(
      ({ event }) => 'fileId' in event.data && event.data.fileId === fileId,
    )
    const files = Array.from({ length: smallest }, () => ({ acts, fileId }) as unknown as FileRecord)
    const { files: open } = filed.pure.personal
    const rows = {
      file: open,
      closedFile: new Map([...filed.pure.closedFiles].map(([id, { row }]) => [id, row])),
    }
    const papers = filed.pure.recorded.flatMap(({ event }) =>
      event.type === 'documentIssued' && event.data.fileId === fileId && event.data.kind === 'refus'
        ? [{ issuedAt: event.data.issuedAt, handedAt }]
        : [],
    )
    const at = Date.parse(`${on}T09:00:00+02:00`) as never
    const year = await yearOfCommitments(
      journalOf(async () => files, rows, papers),
      office.settings!,
      {
        year: 2026,
        now: at,
        day: null,
      },
    )
    return year?.figures.find(({ measure }) => measure === 'decidedInDelay')
  }

  test('handed over before silence accepted, it was in time', async () => {
    filed.on('2026-04-02')
    handed('2026-04-02')
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: 1, of: smallest })
  })

  test('told to nobody, it is not counted before that day, and late from it', async () => {
    expect(await decidedInDelay('2026-04-02')).toMatchObject({ value: null, of: 0 })
    expect(await decidedInDelay(reached)).toMatchObject({ value: 0, of: smallest })
  })

  test('told to nobody when its file ended, silence answered the request', async () => {
    filed.on(reached)
    close('withdrawn')
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: 0, of: smallest })
  })

  test('once what was typed is erased, nothing says which version signed it, nor whether silence answered', async () => {
    filed.on(reached)
    close('withdrawn')
    filed.pure.closedFiles.clear()
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: null, of: 0 })
  })

  test('of an earlier version, it was in time as it was noted, and counts no more once what was typed is erased', async () => {
    const { signedHere: _, ...before } = filed.pure.personal.files.get(fileId as FileId)!
    filed.pure.personal.files.set(fileId as FileId, before)
    filed.on(reached)
    close('done')
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: 1, of: smallest })
    filed.pure.closedFiles.clear()
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: null, of: 0 })
  })

  test('whose paper was handed over once the request was withdrawn answered nothing, erased or not', async () => {
    filed.on('2026-03-10')
    close('withdrawn')
    handedAt = Date.parse('2026-03-12T09:00:00+01:00')
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: null, of: 0 })
    filed.pure.closedFiles.clear()
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: null, of: 0 })
  })

  test('of a request withdrawn before, nothing is counted either once what was typed is erased', async () => {
    close('withdrawn')
    filed.pure.closedFiles.clear()
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: null, of: 0 })
  })

  test('whose paper alone tells that it was handed over in time was in time', async () => {
    filed.on(reached)
    close('withdrawn')
    filed.pure.closedFiles.clear()
    handedAt = Date.parse('2026-04-02T09:00:00+02:00')
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: 1, of: smallest })
    handedAt = Date.parse(`${reached}T08:00:00+02:00`)
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: null, of: 0 })
  })

  test('of another software, which was noted, stands as it was noted, erased or not', async () => {
    fileId = openWorks(filed)
    const ground = { groundId: 'regle', said: {} }
    const reason = 'La façade dépasse la hauteur que le plan permet.'
    const elsewhere = { issuer: 'Logiciel d’urbanisme', number: 'DP-12' }
    const noted = { fileId, decision: 'refused', elsewhere, ground, reason, on: '2026-03-03' }
    given(filed.act('file.decide', noted))
    close('done')
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: 1, of: smallest })
    filed.pure.closedFiles.clear()
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: 1, of: smallest })
  })

  test('that the person heard of is counted all the same once what was typed is erased', async () => {
    handed('2026-03-03')
    close('done')
    filed.pure.closedFiles.clear()
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: 1, of: smallest })
  })

  test('of a request withdrawn before, nothing was awaited any more', async () => {
    close('withdrawn')
    expect(await decidedInDelay('2026-06-01')).toMatchObject({ value: null, of: 0 })
  })
})
