import { readFileSync } from 'node:fs'
import { sql, type Kysely } from 'kysely'
import { chainHash, noHash } from '../../../db/journal/rows.ts'
import { latestVersion, migrate, migrations } from '../../../db/migrations/migrate.ts'
import type { Engine } from '../../../db/schema.ts'
import type { OfficeId } from '../../../shared/contract/ids.ts'

// A real office as a past schema left it, made by the migrations themselves up to it: what a release wrote in its journal,
// and a row in each table that no journal makes again.

const night = Number(process.env['GUICHET_RUNS'] ?? 100) > 100

/** The schemas of every release, and those between: the ones before the first hold no office. */
const pastSchemas = migrations
  .map(({ version }) => version)
  .filter((version) => version >= 30 && version < latestVersion)

/** Those at which something begins to be there: what `unmakeable` says, or another release's journal. */
const beginnings = (): ReadonlySet<number> =>
  new Set([30, 40, ...unmakeable.map(({ from }) => from), pastSchemas.at(-1)!])

/**
 * The schemas that offices are opened from. By night all; by day, those at which what an office holds begins to be there,
 * and the last: an office of another one holds what one of an earlier of these has become there.
 */
export const triedSchemas = (): readonly number[] =>
  pastSchemas.filter((schema) => night || beginnings().has(schema))

/** The last release that wrote under a schema, or under an older one. */
const releaseOf = (schema: number): string =>
  schema >= 50 ? 'journal-v3.jsonl' : schema >= 40 ? 'journal-v2.jsonl' : 'journal-v1.jsonl'

export type PastOffice = {
  readonly officeId: OfficeId
  readonly bodies: readonly string[]
  /** The hash of the last event. */
  readonly hash: string
}

/** Makes the tables of a schema and an office in them, chained again because the release's was a training one. */
export async function pastOffice(db: Kysely<unknown>, engine: Engine, schema: number): Promise<PastOffice> {
  await migrate(db, engine, schema)
  return db.transaction().execute((transaction) => filled(transaction, schema))
}

async function filled(db: Kysely<unknown>, schema: number): Promise<PastOffice> {
  const rows = readFileSync(new URL(`../fixtures/${releaseOf(schema)}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { office_id: OfficeId; seq: number; body: string })
  const officeId = rows[0]?.office_id as OfficeId
  const bodies = rows.map(({ body, seq }) =>
    seq === 1 ? body.replace('"school":true', '"school":false') : body,
  )
  let hash = noHash
  for (const [index, body] of bodies.entries()) {
    hash = chainHash(hash, body)
    await sql`insert into events (office_id, seq, body, hash) values (${officeId}, ${index + 1}, ${body}, ${hash})`.execute(
      db,
    )
  }
  const { at } = JSON.parse(bodies.at(-1) ?? '') as { at: number }
  await sql`insert into head (office_id, seq, hash, at) values (${officeId}, ${rows.length}, ${hash}, ${at})`.execute(
    db,
  )
  for (const { from, until = Infinity, insert } of unmakeable)
    if (schema >= from && schema < until) await insert(officeId).execute(db)
  return { officeId, bodies, hash }
}

type Unmakeable = {
  /** The schemas that have the table. */
  readonly from: number
  readonly until?: number
  readonly insert: (office: OfficeId) => ReturnType<typeof sql>
}

const unmakeable: readonly Unmakeable[] = [
  {
    from: 20,
    insert: (office) =>
      sql`insert into personal (office_id, kind, id, value, written_at, expires_at) values (${office}, 'sheet', 'v', '{"note":"é"}', 1, null)`,
  },
  {
    from: 20,
    insert: (office) =>
      sql`insert into answers (office_id, command_id, input_hash, output, at, about_kind, about_id) values (${office}, 'c', 'h', '{}', 1, 'sheet', 'v')`,
  },
  {
    from: 20,
    insert: (office) =>
      sql`insert into jobs (office_id, job_id, printer_id, title, document_id, paper, state, attempts, problem, created_at, next_at, interrupted) values (${office}, 'j', 'p', 't', null, '{}', 'waiting', 2, 'noPaper', 1, 1, 0)`,
  },
  {
    from: 50,
    insert: (office) =>
      sql`insert into file_keys (office_id, key, file_id) values (${office}, 'DUPONT 1990-05-17', 'f')`,
  },
  {
    from: 50,
    until: 110,
    insert: (office) =>
      sql`insert into looks values (${office}, 'l', 1, 'agent1', 'guichet', 'reference', '["f"]')`,
  },
  {
    from: 110,
    insert: (office) =>
      sql`insert into consultations (office_id, consultation_id, at, agent_id, station_id, what, about) values (${office}, 'l', 1, 'agent1', 'guichet', 'fileReference', '["f"]')`,
  },
  {
    from: 130,
    insert: (office) =>
      sql`insert into webhook_dead values (${office}, 'w', 3, 'ticketCalled', 5, 8, 'timeout', 0)`,
  },
]

/** What is there of what no journal makes again. */
export async function unmakeableRows(db: Kysely<unknown>): Promise<Readonly<Record<string, unknown>>> {
  const all = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows
  return {
    personal: await all(sql`select kind, id, value, written_at, expires_at from personal`),
    answers: await all(sql`select command_id, output, about_kind, about_id from answers`),
    jobs: await all(sql`select job_id, state, attempts, problem from jobs`),
    keys: await all(sql`select key, file_id from file_keys`),
    consultations: await all(sql`select consultation_id, agent_id, what, about from consultations`),
    dead: await all(sql`select webhook_id, seq, attempts from webhook_dead`),
  }
}

/** The same, as an office of that schema had it. */
export const unmakeableOf = (schema: number): Readonly<Record<string, unknown>> => ({
  personal: [{ kind: 'sheet', id: 'v', value: '{"note":"é"}', written_at: 1, expires_at: null }],
  answers: [{ command_id: 'c', output: '{}', about_kind: 'sheet', about_id: 'v' }],
  jobs: [{ job_id: 'j', state: 'waiting', attempts: 2, problem: 'noPaper' }],
  keys: schema >= 50 ? [{ key: 'DUPONT 1990-05-17', file_id: 'f' }] : [],
  consultations:
    schema >= 50 ? [{ consultation_id: 'l', agent_id: 'agent1', what: 'fileReference', about: '["f"]' }] : [],
  dead: schema >= 130 ? [{ webhook_id: 'w', seq: 3, attempts: 8 }] : [],
})
