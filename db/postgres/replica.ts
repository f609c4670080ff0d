import type { OfficeId } from '../../shared/contract/ids.ts'
import { StorageError } from '../errors.ts'
import type { Journal } from '../journal/port.ts'
import { projectionVersion } from '../projections/project.ts'
import { addressOf } from './address.ts'
import { postgresTrouble } from './errors.ts'
import { postgresJournal } from './journal.ts'
import { refuseMoved } from './moved.ts'
import type { Notices } from './notices.ts'
import { officesOf } from './offices.ts'
import { placed, type Place } from './open.ts'
import { bringUp } from './schema.ts'
import { openServer, type Server } from './server.ts'

/** How what is read here stands, among what the office stores. */
export type Standing = {
  /** The server answers and, where it is a standby, receives from the one that is written. */
  readonly reached: boolean
  /** How many seconds ago all that there was to read was there; null while nothing says it. */
  readonly lagSeconds: number | null
}

/** An office's journal that is read and never written. */
export type Replica = {
  readonly journal: Journal
  readonly standing: () => Standing
  /** Resolves once the server takes writes: a standby when it was opened, somebody promoted it. */
  readonly promoted: Promise<void>
}

/** The polling period, in milliseconds: a standby receives no notification. */
const every = 1000

/**
 * Whether this URL names one server, and it is a standby: whoever names several waits for the one that takes writes.
 * False where nobody answers: whoever opens the journal says why.
 */
export async function isStandby(url: string): Promise<boolean> {
  const address = addressOf(url)
  if (address.servers.length > 1) return false
  try {
    const server = await openServer(address, { patience: 0, reading: true })
    try {
      const [row] = await server.ask<{ standby: boolean }>({ text: 'select pg_is_in_recovery() as standby' })
      return row?.standby === true
    } finally {
      await server.close()
    }
  } catch {
    return false
  }
}

/**
 * The journal of an office of a database, read from any of its servers: nothing is migrated, made again or written.
 * @throws StorageError with the sentence to show
 */
export async function openPostgresReplica(url: string, place: Place): Promise<Replica> {
  const server = await openServer(addressOf(url), { reading: true })
  try {
    await bringUp(server, false)
    const office = await readable(server, place)
    await refuseMoved(server, office)
    place.keep(office, true)
    const looking = startLooking(server, office)
    const options = { office, born: true, holder: place.holder, reading: true, notices: looking.notices }
    const { standing, promoted } = looking
    return { journal: postgresJournal(server, options), standing, promoted }
  } catch (cause) {
    await server.close()
    throw cause
  }
}

/** The folder's office, or the only one that is there; its tables are those that this program reads. */
async function readable(server: Server, place: Place): Promise<OfficeId> {
  const found = await placed(server, place)
  const all = found.born ? [] : await officesOf(server)
  if (!found.born && all.length !== 1) throw postgresTrouble('missing', server.name)
  const office = all[0]?.officeId ?? found.office
  const [made] = await server.ask<{ version: number }>({
    text: 'select version from projected where office_id = $1',
    values: [office],
  })
  // None: the tables are those of the program that bore the office, which no host has opened since.
  if (made && made.version !== projectionVersion)
    throw new StorageError(
      'olderSchema',
      `Les tables de lecture de la base « ${server.name} » sont d’une autre version de Guichet. Lancez d’abord un hôte de cette version sur le serveur qui travaille : il les refait.`,
    )
  return office
}

type Seen = {
  readonly seq: number
  readonly rev: number
  readonly reached: boolean
  readonly standby: boolean
  /** Milliseconds since all that there was to read was there. */
  readonly lag: number | null
}

// What a standby has received and not replayed is late since what it replayed last; one that receives nothing may miss more.
const position = `select coalesce(max(seq), 0) as seq, coalesce(max(rev), 0) as rev, pg_is_in_recovery() as standby,
  not pg_is_in_recovery() or exists (select 1 from pg_stat_wal_receiver) as reached,
  case when not pg_is_in_recovery() or (exists (select 1 from pg_stat_wal_receiver)
      and coalesce(pg_last_wal_receive_lsn() <= pg_last_wal_replay_lsn(), true)) then 0
    else (extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000)::bigint end as lag
  from head where office_id = $1`

/** Looks again and again at how far the server is, and tells when it moved. */
function startLooking(
  server: Server,
  office: OfficeId,
): Pick<Replica, 'standing' | 'promoted'> & { readonly notices: Notices } {
  const listeners = new Set<() => void>()
  const promotion = Promise.withResolvers<void>()
  let last: (Seen & { readonly at: number }) | undefined
  let away = false
  let looking: Promise<void> | null = null

  const look = async () => {
    try {
      const [seen] = await server.ask<Seen>({ text: position, values: [office] })
      if (!seen) return
      const moved = seen.seq !== last?.seq || seen.rev !== last.rev
      // It was one when it was asked for: promoted since, or before this first look.
      if (!seen.standby) promotion.resolve()
      last = { ...seen, at: performance.now() }
      away = false
      if (moved) for (const listener of listeners) listener()
    } catch {
      // Said by `standing`, and to whoever asks something of the server.
      away = true
    }
  }
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null
    })
  }, every)
  timer.unref()

  return {
    promoted: promotion.promise,
    notices: {
      onStored: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      leads: () => false,
      tell: () => {},
      again: () => {},
      close: async () => {
        clearInterval(timer)
        await looking
      },
    },
    standing: () => ({
      reached: !away && last?.reached === true,
      lagSeconds:
        last === undefined || last.lag === null
          ? null
          : // Between two looks nothing is late; past them, the silence is.
            Math.round((Math.max(0, last.lag) + Math.max(0, performance.now() - last.at - 5 * every)) / 1000),
    }),
  }
}
