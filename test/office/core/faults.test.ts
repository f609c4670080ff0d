import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { StorageError } from '../../../db/errors.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { connect } from '../../../shared/rpc/connect.ts'
import { chance } from '../../fixtures/offices/chance.ts'
import { night } from '../../fixtures/night.ts'
import { fileOnDisk } from '../../fixtures/simulatedDisk.ts'
import { fallingHost, sound } from '../../fixtures/simulatedHost.ts'
import { born, runOnFile } from '../../fixtures/simulatedOffice.ts'
import { again, seedsOf } from '../../fixtures/simulatedSeeds.ts'
import { newFolder, removeFolder } from '../../fixtures/startHost.ts'

// Ids and salts are the seed's: the same seed writes the same bytes.
vi.mock('uuidv7', () => import('../../fixtures/simulatedIds.ts'))
vi.mock('../../../electron/host/core/newId.ts', () => import('../../fixtures/simulatedIds.ts'))
vi.mock('../../../electron/host/core/salts.ts', () => import('../../fixtures/simulatedIds.ts'))
vi.mock('node:crypto', async (original) => ({
  ...(await original<object>()),
  randomBytes: (await import('../../fixtures/simulatedIds.ts')).randomBytes,
}))

/** By day fewer, which see an answer that is not kept, or that is said before it is durable, whatever the seed. */
const commands = night ? 1000 : 300

test.each(seedsOf(1, 1 / 5))(
  `${commands} commands through falls, cuts, a bad disk, messages lost, doubled and out of order, and a clock that jumps: nothing said done is lost, no number twice nor missing, nobody called twice, the chain holds (seed %i)`,
  async (seed) => {
    const run = await runOnFile(seed, commands)
    expect(run.flaws, again(seed)).toEqual([])
    expect(run.falls, 'it fell').toBeGreaterThan(0)
    expect(run.repeated, 'there was something to repeat').toBeGreaterThan(commands / 20)
    expect(run.acknowledged, 'the office went on').toBeGreaterThan(commands / 2)
  },
  120_000,
)

test('a seed tells the same story again, to the last byte of the journal', async () => {
  const few = night ? 150 : 90
  const once = await runOnFile(7, few)
  expect(once.facts).toBeGreaterThan((few * 2) / 3)
  expect(await runOnFile(7, few)).toEqual(once)
  expect((await runOnFile(8, few)).head).not.toBe(once.head)
}, 60_000)

test('a page that watches what can’t be noted as consulted is told so, sees nothing of it, and does not wait', async () => {
  const dir = await newFolder()
  const draw = chance(1)
  const office = fallingHost({
    dir,
    open: async () => {
      const { journal, place } = await fileOnDisk(dir, draw)
      const add = () => Promise.reject(new StorageError('diskFull', 'the disk of the test is full'))
      return { journal: { ...journal, consultations: { ...journal.consultations, add } }, place }
    },
    clock: { now: () => Date.now() as Instant },
    draw,
    weather: () => ({ delay: 1, lost: 0, doubled: 0, overtakes: 0, cut: 0, halfOpen: 0 }),
    trouble: () => sound,
    apart: (work) => work(),
    alone: true,
    down: () => 0,
  })
  try {
    await office.start()
    await born(office, randomUUID())
    const answer = await connect(office.dial('supervisor', (port) => port)!)
    if ('error' in answer) throw new Error(answer.error.message)
    const { connection } = answer
    const shown = await new Promise((resolve) => {
      connection.watch('appointments.view', {}, resolve)
    })
    expect(shown).toMatchObject({ error: { code: 'fault' } })
    expect(shown).not.toHaveProperty('output')
    expect(await connection.query('appointments.view', {})).toMatchObject({ error: { code: 'storageFull' } })
  } finally {
    await office.stop()
    await removeFolder(dir)
  }
})
