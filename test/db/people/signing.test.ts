import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openJournal } from '../../../db/open.ts'
import type { Journal } from '../../../db/journal/port.ts'
import type { AgentId, CommandId, Instant } from '../../../shared/contract/ids.ts'
import { freeForStation } from '../../../shared/domain/people/lockout.ts'
import { startPeople } from '../../../electron/host/people/people.ts'
import { startSeals } from '../../../electron/host/people/seal.ts'
import { officeKey } from '../../fixtures/papers.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

// What a station that waits may still ask of a processor that everyone shares, on a real file; the office is the domain alone.

const now = Date.parse('2026-03-03T08:00:00Z') as Instant
let dir: string
let journal: Journal
beforeAll(async () => {
  dir = await newFolder()
  journal = await openJournal(dir)
})
afterAll(async () => {
  await journal.close()
  await removeFolder(dir)
})

test('a station that waits has nothing more computed for it, whatever it sends', async () => {
  const pure = PureOffice.school(now)
  const real = startSeals(officeKey(7), { N: 2, r: 8, p: 1, maxmem: 1024 * 1024 })
  let computed = 0
  const counted = <T>(work: Promise<T>): Promise<T> => {
    computed++
    return work
  }
  const people = await startPeople({
    journal,
    seals: {
      ...real,
      seal: (typed) => counted(real.seal(typed)),
      matches: (typed, seal) => counted(real.matches(typed, seal)),
    },
    office: () => pure.office,
    personal: () => ({ ...pure.personal, document: null }),
    now: () => now,
    act: () => Promise.resolve({ text: '{}' }),
    log: { info: () => {}, fault: () => {} },
    onChange: () => {},
  })
  const station = { role: 'agent', stationId: 'poste' as never, agentId: null } as const
  const choose = async () =>
    people.handlers['secret.choose']({
      holder: station,
      who: { officeId: null, ...station },
      input: { agentId: 'nobody' as AgentId, code: '00000000', secret: 'un cerisier sous la neige' },
      commandId: uuidv7() as CommandId,
    })
  // The failures that cost nothing, then the one that makes wait.
  for (let failure = 0; failure <= freeForStation; failure++) await choose()
  const before = computed
  const answers = await Promise.all(Array.from({ length: 40 }, choose))
  expect(answers.map((answer) => 'code' in answer && answer.code)).toEqual(
    Array<string>(40).fill('lockedOut'),
  )
  expect(computed).toBe(before)
  people.stop()
})
