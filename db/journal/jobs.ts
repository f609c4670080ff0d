import type { Paper } from '../../shared/contract/documents/papers.ts'
import type { OfficeId, PrinterId } from '../../shared/contract/ids.ts'
import type { JobsTable } from '../schema.ts'
import type { JobChange, JobRow, JobStore } from './port.ts'
import type { Statements } from './statements.ts'
import type { NewJob } from '../../shared/domain/decision.ts'

const insert =
  'insert into jobs (office_id, job_id, printer_id, title, document_id, paper, state, attempts, problem, created_at, next_at, interrupted) values (?, ?, ?, ?, ?, ?, ?, 0, null, ?, ?, 0)'
const unfinished =
  "select * from jobs where office_id = ? and state in ('waiting', 'printing', 'retrying') order by created_at, job_id limit ?"
const counted =
  "select printer_id, count(*) as jobs from jobs where office_id = ? and state in ('waiting', 'printing', 'retrying') group by printer_id"
const printed =
  "select count(distinct j.document_id) as papers from jobs j join documents d on d.office_id = j.office_id and d.document_id = j.document_id where j.office_id = ? and j.state = 'printed' and d.issued_at >= ?"
const latest = 'select * from jobs where office_id = ? order by created_at desc, job_id desc limit ?'
const one = 'select * from jobs where office_id = ? and job_id = ?'
const change =
  'update jobs set printer_id = ?, state = ?, attempts = ?, problem = ?, next_at = ?, interrupted = ? where office_id = ? and job_id = ?'

/** Stores a new job; the caller holds the transaction. */
export function insertJob({ of }: Statements, officeId: OfficeId, job: NewJob): void {
  of(insert).run(
    officeId,
    job.jobId,
    job.printerId,
    job.title,
    job.documentId,
    JSON.stringify(job.paper),
    job.state,
    job.createdAt,
    job.createdAt,
  )
}

const isUnfinished = ({ state }: JobsTable) =>
  state === 'waiting' || state === 'printing' || state === 'retrying'

/**
 * The print jobs of a SQLite journal.
 * @param safely runs a function with failures of the disk made into `StorageError`
 */
export function sqliteJobs(
  { of }: Statements,
  officeId: () => OfficeId,
  safely: <T>(work: () => T) => Promise<T>,
): JobStore {
  const get = (jobId: string) => of(one).get(officeId(), jobId) as JobsTable | undefined
  // SQLite takes -1 for no limit.
  const open = (limit = -1) => safely(() => (of(unfinished).all(officeId(), limit) as JobsTable[]).map(jobOf))
  const store = (job: JobRow) =>
    of(change).run(
      job.printerId,
      job.state,
      job.attempts,
      job.problem,
      job.nextAt,
      job.interrupted ? 1 : 0,
      officeId(),
      job.jobId,
    )
  return {
    open,
    // One file has one host.
    mine: () => open(),
    take: (jobId, printerId) =>
      safely(() => {
        const row = get(jobId)
        if (!row || row.printer_id !== printerId || !isUnfinished(row)) return undefined
        const job: JobRow = { ...jobOf(row), state: 'printing', attempts: row.attempts + 1, problem: null }
        store(job)
        return job
      }),
    waiting: () =>
      safely(
        () =>
          new Map(
            (of(counted).all(officeId()) as { printer_id: PrinterId; jobs: number }[]).map((row) => [
              row.printer_id,
              row.jobs,
            ]),
          ),
      ),
    printed: (since) => safely(() => (of(printed).get(officeId(), since) as { papers: number }).papers),
    recent: (limit) => safely(() => (of(latest).all(officeId(), limit) as JobsTable[]).map(jobOf)),
    get: (jobId) =>
      safely(() => {
        const row = get(jobId)
        return row && jobOf(row)
      }),
    update: (jobId, asked: JobChange) =>
      safely(() => {
        const row = get(jobId)
        if (!row) return
        store({ ...jobOf(row), ...asked })
      }),
  }
}

/** A job as its row says it. */
export const jobOf = (row: JobsTable): JobRow =>
  ({
    jobId: row.job_id,
    printerId: row.printer_id,
    title: row.title,
    documentId: row.document_id,
    paper: JSON.parse(row.paper) as Paper,
    state: row.state,
    attempts: row.attempts,
    problem: row.problem,
    createdAt: row.created_at,
    nextAt: row.next_at,
    interrupted: row.interrupted === 1,
  }) as JobRow
