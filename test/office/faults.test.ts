import { expect, test, vi } from 'vitest'
import { runOnFile } from '../fixtures/simulatedOffice.ts'
import { again, seedsOf } from '../fixtures/simulatedSeeds.ts'

// Ids and salts are the seed's: the same seed writes the same bytes.
vi.mock('uuidv7', () => import('../fixtures/simulatedIds.ts'))
vi.mock('node:crypto', async (original) => ({
  ...(await original<object>()),
  randomBytes: (await import('../fixtures/simulatedIds.ts')).randomBytes,
}))

const commands = 1000

test.each(seedsOf(2, 1 / 5))(
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
  const once = await runOnFile(7, 150)
  expect(once.facts).toBeGreaterThan(100)
  expect(await runOnFile(7, 150)).toEqual(once)
  expect((await runOnFile(8, 150)).head).not.toBe(once.head)
}, 60_000)
