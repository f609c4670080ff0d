import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { OfficeId } from '../../shared/contract/ids.ts'
import { parted } from './connection.ts'
import { abandoned, renewing } from './jobs.ts'
import { restAfter, within, type Query, type Server } from './server.ts'

/** The notifications that this host exchanges with the others. */
export type Notices = {
  readonly onStored: (listener: () => void) => () => void
  readonly leads: () => boolean
  /** Something was stored here: the others are told, soon and once for all that is stored meanwhile. */
  readonly tell: () => void
  /** The office was born: its own notices are listened to from now on. */
  readonly again: () => void
  readonly close: () => Promise<void>
}

/** Of a journal that is only read: a standby listens to nobody. */
export const unheard: Notices = {
  onStored: () => () => {},
  leads: () => false,
  tell: () => {},
  again: () => {},
  close: () => Promise.resolve(),
}

/** Asked again so often, in milliseconds: a notice that was lost, or a silent cut, is mended then. */
const every = 2000

/** One for each office: the others' notices wake nobody here. */
const channel = (office: OfficeId) => `guichet ${office}`

const notifying = (office: OfficeId, holder: string): Query => ({
  text: 'select pg_notify($1, $2)',
  values: [channel(office), holder],
})

/** Held by each host of an office as long as it is connected. */
const attending = (office: OfficeId): Query => ({
  text: 'select pg_try_advisory_lock_shared(hashtextextended($1, 81))',
  values: [office],
})

/** Whether no host of the office is connected; until the transaction ends, none may say that it is. */
export const noneAttends = (office: OfficeId): Query => ({
  text: 'select pg_try_advisory_xact_lock(hashtextextended($1, 81)) as free',
  values: [office],
})

/** Whether a host may say that it is connected: not while `noneAttends` is held. */
export const maySayItAttends = (office: OfficeId): Query => ({
  text: 'select pg_try_advisory_xact_lock_shared(hashtextextended($1, 81)) as free',
  values: [office],
})

/**
 * Held, shared, by each host of an office that listens: who can have it alone has nobody to tell. (A notice wakes every
 * listener of the database, whatever its office: of three hundred offices with one host each, it was most of the server's
 * work.) Not the lock of `attending`, which others only try.
 */
const listening = (office: OfficeId): Query => ({
  text: 'select pg_advisory_lock_shared(hashtextextended($1, 84))',
  values: [office],
})

/** Held by one host of an office at a time, as long as it is connected. */
const leading = (office: OfficeId): Query => ({
  text: 'select pg_try_advisory_lock(hashtextextended($1, 82)) as held',
  values: [office],
})

/** Where a journal ends: its last event, and the last change of its personal rows. */
type JournalEnd = { readonly seq: number; readonly hash: string; readonly rev: number }

type Seen = JournalEnd & {
  readonly abandoned: boolean
  readonly alone: boolean
}

const position = `select coalesce(max(seq), 0) as seq, max(hash) as hash, coalesce(max(rev), 0) as rev, ${abandoned} as abandoned,
  pg_try_advisory_xact_lock(hashtextextended($1, 84)) as alone
  from head where office_id = $1`

const isAt = (seen: JournalEnd | undefined, end: JournalEnd | undefined) =>
  seen?.seq === end?.seq && seen?.hash === end?.hash && seen?.rev === end?.rev

/** No statement of this connection is long. */
const soon = (query: Query): pg.QueryConfig => within(5000, query)

/**
 * Listens on a connection of its own, made again with a growing rest when it is cut. A notice only hastens: what counts
 * is the sequence read, so that one that is lost, or repeated, or made up by somebody, changes nothing.
 * @param own where its last append ended: what this host stored itself is no news to it
 */
export function startNotices(
  server: Server,
  office: () => OfficeId,
  holder: string,
  own: () => JournalEnd | undefined,
): Notices {
  const listeners = new Set<() => void>()
  let connection: pg.Client | null = null
  let closed = false
  let telling: Promise<void> | null = null
  let tellAgain = false
  let wake: () => void = () => {}
  let last: Seen | undefined
  /** Which office this host leads; null: none. */
  let led: OfficeId | null = null
  /** No other host of the office listens. */
  let alone = false

  const heard = () => {
    for (const listener of listeners) listener()
  }

  async function listen(): Promise<void> {
    for (let tries = 0; !closed; tries++) {
      const gone = new AbortController()
      try {
        connection = await server.connect()
        if (closed) break
        connection.on('error', () => gone.abort())
        connection.on('end', () => gone.abort())
        connection.on('notification', ({ payload }) => {
          if (payload === holder) return
          alone = false
          heard()
        })
        await connection.query(soon({ text: `listen "${channel(office())}"` }))
        await connection.query(soon(attending(office())))
        await connection.query(soon(listening(office())))
        // Those who thought themselves alone tell again.
        await connection.query(soon(notifying(office(), holder)))
        // What was stored while nobody listened.
        heard()
        tries = 0
        await attend(connection, gone.signal)
      } catch {
        // Cut: said to whoever asks something of the server; here it is only tried again.
      }
      led = null
      alone = false
      if (connection) await parted(connection)
      connection = null
      if (!closed) await sleep(restAfter(tries))
    }
    if (connection) await parted(connection)
  }

  /** Until the connection goes: what notices may have missed is looked for, and what this host prints is kept its own. */
  async function attend(listening: pg.Client, gone: AbortSignal): Promise<void> {
    const of = office()
    while (!closed && !gone.aborted && of === office()) {
      const { rows } = await listening.query<Seen>(soon({ text: position, values: [of, holder] }))
      const seen = rows[0]
      // The first time too: what was stored since `heard` above, by one who did not know of this host yet.
      const moved = !isAt(seen, last) && (last === undefined || !isAt(seen, own()))
      last = seen
      alone = seen?.alone === true
      if (moved || seen?.abandoned) heard()
      await listening.query(soon(renewing(of, holder)))
      if (led === null) {
        const { rows: won } = await listening.query<{ held: boolean }>(soon(leading(of)))
        if (won[0]?.held === true) led = of
        if (led !== null) heard()
      }
      // Born meanwhile: what was asked of the office before is nobody's.
      if (of === office()) await rest(gone)
    }
  }

  const rest = (gone: AbortSignal) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        gone.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, every)
      gone.addEventListener('abort', done)
      wake = done
    })

  void listen()

  const tell = () => {
    if (closed || alone) return
    tellAgain = true
    telling ??= (async () => {
      while (tellAgain) {
        tellAgain = false
        // Outside the transaction: a notice in it makes all commits of the server wait for one another.
        await server.ask(notifying(office(), holder)).catch(() => {})
      }
      telling = null
    })()
  }

  return {
    onStored: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    leads: () => led !== null && led === office(),
    tell,
    again: () => wake(),
    close: async () => {
      closed = true
      wake()
      if (connection) await parted(connection)
    },
  }
}
