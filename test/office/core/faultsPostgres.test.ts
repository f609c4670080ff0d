import { afterAll, beforeAll, expect, test } from 'vitest'
import { night } from '../../fixtures/night.ts'
import { runOnDatabase } from '../../fixtures/simulatedHosts.ts'
import { again, seedsOf } from '../../fixtures/simulatedSeeds.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await usePostgres()
})
afterAll(() => postgres.stop())

/** Each passes three hosts and a database: by night a thousand, as on a disk. */
const commands = night ? 1000 : 250

test.each(seedsOf(1, 1 / 50))(
  `${commands} commands to three hosts of one office that fall, whose way to the database breaks and whose clocks disagree: nothing said done is lost, no number twice nor missing, nobody called twice, the chain holds, all show one office (seed %i)`,
  async (seed) => {
    const run = await runOnDatabase(seed, commands, await postgres.database())
    expect(run.flaws, again(seed)).toEqual([])
    expect(run.falls, 'they fell').toBeGreaterThan(0)
    expect(run.repeated, 'there was something to repeat').toBeGreaterThan(commands / 20)
    expect(run.acknowledged, 'the office went on').toBeGreaterThan(commands / 2)
  },
  300_000,
)
