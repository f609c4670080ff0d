import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { latestVersion } from '../migrations/migrate.ts'
import type { Address } from './address.ts'
import { openPool, parted, type Pool } from './connection.ts'
import { isBusy, isCut, lacksTables, postgresError, postgresTrouble } from './errors.ts'

type Value = string | number | boolean | null | readonly (string | number | null)[]

/** A statement with its values; all texts come from the program, so they are few. */
export type Query = { readonly text: string; readonly values?: readonly Value[] }

/** Sends statements one behind the other without waiting, then gives the rows of each; the first failure is thrown. */
export type Send = (queries: readonly Query[]) => Promise<readonly (readonly Row[])[]>
type Row = Readonly<Record<string, unknown>>

/** A PostgreSQL server, or the one of several that takes writes now. */
export type Server = {
  /** For a person. */
  readonly name: string
  /** The rows of one query, retried when the connection is lost. @throws StorageError when the server does not come back */
  ask<R = Row>(query: Query): Promise<readonly R[]>
  /** Runs `work` in one transaction, rolled back when it throws; the error is rethrown as is, without a retry. */
  whole<T>(work: (send: Send) => Promise<T>): Promise<T>
  /** Runs these statements in one transaction and one round trip, all or none; an error is rethrown as is. */
  store(queries: readonly Query[]): Promise<void>
  /** A long-lived connection, which the caller closes. */
  connect(): Promise<pg.Client>
  /**
   * What to throw for what the driver threw: a `StorageError` when the server is the cause, else the cause itself. Tables that
   * a host of a later version changed under this one are not damaged: the schema's version is asked before it is said.
   */
  trouble(cause: unknown): Promise<unknown>
  close(): Promise<void>
}

export type ServerOptions = {
  /** How long a reading waits for a server to come back, in milliseconds. */
  readonly patience?: number
  /** A standby is accepted: the caller writes nothing. */
  readonly reading?: boolean
}

/** Milliseconds: for a connection to be made, and for a statement to be answered. */
const connecting = 5000
const answering = 20_000
/**
 * Milliseconds that a connection waits for its next use. A counter acts every two minutes or so, an office of twelve every
 * ten seconds: closed sooner, connections were opened again all day long, and one costs the server more than an act.
 */
const idle = 60_000
/**
 * Connections of one host: one for what is stored, which goes one transaction after the other, and waits behind no reading,
 * however long; the others for what is read meanwhile. One more is its own, on which it hears the others. Each is a process of
 * the server (docs/load.md).
 */
const most = { storing: 1, reading: 3 } as const
type Pools = Readonly<Record<keyof typeof most, Pool>>
/** Milliseconds between tries. */
const rests = [50, 100, 200, 400, 800, 1000] as const

const int8 = 20
/** How values are read: counts and instants are numbers here, all are far below 2^53. */
export const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/** Milliseconds after which the server ends a transaction whose host says nothing more: the others wait for what it holds. */
const holding = 10_000
/**
 * Milliseconds of silence after which each end asks whether the other is there. A host whose machine lost its power says no
 * goodbye: without this, its locks and its part as the one that tells other software last until the system gives it up, a
 * quarter of an hour or two hours later.
 */
const keepalive = 10_000
const keepalives = `set_config('tcp_keepalives_idle', '${keepalive / 1000}', false),
  set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '3', false),
  set_config('tcp_user_timeout', '25000', false)`
/** A commit must be on disk before it is answered. A stricter setting (a standby has it too) is kept. */
const durable =
  "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'"
const limits = `select ${keepalives}, set_config('idle_in_transaction_session_timeout', '${holding}', false)`

const versionNow = 'select max(version) as version from schema_version'

const names = new Map<string, string>()
/** Each text with values is prepared once a connection, under a name of its own. */
function named({ text, values }: Query): pg.QueryConfig {
  if (values === undefined) return { text }
  let name = names.get(text)
  if (name === undefined) names.set(text, (name = `g${names.size}`))
  return { name, text, values: values as unknown[] }
}

/** A silence is a cut. (The driver takes a time-out of each statement; its types don't say so.) */
export const within = (milliseconds: number, query: Query): pg.QueryConfig => {
  const limited = { ...query, query_timeout: milliseconds }
  return limited as unknown as pg.QueryConfig
}

/** The wait before the next try, in milliseconds. */
export const restAfter = (tries: number): number => rests[Math.min(tries, rests.length - 1)]!

/**
 * Finds the server that takes writes (or any, to read) among those of the address.
 * @throws StorageError with the sentence to show
 */
export async function openServer(
  { servers, name }: Address,
  { patience = 15_000, reading = false }: ServerOptions = {},
): Promise<Server> {
  let pools: Promise<Pools> | null = null
  let closed = false

  const settings = (url: string) => ({
    connectionString: url,
    connectionTimeoutMillis: connecting,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepalive,
    application_name: 'guichet',
    types,
    pipeline: true,
  })

  /** The first of the servers that does, connected. */
  async function reached(): Promise<{ readonly connection: pg.Client; readonly url: string }> {
    let trouble: unknown
    for (const url of servers) {
      const connection = new pg.Client(settings(url))
      connection.on('error', () => {})
      try {
        await connection.connect()
        const { rows } = await connection.query<{ standby: boolean }>(
          within(connecting, { text: 'select pg_is_in_recovery() as standby' }),
        )
        connection.query(within(connecting, { text: `select ${keepalives}` })).catch(() => {})
        if (reading || rows[0]?.standby === false) return { connection, url }
        trouble ??= postgresTrouble('unreachable', name)
      } catch (cause) {
        // An error about an account or a certificate is more useful than another server's timeout.
        if (trouble === undefined || !isCut(cause)) trouble = cause
      }
      await parted(connection)
    }
    throw postgresError(trouble, name)
  }

  async function open(): Promise<Pools> {
    const { connection, url } = await reached()
    void parted(connection)
    const broken = () => lose(made)
    const made: Pools = {
      storing: poolOf(url, most.storing, broken),
      reading: poolOf(url, most.reading, broken),
    }
    present = made
    return made
  }

  const poolOf = (url: string, max: number, broken: () => void): Pool =>
    openPool(
      { ...settings(url), max, idleTimeoutMillis: idle, query_timeout: answering },
      (one) => {
        one.on('error', () => {})
        // Without it, an act could be said that is not on disk: the connection that can’t have it is ended.
        one.query(durable).catch(() => void parted(one as unknown as pg.Client))
        one.query(limits).catch(() => {})
      },
      broken,
    )

  /** The current pools: errors of former ones are ignored. */
  let present: Pools | null = null
  function lose(gone: Pools): void {
    if (present !== gone) return
    present = null
    pools = null
    void ended(gone)
  }

  const current = (): Promise<Pools> => {
    if (closed) return Promise.reject(postgresTrouble('unreachable', name))
    pools ??= open().catch((error: unknown) => {
      pools = null
      throw error
    })
    return pools
  }

  /** Runs `work` on the current server; when that server is lost, the next try looks for another. */
  async function once<T>(which: keyof Pools, work: (from: Pool) => Promise<T>): Promise<T> {
    const from = await current()
    try {
      return await work(from[which])
    } catch (cause) {
      if (isCut(cause) && !isBusy(cause)) lose(from)
      throw cause
    }
  }

  const trouble = async (cause: unknown): Promise<unknown> => {
    if (!lacksTables(cause)) return postgresError(cause, name)
    const version = await once('reading', (from) =>
      held(from, (one) => one.query<{ version: number | null }>(versionNow)),
    ).then(
      ({ rows }) => rows[0]?.version ?? 0,
      () => 0,
    )
    return version > latestVersion ? postgresTrouble('newerSchema', name, cause) : postgresError(cause, name)
  }

  await current()
  return {
    name,
    trouble,
    async ask<R>(query: Query) {
      const until = Date.now() + patience
      for (let tries = 0; ; tries++) {
        try {
          const { rows } = await once('reading', (from) => held(from, (one) => one.query(named(query))))
          return rows as R[]
        } catch (cause) {
          if (!(isCut(cause) || isBusy(cause)) || closed || Date.now() >= until) throw await trouble(cause)
        }
        await sleep(restAfter(tries))
      }
    },
    whole: (work) => once('storing', (from) => inTransaction(from, work)),
    store: (queries) => once('storing', (from) => storedBy(from, queries)),
    connect: async () => (await reached()).connection,
    close: async () => {
      closed = true
      const last = pools
      pools = null
      const open = await last?.catch(() => undefined)
      if (open) await ended(open)
    },
  }
}

const ended = (pools: Pools): Promise<unknown> =>
  Promise.allSettled(Object.values(pools).map((pool) => pool.end()))

async function inTransaction<T>(pool: Pool, work: (send: Send) => Promise<T>): Promise<T> {
  const connection = await pool.take()
  let broken = false
  try {
    const begun = sent(connection, [{ text: 'begin' }])
    begun.catch(() => {})
    // Sent after « begin » without waiting for its answer: this saves a round trip.
    const result = await work(async (queries) => {
      const [, rows] = await Promise.all([begun, sent(connection, queries)])
      return rows
    })
    await begun
    await connection.query('commit')
    return result
  } catch (cause) {
    broken = isCut(cause)
    if (!broken) await connection.query('rollback').catch(() => (broken = true))
    throw cause
  } finally {
    connection.release(broken)
  }
}

/** Does this on one connection; one that was cut is given to nobody else. */
async function held<T>(pool: Pool, work: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.take()
  let broken = false
  try {
    return await work(connection)
  } catch (cause) {
    broken = isCut(cause)
    throw cause
  } finally {
    connection.release(broken)
  }
}

/**
 * After a statement that fails, the engine refuses the others and makes « commit » a « rollback ». (None can fail to be
 * sent and let the others go: values are texts, numbers and lists of them.)
 */
const storedBy = (pool: Pool, queries: readonly Query[]): Promise<void> =>
  held(pool, async (connection) => {
    await sent(connection, [{ text: 'begin' }, ...queries, { text: 'commit' }])
  })

/** Sends statements on one connection. Waits for all answers, so that the connection goes back to the pool idle. */
export async function sent(
  connection: pg.ClientBase,
  queries: readonly Query[],
): Promise<readonly (readonly Row[])[]> {
  const results = await Promise.allSettled(queries.map((query) => connection.query<Row>(named(query))))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return results.map((result) => (result as PromiseFulfilledResult<pg.QueryResult<Row>>).value.rows)
}
