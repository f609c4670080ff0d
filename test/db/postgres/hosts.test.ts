import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Journal } from '../../../db/journal/port.ts'
import type { Paper } from '../../../shared/contract/documents/papers.ts'
import type { AgentId, JobId, OfficeId, PrinterId } from '../../../shared/contract/ids.ts'
import { attemptsOf } from '../../../shared/domain/people/access.ts'
import type { Attempts } from '../../../shared/domain/people/state.ts'
import { startFailures } from '../../../electron/host/people/attempts.ts'
import { addressOf } from '../../../db/postgres/address.ts'
import { rebuildOlder } from '../../../db/postgres/rebuild.ts'
import { openServer } from '../../../db/postgres/server.ts'
import { usePostgres, type Postgres } from '../../runtime/postgres.ts'
import { at, batch, commandId, facts, newEvent, office, v7 } from '../facts.ts'
import { migrated } from './made.ts'
import { hostOf } from './place.ts'
import type { NewJob } from '../../../shared/domain/decision.ts'

let postgres: Postgres
let made: string
let url: string
beforeAll(async () => {
  postgres = await usePostgres()
  made = await migrated(postgres)
})
afterAll(() => postgres.stop())
beforeEach(async () => {
  url = await postgres.database(made)
})

/** So many hosts of one office, which is born. */
async function hosts(count: number): Promise<readonly Journal[]> {
  const first = await hostOf(url, 'host0')()
  await first.append(0, batch({ events: [newEvent(0, facts.officeCreated())] }))
  const others = Array.from({ length: count - 1 }, (_, index) => hostOf(url, `host${index + 1}`)())
  return [first, ...(await Promise.all(others))]
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Resolves the next time that the journal says that another host stored something. */
const told = (journal: Journal) =>
  new Promise<void>((resolve) => {
    const end = journal.others!.onStored(() => {
      end()
      resolve()
    })
  })

/** Waits until `seen` holds, looked at each time that the journal is told. */
async function until(journal: Journal, seen: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const next = told(journal)
    if (await seen()) return
    await next
  }
}

const answer = (count: number) => ({
  commandId: commandId(count),
  inputHash: `input${count}`,
  output: '{}',
  at: at(count),
})

describe('several hosts of one office', () => {
  test('a host that is alone tells nobody, and as soon as another comes each hears of the other', async () => {
    const [alone] = await hosts(1)
    const heard: string[] = []
    const listener = new pg.Client(url)
    await listener.connect()
    onTestFinished(() => listener.end())
    listener.on('notification', ({ payload = '' }) => heard.push(payload))
    await listener.query(`listen "guichet ${office}"`)
    // It knows that it is alone once it has looked: every two seconds.
    for (let seq = 1; ; seq++) {
      heard.length = 0
      await alone!.append(seq, batch({ events: [newEvent(seq, facts.taken(seq))] }))
      await new Promise((done) => setTimeout(done, 500))
      // An answer of the same server after what it may have had to tell.
      await listener.query('select 1')
      if (heard.length === 0) break
    }
    const other = await hostOf(url, 'host1')()
    await vi.waitFor(() => expect(heard).toContain('host1'), 5000)
    // As soon as it heard of the other: what is stored before, the other sees by its place.
    const next = told(other)
    await vi.waitFor(async () => {
      const { seq } = await alone!.head()
      await alone!.append(seq, batch({ events: [newEvent(seq, facts.taken(seq))] }))
      await listener.query('select 1')
      expect(heard).toContain('host0')
    }, 5000)
    await next
  })

  test('of three appends from the same place one is stored, whoever comes first, and the others are conflicts', async () => {
    const all = await hosts(3)
    for (let round = 0; round < 20; round++) {
      const seq = round + 1
      const results = await Promise.all(
        all.map((journal, host) =>
          journal.append(
            seq,
            batch({
              events: [newEvent(round, facts.taken(seq))],
              answers: [answer(round * 3 + host)],
            }),
          ),
        ),
      )
      expect(results.filter((result) => result !== 'conflict')).toHaveLength(1)
      const heads = await Promise.all(all.map((journal) => journal.head()))
      expect(new Set(heads.map(({ hash }) => hash)).size).toBe(1)
      const answers = await Promise.all([0, 1, 2].map((host) => all[0]!.answer(commandId(round * 3 + host))))
      expect(answers.map(Boolean)).toEqual(results.map((result) => result !== 'conflict'))
    }
  })

  test('what one stores the others are told, and read', async () => {
    const [one, other] = await hosts(2)
    await one!.append(1, batch({ events: [newEvent(1, facts.taken(0))] }))
    await until(other!, async () => (await other!.read(1, 10)).length === 1)
  })

  test('a personal row that another host wrote or erased is told with its value, and nothing twice', async () => {
    const [one, other] = await hosts(2)
    expect(await other!.others!.personal(), 'the first time').toBe('all')
    const sheet = { kind: 'sheet', id: 'v' } as const
    await one!.append(1, batch({ personal: [{ op: 'put', ...sheet, value: { note: 'x' }, at: at(1) }] }))
    expect(await other!.others!.personal()).toEqual([{ ...sheet, value: { note: 'x' } }])
    expect(await other!.others!.personal()).toEqual([])
    await one!.append(1, batch({ personal: [{ op: 'drop', ...sheet }] }))
    expect(await other!.others!.personal()).toEqual([{ ...sheet, value: undefined }])
    await one!.append(
      1,
      batch({ personal: [{ op: 'put', kind: 'ground', id: 't', value: 1, at: at(1), until: at(9) }] }),
    )
    expect((await one!.purge(at(9))).personal).toBe(1)
    expect(await other!.others!.personal(), 'erased at its term').toEqual([
      { kind: 'ground', id: 't', value: undefined },
    ])
  })

  test('what was decided on personal rows that another host has changed since is a conflict', async () => {
    const [one, other] = await hosts(2)
    await Promise.all([one!.others!.personal(), other!.others!.personal()])
    const write = (value: number) =>
      batch({ personal: [{ op: 'put', kind: 'sheet', id: 'v', value, at: at(1) }] })
    expect(await one!.append(1, write(1))).not.toBe('conflict')
    expect(await other!.append(1, write(2))).toBe('conflict')
    await other!.others!.personal()
    expect(await other!.append(1, write(3))).not.toBe('conflict')
    expect(await one!.personalRow('sheet', 'v')).toBe(3)
    expect(await one!.append(1, batch({ answers: [answer(1)] })), 'an answer depends on no row').not.toBe(
      'conflict',
    )
  })

  test('failures to sign in at several hosts at once are all counted', async () => {
    const all = await hosts(3)
    const failures = await Promise.all(all.map((journal) => startFailures(journal, () => at(1))))
    const wrong = () => Promise.resolve(false)
    for (let round = 0; round < 4; round++) {
      const agentId = `agent${round}` as AgentId
      await Promise.all(failures.map(({ attempt }, host) => attempt(agentId, `poste${host}`, wrong)))
      const [counted] = Object.values(
        (await all[0]!.personalRow('attempts', attemptsOf(agentId))) as Attempts,
      )
      expect(counted?.count).toBe(3)
    }
    // The fourth is the last free one, wherever it is; the next begins a wait, for every host.
    const agentId = 'agent0' as AgentId
    await Promise.all(failures.slice(0, 2).map(({ attempt }) => attempt(agentId, 'poste', wrong)))
    for (const { waiting } of failures) expect(await waiting(agentId, 'ailleurs')).not.toBeNull()
  })

  test('while the read tables of an office are made again, another host’s appends do not wait, and are in them', async () => {
    const [one, other] = await hosts(2)
    const events = Array.from({ length: 1200 }, (_, index) => newEvent(index, facts.taken(index)))
    await one!.append(1, batch({ events }))
    await asOwner((client) =>
      client.query(
        'update projected set version = 0; update visits_day set state = $$left$$ where state = $$waiting$$',
      ),
    )
    const server = await openServer(addressOf(url))
    onTestFinished(() => server.close())
    let appended = 0
    const between = async () => {
      const { seq } = await other!.head()
      await other!.append(seq, batch({ events: [newEvent(1200 + appended, facts.taken(1200 + appended))] }))
      appended++
    }
    await rebuildOlder(server, office as OfficeId, { between })
    expect(appended).toBe(3)
    const rows = await asOwner((client) =>
      client.query('select state, count(*)::int as count from visits_day group by state'),
    )
    expect(rows.rows).toEqual([{ state: 'waiting', count: 1203 }])
  })

  test('one host leads; when it goes another one does, and hears of it', async () => {
    const all = await hosts(3)
    const leading = () => all.filter((journal) => journal.others!.leads())
    await Promise.race(all.map((journal) => until(journal, async () => journal.others!.leads())))
    const [first, ...more] = leading()
    expect(more).toEqual([])
    await first!.close()
    const rest = all.filter((journal) => journal !== first)
    await Promise.race(rest.map((journal) => until(journal, async () => journal.others!.leads())))
    expect(rest.filter((journal) => journal.others!.leads())).toHaveLength(1)
  })

  test('a host whose connections are all cut goes on by itself, hears what it missed, and its acts are stored once', async () => {
    const [one, other] = await hosts(2)
    const cut = () =>
      asOwner((client) =>
        client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'guichet' and datname = current_database()`,
        ),
      )
    await cut()
    const events = Array.from({ length: 5 }, (_, index) => newEvent(index + 1, facts.taken(index)))
    for (const [index, event] of events.entries()) {
      const result = await one!.append(index + 1, batch({ events: [event] }))
      expect(result).not.toBe('conflict')
      if (index === 2) await cut()
    }
    await until(other!, async () => (await other!.head()).seq === 6)
    expect((await other!.read(1, 10)).map(({ event }) => event)).toEqual(events.map(({ event }) => event))
  })

  test('an append whose answer is lost after the commit is found stored, and not stored again', async () => {
    await hosts(1)
    const way = await cuttable()
    const journal = await hostOf(way.url, 'far')()
    const before = (await journal.head()).seq
    way.loseNextCommit()
    const result = await journal.append(
      before,
      batch({ events: [newEvent(9, facts.taken(0))], answers: [answer(9)] }),
    )
    expect(way.lost()).toBe(true)
    expect(result).toMatchObject({ stored: [{ seq: before + 1 }] })
    expect((await journal.head()).seq).toBe(before + 1)
    way.loseNextCommit()
    expect(await journal.append(before + 1, batch({ answers: [answer(10)] })), 'an answer alone').toEqual({
      stored: [],
    })
    expect(await journal.answer(commandId(10))).toBeDefined()
  })
})

/** A way to the server that can lose the answer of a commit, with the connection. */
async function cuttable() {
  let armed = false
  let lost = false
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(postgres.port, '127.0.0.1')
    let losing = false
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => (near.destroy(), far.destroy()))
    }
    near.on('data', (bytes: Buffer) => {
      if (armed && bytes.includes('commit\0')) {
        armed = false
        losing = true
      }
      far.write(bytes)
    })
    far.on('data', (bytes: Buffer) => {
      if (!losing) return void near.write(bytes)
      lost = true
      near.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const to = new URL(url)
  to.port = String((server.address() as AddressInfo).port)
  return {
    url: to.href,
    loseNextCommit: () => {
      armed = true
      lost = false
    },
    lost: () => lost,
  }
}

describe('papers of several hosts', () => {
  const job = (count: number, printer = 'accueil'): NewJob => ({
    jobId: v7(7000 + count) as JobId,
    printerId: printer as PrinterId,
    title: `Papier ${count}`,
    documentId: null,
    paper: { of: 'test', printer, at: at(0), zone: 'Europe/Paris', officeName: 'Mairie' } as Paper,
    createdAt: at(count),
    state: 'waiting',
  })
  const gone = (holder: string) =>
    asOwner((client) => client.query('update jobs set held_until = 0 where holder = $1', [holder]))

  test('each host prints what it decided; a paper of a host that is gone is another one’s, a half printed one says so', async () => {
    const [one, other] = await hosts(2)
    await one!.append(1, batch({ jobs: [job(1), job(2)] }))
    expect((await one!.jobs.mine()).map(({ jobId }) => jobId)).toEqual([job(1).jobId, job(2).jobId])
    expect(await other!.jobs.mine()).toEqual([])
    expect(await other!.jobs.open(), 'all of them are seen').toHaveLength(2)
    expect(await other!.jobs.take(job(1).jobId, job(1).printerId), 'another one’s').toBeUndefined()
    expect(await one!.jobs.take(job(1).jobId, job(1).printerId)).toMatchObject({
      state: 'printing',
      attempts: 1,
      interrupted: false,
    })
    await gone('host0')
    expect(await other!.jobs.mine()).toHaveLength(2)
    expect(await other!.jobs.take(job(1).jobId, job(1).printerId)).toMatchObject({
      attempts: 2,
      interrupted: true,
    })
    expect(await one!.jobs.take(job(1).jobId, job(1).printerId), 'it is too late').toBeUndefined()
  })

  test('of three hosts that take a paper at once one has it, and one paper at a time comes out of a printer', async () => {
    const all = await hosts(3)
    const jobs = Array.from({ length: 6 }, (_, index) => job(index))
    await all[0]!.append(1, batch({ jobs }))
    await gone('host0')
    const taken = await Promise.all(
      all.flatMap((journal) => jobs.map(({ jobId, printerId }) => journal.jobs.take(jobId, printerId))),
    )
    const got = taken.flatMap((row) => (row ? [row.jobId] : []))
    expect(new Set(got).size).toBe(got.length)
    const printing = await asOwner((client) =>
      client.query("select distinct holder from jobs where state = 'printing'"),
    )
    expect(printing.rows, 'one host prints there').toHaveLength(1)
  })

  test('papers that a host left behind are told to the others', async () => {
    const [one, other] = await hosts(2)
    await one!.append(1, batch({ jobs: [job(1)] }))
    await one!.close()
    await gone('host0')
    await until(other!, async () => (await other!.jobs.mine()).length === 1)
  })
})
