import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { root } from '../runtime/places.ts'
import { startPostgres, type OwnPostgres } from '../runtime/postgres.ts'
import { alone, percentile, type Part, type Row } from './measure.ts'
import type { Order, Report } from './townChild.ts'
import { curveOf } from './townCurve.ts'
import { counters, faster } from './townOffices.ts'

/** Processes that share the hosts: one for each processor of the smallest server. */
const processes = 2
/** Of what is due, the share that counts as kept up with: what is under way when the time is over is not done. */
const keptUp = 0.99
/** Visits of an office in a day: twelve counters, seven hours, ten minutes each. */
const visitsADay = counters * 7 * 6

/** What one size of town cost. */
type Stage = {
  readonly offices: number
  readonly offered: number
  readonly done: number
  readonly p50: number
  readonly p95: number
  readonly most: number
  readonly hostsCpu: number
  readonly baseCpu: number
  /** Milliseconds of processor that an act costs, when they come as fast as they go: less depends on what else runs. */
  readonly hostsMs: number
  readonly baseMs: number
  readonly hostsMiB: number
  readonly baseMiB: number
  readonly connections: number
  /** Connections opened meanwhile: each costs the server a process, which has all to learn. */
  readonly opened: number
  /** Acts asked again since the database had been too busy to answer: nothing was lost, and somebody waited. */
  readonly again: number
}

/**
 * What a town costs as it grows: real hosts of offices of twelve counters, in one PostgreSQL database, their clocks faster
 * than the day. Each size is measured at the pace of a busy hour, then as fast as it goes.
 */
export const town: Part = {
  name: 'town',
  title: `Une ville : offices de ${counters} guichets dans une base PostgreSQL, heure de pointe ${faster} fois plus vite`,
  run: async ({ quick, folder, say }) => {
    const sizes = quick ? [1, 3] : [1, 10, 30, 100, 300]
    const server = await startPostgres()
    const children: ChildProcess[] = []
    try {
      await server.set(['max_connections = 3000', "shared_buffers = '512MB'", "max_wal_size = '2GB'"])
      await server.kill()
      await server.start()
      const url = await server.database()
      for (let at = 0; at < processes; at++)
        children.push(
          fork(join(import.meta.dirname, 'townChild.ts'), [folder, url], {
            execArgv: ['--max-old-space-size=6144'],
            stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
          }),
        )
      const stages: Stage[] = []
      let opened = 0
      for (const size of sizes) {
        const names = Array.from({ length: size - opened }, (_, at) => `office${opened + at}`)
        opened = size
        await Promise.all(
          children.map((child, at) =>
            ask(child, {
              do: 'open',
              names: names.filter((name) => Number(name.slice(6)) % processes === at),
            }),
          ),
        )
        // Few offices do few acts: they are listened to for longer.
        const seconds = quick ? 8 : size <= 10 ? 48 : 24
        const stage = await measured(children, server, { size, seconds, url })
        say(lineOf(stage))
        stages.push(stage)
      }
      const stored = await storedBy(url)
      await Promise.all(children.map((child) => ask(child, { do: 'stop' })))
      await keep(stages, stored)
      return rowsOf(stages, stored)
    } finally {
      for (const child of children) child.kill('SIGKILL')
      await server.stop()
    }
  },
}

const ask = (child: ChildProcess, order: Order): Promise<Report> =>
  new Promise((done, fail) => {
    const left = (code: number | null) => fail(new Error(`a part of the town left (${code})`))
    child.once('exit', left)
    child.once('message', (report: Report) => {
      child.off('exit', left)
      if (report.trouble === undefined) done(report)
      else fail(new Error(report.trouble))
    })
    child.send(order)
  })

async function measured(
  children: readonly ChildProcess[],
  server: OwnPostgres,
  { size, seconds, url }: { readonly size: number; readonly seconds: number; readonly url: string },
): Promise<Stage> {
  const sessions = await countConnections(url)
  const before = baseNow(server)
  const began = performance.now()
  const paced = await Promise.all(children.map((child) => ask(child, { do: 'pace', seconds })))
  const took = (performance.now() - began) / 1000
  const after = baseNow(server)
  const held = await countConnections(url)
  const samples = paced.flatMap(({ samples: some = [] }) => some)
  const calm = baseNow(server)
  const rush = await Promise.all(children.map((child) => ask(child, { do: 'rush', seconds: 8 })))
  const rushed = baseNow(server)
  const acts = rush.reduce((total, report) => total + (report.acts ?? 0), 0)
  const sum = (of: (report: Report) => number) => paced.reduce((total, report) => total + of(report), 0)
  return {
    offices: size,
    offered: (size * counters * 5 * faster) / 600,
    done: samples.length / took,
    p50: percentile(samples, 0.5),
    p95: percentile(samples, 0.95),
    most: rush.reduce((total, { acts = 0, ms = 1 }) => total + (acts * 1000) / ms, 0),
    hostsCpu: sum(({ cpu }) => cpu) / took,
    baseCpu: (after.cpu - before.cpu) / took,
    hostsMs: (rush.reduce((total, { cpu }) => total + cpu, 0) * 1000) / acts,
    baseMs: ((rushed.cpu - calm.cpu) * 1000) / acts,
    hostsMiB: sum(({ rss }) => rss) / 2 ** 20,
    baseMiB: after.bytes / 2 ** 20,
    connections: held.now,
    opened: held.ever - sessions.ever,
    again: [...paced, ...rush].reduce((total, { again = 0 }) => total + again, 0),
  }
}

/** Seconds of processor and bytes of memory (each page once) of the server's processes, as Linux counts them. */
function baseNow({ folder }: OwnPostgres): { readonly cpu: number; readonly bytes: number } {
  const first = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  let cpu = 0
  let bytes = 0
  for (const pid of readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name))) {
    try {
      // After the program's name, which may have spaces: state, parent, …, user and system time in hundredths.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      if (pid !== first && fields[1] !== first) continue
      cpu += (Number(fields[11]) + Number(fields[12])) / 100
      // Of the connections that ended: their time is their parent's.
      if (pid === first) cpu += (Number(fields[13]) + Number(fields[14])) / 100
      const pss = /^Pss: +([0-9]+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
      bytes += Number(pss ?? 0) * 1024
    } catch {
      // A process that left while it was counted.
    }
  }
  return { cpu, bytes }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Connections to the database: now, and since it was made. */
const countConnections = (url: string): Promise<{ readonly now: number; readonly ever: number }> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ now: string; ever: string }>(
      'select numbackends as now, sessions as ever from pg_stat_database where datname = current_database()',
    )
    return { now: Number(rows[0]?.now), ever: Number(rows[0]?.ever) }
  })

type Stored = { readonly rows: number; readonly bytes: number; readonly events: number }

/** What a visit leaves in the database, indexes counted, and so a day of an office. */
const storedBy = (url: string): Promise<Stored> =>
  withClient(url, async (client) => {
    const tables = await client.query<{ name: string; bytes: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(relname) as name, pg_total_relation_size(relid) as bytes from pg_stat_user_tables`,
    )
    let rows = 0
    for (const { name } of tables.rows)
      rows += Number((await client.query<{ n: string }>(`select count(*) as n from ${name}`)).rows[0]?.n)
    const count = async (type: string) =>
      Number(
        (await client.query<{ n: string }>(`select count(*) as n from events where type = $1`, [type]))
          .rows[0]?.n,
      )
    const visits = await count('visitClosed')
    const events = Number((await client.query<{ n: string }>('select count(*) as n from events')).rows[0]?.n)
    const bytes = tables.rows.reduce((sum, table) => sum + Number(table.bytes), 0)
    const day = visitsADay / visits
    return { rows: rows * day, bytes: bytes * day, events: events * day }
  })

const one = (value: number) => Math.round(value * 10) / 10

const lineOf = (stage: Stage) =>
  `${stage.offices} offices : ${one(stage.done)} actes/s pour ${one(stage.offered)} demandés, p95 ${one(stage.p95)} ms, au plus ${Math.round(stage.most)} actes/s, ${stage.again} redemandés`

function rowsOf(stages: readonly Stage[], stored: Stored): readonly Row[] {
  const figure = (what: string, unit: string, ours: number): Row => ({
    what,
    unit,
    ours,
    bare: null,
    ratio: null,
    goal: null,
    ok: null,
  })
  return [
    ...stages.flatMap((stage) => [
      alone(`${stage.offices} offices, au rythme`, 'actes/s', stage.done, {
        least: stage.offered * keptUp,
      }),
      figure(`${stage.offices} offices, p50 d’un acte`, 'ms', stage.p50),
      alone(`${stage.offices} offices, p95 d’un acte`, 'ms', stage.p95, { most: 150 }),
      figure(`${stage.offices} offices, au plus vite`, 'actes/s', stage.most),
      figure(`${stage.offices} offices, redemandés, la base étant occupée`, 'actes', stage.again),
      figure(`${stage.offices} offices, processeurs des hôtes`, 's/s', stage.hostsCpu),
      figure(`${stage.offices} offices, processeurs de la base`, 's/s', stage.baseCpu),
      figure(`${stage.offices} offices, processeur d’un acte, hôtes`, 'ms', stage.hostsMs),
      figure(`${stage.offices} offices, processeur d’un acte, base`, 'ms', stage.baseMs),
      figure(`${stage.offices} offices, mémoire des hôtes`, 'MiB', stage.hostsMiB),
      figure(`${stage.offices} offices, mémoire de la base`, 'MiB', stage.baseMiB),
      figure(`${stage.offices} offices, connexions à la base`, '', stage.connections),
      figure(`${stage.offices} offices, connexions ouvertes au rythme`, '', stage.opened),
    ]),
    figure('un office et un jour', 'événements', stored.events),
    figure('un office et un jour', 'lignes', stored.rows),
    figure('un office et un jour, index compris', 'Kio', stored.bytes / 1024),
  ]
}

/** The same as a table that a spreadsheet draws. */
async function keep(stages: readonly Stage[], stored: Stored): Promise<void> {
  const names = Object.keys(stages[0] ?? {}) as (keyof Stage)[]
  const lines = [names.join(';'), ...stages.map((stage) => names.map((name) => one(stage[name])).join(';'))]
  const file = join(root, 'out', 'bench', 'town.csv')
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, `${lines.join('\n')}\n`)
  const line = (name: string, of: (stage: Stage) => number) => ({
    name,
    points: stages.map((stage) => [stage.offices, of(stage)] as const),
  })
  const curve = curveOf('Ce que coûte une ville qui grandit', [
    line('p95 d’un acte, ms', ({ p95 }) => p95),
    line('actes/s au plus', ({ most }) => most),
    line('processeur par acte, ms', ({ hostsMs, baseMs }) => hostsMs + baseMs),
    line('mémoire, Mio', ({ hostsMiB, baseMiB }) => hostsMiB + baseMiB),
  ])
  await writeFile(file.replace('.csv', '.svg'), curve)
  await writeFile(file.replace('.csv', '.json'), `${JSON.stringify({ stages, stored }, null, 2)}\n`)
}
