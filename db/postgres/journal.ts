import type { Recorded } from '../../shared/contract/events.ts'
import type { OfficeId, Seq } from '../../shared/contract/ids.ts'
import type { Batch, Head, Journal } from '../journal/port.ts'
import type { PersonalChanged } from '../journal/changed.ts'
import { decode, nilOffice, noHash } from '../journal/rows.ts'
import { upcasters, versions, type Versions } from '../journal/upcast.ts'
import type { Upcasters } from '../journal/upcaster.ts'
import { keepArchives } from '../personal/archives.ts'
import { answersKept, consultationsKept, jobsKept, unprintedKept } from '../personal/retention.ts'
import { postgresCompiler } from '../projections/compile.ts'
import { tablesOf } from '../projections/tables.ts'
import type { AnswersTable, SnapshotsTable } from '../schema.ts'
import { adoption, bornOf, chain, queryOf, statementsOf, type Position } from './append.ts'
import { isCut, postgresTrouble } from './errors.ts'
import { postgresJobs, type Holding } from './jobs.ts'
import { startNotices, unheard, type Notices } from './notices.ts'
import { changedSince, expired, older, purging } from './personal.ts'
import type { Query, Server } from './server.ts'
import { atOneMoment, verifyStored } from './stored.ts'
import type { PersonalKey, PersonalKind } from '../../shared/domain/decision.ts'

export type PostgresJournalOptions = Holding & {
  /** Under which id the rows are: the office's, or, before its birth, one that this host's folder keeps. */
  readonly office: OfficeId
  /** Whether the office has its first event. */
  readonly born: boolean
  /** The office was just born: its id is to be kept. */
  readonly onBorn?: (office: OfficeId) => void
  readonly steps?: Upcasters
  readonly known?: Versions
  /** Read-only, on a standby too: no notification is sent or received, unless `notices` says how. */
  readonly reading?: boolean
  /** How it is heard that something was stored, where it is not by the server's notices. */
  readonly notices?: Notices
}

const headOf = 'select seq, hash, at, rev from head where office_id = $1'
const page = 'select seq, body, hash from events where office_id = $1 and seq > $2 order by seq limit $3'
const hashAt = 'select hash from events where office_id = $1 and seq = $2'
const hashesAfter = 'select hash from events where office_id = $1 and seq > $2 and seq <= $3 order by seq'
const anchorOf = 'select anchor from head where office_id = $1'
const keepAnchor = 'update head set anchor = $2 where office_id = $1'
const oneAnswer = 'select input_hash, output from answers where office_id = $1 and command_id = $2'
const allOfKind = 'select id, value from personal where office_id = $1 and kind = $2'
const oneRow = 'select value from personal where office_id = $1 and kind = $2 and id = $3'
const oldestChange = 'select min(rev) as rev from personal_changes where office_id = $1'
const oneSnapshot = 'select seq, evolve_version, state from snapshots where office_id = $1'
// Another host may have saved a later one meanwhile.
const replaceSnapshot = `insert into snapshots (office_id, seq, evolve_version, state) values ($1, $2, $3, $4)
  on conflict (office_id) do update set
  seq = excluded.seq, evolve_version = excluded.evolve_version, state = excluded.state
  where snapshots.seq < excluded.seq or snapshots.evolve_version <> excluded.evolve_version`
const oldJobs = `with gone as (delete from jobs where office_id = $1 and (
    (state in ('printed', 'preview', 'cancelled') and created_at <= $2)
    or (document_id is null and state <> 'printing' and created_at <= $3)) returning 1) select count(*) as count from gone`

/** The list of changed rows is kept for a day: a host that was away for longer reads all rows. */
const changesKept = 24 * 3600 * 1000

const start: Position = { seq: 0 as Seq, hash: noHash, at: 0, rev: 0 }

/**
 * The journal kept by PostgreSQL, where an office may have several hosts and a database several offices. Who appends first
 * is decided by the engine alone: the head's row, which only moves from where the caller saw it, and the unique key
 * (office_id, seq) under it. An append whose answer was lost with the connection is looked for before it is tried again.
 */
export function postgresJournal(server: Server, options: PostgresJournalOptions): Journal {
  const { holder, steps = upcasters, known = versions } = options
  let { office, born } = options
  /** The head after what this host read or stored last: an append from there needs no reading. */
  let position: Position | undefined
  /** How many changes of the personal rows this host has taken in; undefined before it asked. */
  let taken: number | undefined
  /** The last event that this host read or stored: the database has it for ever, as it was. */
  let seen: Head | undefined
  const officeId = () => office
  /** Where the last append of this host ended: it had read all that came before. */
  let own: Position | undefined
  const notices =
    options.notices ?? (options.reading ? unheard : startNotices(server, officeId, holder, () => own))

  const ask = <Row>(query: Query) => server.ask<Row>(query)

  const readHead = async (): Promise<Position> =>
    (await ask<Position>({ text: headOf, values: [office] }))[0] ?? start

  /** Statements that change only what stands alone: the same again after a cut does the same. */
  const write = async (queries: readonly Query[]) => {
    for (let tries = 0; ; tries++) {
      try {
        const rows = await server.whole((send) => send(queries))
        notices.tell()
        return rows
      } catch (cause) {
        if (!isCut(cause) || tries === 5) throw await server.trouble(cause)
        // Waits for the server to be back.
        await readHead()
      }
    }
  }

  async function append(
    expectedSeq: Seq,
    batch: Batch,
  ): Promise<{ readonly stored: readonly Recorded[] } | 'conflict'> {
    keepArchives(batch)
    const head = position?.seq === expectedSeq ? position : await readHead()
    if (head.seq !== expectedSeq) return 'conflict'
    if (seen?.seq === head.seq && seen.hash !== head.hash) throw postgresTrouble('otherJournal', server.name)
    // Decided on rows that another host has changed since.
    const basis = { ...head, rev: taken ?? head.rev }
    const links = chain(basis, batch, known)
    const birth = expectedSeq === 0 && !born ? bornOf(batch.events[0]) : undefined
    const of = birth ?? office
    const queries = [
      ...(birth ? adoption(office, birth) : []),
      ...statementsOf(of, basis, batch, links, { holder }),
    ]
    for (let tries = 1; ; tries++) {
      try {
        await server.store(queries)
        break
      } catch (cause) {
        position = undefined
        if (isConflict(cause)) return 'conflict'
        if (!isCut(cause) || tries === 5) throw await server.trouble(cause)
        // The answer was lost, perhaps not the commit.
        const found = await outcome(of, expectedSeq, batch, links.hashes[0])
        if (found === 'conflict') return 'conflict'
        if (found === 'stored') break
      }
    }
    if (birth) {
      office = birth
      born = true
      options.onBorn?.(birth)
      notices.again()
    }
    own = position = seen = links.after
    if (taken !== undefined) taken = links.after.rev
    notices.tell()
    return { stored: links.recorded }
  }

  /** What became of an append whose answer didn't come. */
  async function outcome(
    of: OfficeId,
    expectedSeq: Seq,
    { answers }: Batch,
    firstHash: string | undefined,
  ): Promise<'stored' | 'absent' | 'conflict'> {
    const [first] = answers
    if (firstHash !== undefined) {
      const [row] = await ask<{ hash: string }>({ text: hashAt, values: [of, expectedSeq + 1] })
      return row === undefined ? 'absent' : row.hash === firstHash ? 'stored' : 'conflict'
    }
    if (first === undefined) return 'absent'
    const [row] = await ask<AnswersTable>({ text: oneAnswer, values: [of, first.commandId] })
    return row?.input_hash === first.inputHash ? 'stored' : 'absent'
  }

  async function changedPersonal(): Promise<readonly PersonalChanged[] | 'all'> {
    const before = taken
    const { rev } = await readHead()
    if (before !== undefined && rev === before) return []
    const [oldest] = await ask<{ rev: number | null }>({ text: oldestChange, values: [office] })
    if (before === undefined || oldest?.rev == null || oldest.rev > before + 1) {
      taken = rev
      return 'all'
    }
    const rows = await ask<{ kind: PersonalKind; id: string; value: string | null }>(
      changedSince(office, before),
    )
    taken = rev
    return rows.map(({ kind, id, value }) => ({
      kind,
      id,
      value: value === null ? undefined : (JSON.parse(value) as unknown),
    }))
  }

  return {
    officeId: () => (born ? office : nilOffice),
    async head() {
      position = await readHead()
      return { seq: position.seq, hash: position.hash }
    },
    append,
    async read(since, limit) {
      // Read again with what follows it, the last event that is known here says that the journal is still the same.
      const before = since > 0 && seen?.seq === since ? seen.hash : undefined
      const found = await ask<Head & { body: string }>({
        text: page,
        values: before === undefined ? [office, since, limit] : [office, since - 1, limit + 1],
      })
      if (before !== undefined && found[0]?.hash !== before)
        throw postgresTrouble('otherJournal', server.name)
      const rows = before === undefined ? found : found.slice(1)
      const last = rows.at(-1)
      if (last && last.seq > (seen?.seq ?? 0)) seen = { seq: last.seq, hash: last.hash }
      return rows.map(({ body }) => decode(body, steps, known))
    },
    async hashes(since, upTo) {
      const rows = await ask<{ hash: string }>({ text: hashesAfter, values: [office, since, upTo] })
      return rows.map(({ hash }) => hash)
    },
    verifyFrom: (from) => atOneMoment(server, (send) => verifyStored(send, office, from)),
    anchor: {
      async last() {
        const [row] = await ask<{ anchor: string | null }>({ text: anchorOf, values: [office] })
        return row?.anchor ?? undefined
      },
      async keep(line) {
        await write([{ text: keepAnchor, values: [office, line] }])
      },
    },
    async answer(commandId) {
      const [row] = await ask<AnswersTable>({ text: oneAnswer, values: [office, commandId] })
      return row && { inputHash: row.input_hash, output: row.output }
    },
    async personal(kind) {
      const rows = await ask<{ id: string; value: string }>({ text: allOfKind, values: [office, kind] })
      return new Map(rows.map(({ id, value }) => [id, JSON.parse(value) as unknown]))
    },
    async personalRow(kind, id) {
      const [row] = await ask<{ value: string }>({ text: oneRow, values: [office, kind, id] })
      return row && (JSON.parse(row.value) as unknown)
    },
    async snapshot() {
      const [row] = await ask<SnapshotsTable>({ text: oneSnapshot, values: [office] })
      return row && { seq: row.seq, evolveVersion: row.evolve_version, state: row.state }
    },
    async saveSnapshot({ seq, evolveVersion, state }) {
      await write([{ text: replaceSnapshot, values: [office, seq, evolveVersion, state] }])
    },
    expired: (now) => ask<PersonalKey>(expired(office, now)),
    async purge(now) {
      const rows = await write([
        purging(office, now),
        older('answers', office, now - answersKept),
        { text: oldJobs, values: [office, now - jobsKept, now - unprintedKept] },
        older('consultations', office, now - consultationsKept),
        older('personal_changes', office, now - changesKept),
      ])
      const [personal, answers, jobs, consultations] = rows.map(([row]) => (row as { count: number }).count)
      position = undefined
      return { personal: personal!, answers: answers!, jobs: jobs!, consultations: consultations! }
    },
    async close() {
      await notices.close()
      await server.close()
    },
    followed: null,
    others:
      options.reading && !options.notices
        ? null
        : { onStored: notices.onStored, personal: changedPersonal, leads: notices.leads, known: () => seen },
    jobs: postgresJobs(server, officeId, { holder }, write),
    ...tablesOf({
      sql: postgresCompiler,
      officeId,
      ask: <Row>(query: { sql: string; parameters: readonly unknown[] }) => ask<Row>(queryOf(query)),
      run: async (query) => void (await write([queryOf(query)])),
    }),
  }
}

/** Another host stored first: the head moved (GU001), or the event's place is taken; or two waited for each other. */
function isConflict(cause: unknown): boolean {
  const { code, constraint } = cause as { readonly code?: string; readonly constraint?: string }
  return (
    code === 'GU001' ||
    code === '40P01' ||
    code === '40001' ||
    (code === '23505' && constraint === 'events_key')
  )
}
