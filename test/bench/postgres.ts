import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { startOffice } from '../../electron/host/startOffice.ts'
import { headlessChromium } from '../../electron/printing/headless.ts'
import { startPostgres } from '../runtime/postgres.ts'
import { rates, type Part } from './measure.ts'
import { bareBody } from './pages.ts'
import { aSecond, act, supervisor, takeMany } from './tickets.ts'
import { programsTake } from '../fixtures/kioskPace.ts'

/** Durable acts a second on a real PostgreSQL, beside the driver alone with as many rows in a transaction of the same shape. */
export const postgres: Part = {
  name: 'postgres',
  title: 'Actes durables à la seconde, le journal étant dans PostgreSQL',
  run: async ({ quick, folder }) => {
    const rounds = quick ? 2 : 5
    const count = quick ? 100 : 600
    const server = await startPostgres()
    try {
      const alone: number[] = []
      const together: number[] = []
      const bare: number[] = []
      for (let round = 0; round < rounds; round++) {
        const url = await server.database()
        const started = await startOffice({
          dir: join(await mkdtemp(join(folder, 'round-')), 'office'),
          school: true,
          at: undefined,
          chromium: headlessChromium(),
          protection: null,
          journal: { url },
        })
        const store = await openBare(url)
        try {
          await act(started, supervisor, 'rules.set', programsTake)
          await act(started, supervisor, 'day.open', {})
          await takeMany(started, 200, 1)
          for (let i = 0; i < 200; i++) await store.append(i)
          const sides = [
            async () =>
              void bare.push(
                await aSecond(count, async () => {
                  for (let i = 0; i < count; i++) await store.append(200 + i)
                }),
              ),
            async () => void alone.push(await aSecond(count, () => takeMany(started, count, 1))),
            async () => void together.push(await aSecond(count * 4, () => takeMany(started, count * 4, 32))),
          ]
          for (let turn = 0; turn < sides.length; turn++) await sides[(turn + round) % sides.length]!()
        } finally {
          await store.close()
          await started.stop()
        }
      }
      return [
        rates('un seul demandeur', 'actes/s', alone, bare, 0.5),
        rates('32 demandeurs à la fois', 'actes/s', together, bare, 2),
      ]
    } finally {
      await server.stop()
    }
  },
}

/** One transaction: a head that moves, an event, a line of a read table, an answer; nothing else. */
async function openBare(url: string) {
  const client = new pg.Client({ connectionString: url, pipeline: true })
  await client.connect()
  await client.query('create table bare_head (id int primary key, seq bigint)')
  await client.query('insert into bare_head values (1, 0)')
  for (const table of ['bare_event', 'bare_line', 'bare_answer'])
    await client.query(`create table ${table} (seq bigint primary key, body text not null)`)
  const insert = (table: string, seq: number) =>
    client.query({ name: table, text: `insert into ${table} values ($1, $2)`, values: [seq, bareBody] })
  return {
    append: async (seq: number) => {
      await Promise.all([
        client.query('begin'),
        client.query({ name: 'head', text: 'update bare_head set seq = $1 where id = 1', values: [seq] }),
        insert('bare_event', seq),
        insert('bare_line', seq),
        insert('bare_answer', seq),
        client.query('commit'),
      ])
    },
    close: () => client.end(),
  }
}
