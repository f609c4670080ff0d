import type { OfficeId, PrinterId } from '../../shared/contract/ids.ts'
import { jobOf } from '../journal/jobs.ts'
import type { JobStore } from '../journal/port.ts'
import type { JobsTable } from '../schema.ts'
import type { Query, Server } from './server.ts'
import type { NewJob } from '../../shared/domain/decision.ts'

/** Which host this is, by an id that its folder keeps. */
export type Holding = { readonly holder: string }

/** A host that has not renewed its lease for so long has stopped, in milliseconds: another one prints its jobs. */
const lease = 30_000

/** Milliseconds of the server's clock: the only one that all hosts share. */
const serverNow = `(extract(epoch from clock_timestamp()) * 1000)::bigint`

const unfinished = `state in ('waiting', 'printing', 'retrying')`
const free = `(holder = $2 or held_until < ${serverNow})`

const insert = `insert into jobs (office_id, job_id, printer_id, title, document_id, paper, state, attempts, problem,
    created_at, next_at, interrupted, holder, held_until)
  values ($1, $2, $3, $4, $5, $6, $7, 0, null, $8, $8, 0, $9, ${serverNow} + ${lease})`

/** Stores a new job, which this host prints unless it goes before it could. */
export const insertJob = (office: OfficeId, job: NewJob, { holder }: Holding): Query => ({
  text: insert,
  values: [
    office,
    job.jobId,
    job.printerId,
    job.title,
    job.documentId,
    JSON.stringify(job.paper),
    job.state,
    job.createdAt,
    holder,
  ],
})

/** Renews this host's lease on its jobs once half of it has passed: the other half is the margin. */
export const renewing = (office: OfficeId, holder: string): Query => ({
  text: `update jobs set held_until = ${serverNow} + ${lease}
    where office_id = $1 and holder = $2 and ${unfinished} and held_until < ${serverNow} + ${lease / 2}`,
  values: [office, holder],
})

/** Whether a host went and left papers to print. */
export const abandoned = `exists (select 1 from jobs where office_id = $1 and holder is distinct from $2
  and ${unfinished} and held_until < ${serverNow})`

/**
 * The print jobs of a PostgreSQL journal.
 * @param write does the changes in one transaction, and gives what each returned
 */
export function postgresJobs(
  server: Server,
  office: () => OfficeId,
  { holder }: Holding,
  write: (queries: readonly Query[]) => Promise<readonly (readonly unknown[])[]>,
): JobStore {
  const rows = async (text: string, ...values: (string | number | null)[]) =>
    (await server.ask<JobsTable>({ text, values: [office(), ...values] })).map(jobOf)
  const order = 'order by created_at, job_id'
  return {
    open: (limit) =>
      rows(`select * from jobs where office_id = $1 and ${unfinished} ${order} limit $2`, limit ?? null),
    mine: () =>
      rows(`select * from jobs where office_id = $1 and ${unfinished} and ${free} ${order}`, holder),
    waiting: async () => {
      const text = `select printer_id, count(*) as jobs from jobs where office_id = $1 and ${unfinished} group by printer_id`
      const counted = await server.ask<{ printer_id: PrinterId; jobs: number }>({ text, values: [office()] })
      return new Map(counted.map(({ printer_id, jobs }) => [printer_id, jobs]))
    },
    printed: async (since) => {
      const text = `select count(distinct j.document_id) as papers from jobs j
        join documents d on d.office_id = j.office_id and d.document_id = j.document_id
        where j.office_id = $1 and j.state = 'printed' and d.issued_at >= $2`
      const [counted] = await server.ask<{ papers: number }>({ text, values: [office(), since] })
      return Number(counted?.papers ?? 0)
    },
    recent: (limit) =>
      rows('select * from jobs where office_id = $1 order by created_at desc, job_id desc limit $2', limit),
    get: async (jobId) => (await rows('select * from jobs where office_id = $1 and job_id = $2', jobId))[0],
    async take(jobId, printerId) {
      const [, taken] = await write([
        // Two hosts never begin on one printer at the same instant: one paper at a time comes out of it.
        {
          text: `select pg_advisory_xact_lock(hashtextextended($1, 80))`,
          values: [`${office()} ${printerId}`],
        },
        {
          text: `update jobs set state = 'printing', attempts = attempts + 1, problem = null, holder = $2,
              held_until = ${serverNow} + ${lease},
              interrupted = case when state = 'printing' and holder is distinct from $2 then 1 else interrupted end
            where office_id = $1 and job_id = $3 and printer_id = $4 and ${unfinished} and ${free}
              and not exists (select 1 from jobs other where other.office_id = $1 and other.printer_id = $4
                and other.state = 'printing' and other.holder <> $2 and other.held_until >= ${serverNow})
            returning *`,
          values: [office(), holder, jobId, printerId],
        },
      ])
      const row = taken?.[0] as JobsTable | undefined
      return row && jobOf(row)
    },
    async update(jobId, changes) {
      const columns = {
        printer_id: changes.printerId,
        state: changes.state,
        attempts: changes.attempts,
        problem: changes.problem,
        next_at: changes.nextAt,
        interrupted: changes.interrupted === undefined ? undefined : Number(changes.interrupted),
      }
      const entries = Object.entries(columns).filter(([, value]) => value !== undefined) as [
        string,
        string | number | null,
      ][]
      if (entries.length === 0) return
      const set = entries.map(([column], index) => `${column} = $${index + 3}`).join(', ')
      await write([
        {
          text: `update jobs set ${set} where office_id = $1 and job_id = $2`,
          values: [office(), jobId, ...entries.map(([, value]) => value)],
        },
      ])
    },
  }
}
