import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openJournal } from '../../../db/open.ts'
import { postgresTrouble } from '../../../db/postgres/errors.ts'
import { startStanding } from '../../../electron/host/backup/standing.ts'
import type { Instant, OfficeId, Seq } from '../../../shared/contract/ids.ts'
import { emptyOffice, type Office } from '../../../shared/domain/state.ts'
import { officeKey } from '../../fixtures/papers.ts'

test('the check of a whole journal that a cut of the way to its database ended is made again, and is no fault', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'guichet-owed-'))
  const journal = await openJournal(dir)
  onTestFinished(async () => {
    vi.useRealTimers()
    await journal.close()
    await rm(dir, { recursive: true, force: true })
  })
  const office: Office = { ...emptyOffice, officeId: 'office' as OfficeId }
  const faults: string[] = []
  let asked = 0
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  const standing = await startStanding({
    dir,
    // A real journal, but for its answer to the second reading: a way that is cut, then a chain that breaks.
    journal: {
      ...journal,
      anchor: undefined,
      verifyFrom: async (from: Seq) => {
        asked++
        if (asked === 1) return journal.verifyFrom(from)
        if (asked === 2) throw postgresTrouble('unreachable', 'guichet')
        return { ok: false, seq: 3 as Seq, reason: 'un lien manque' }
      },
    } as never,
    key: officeKey(7) as never,
    sequencer: {
      office: () => office,
      seq: () => 0 as Seq,
      at: () => 0 as Instant,
      act: (() => {}) as never,
    },
    acts: () => true,
    verifyWhole: null,
    now: () => 0 as Instant,
    log: { info: () => {}, fault: (what) => void faults.push(what) },
    onChange: () => {},
    reopen: undefined,
  })
  await vi.advanceTimersByTimeAsync(5000)
  await standing.idle()
  expect([asked, standing.now().is]).toEqual([2, 'sound'])
  await vi.advanceTimersByTimeAsync(5000)
  await standing.idle()
  expect([asked, standing.now().is, faults]).toEqual([3, 'damaged', []])
  await standing.stop()
})
