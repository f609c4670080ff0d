import { CircleAlert, CircleCheck, Monitor } from 'lucide-react'
import { useState } from 'react'
import type { PrinterNow, PrintJob } from '../../shared/contract/printing/calls.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { printing } from '../../shared/messages/printing/printing.fr.ts'
import { useKeptFocus } from '../ui/keptFocus.ts'
import { Row, Rows } from '../ui/Rows.tsx'
import { Status } from '../ui/Status.tsx'
import type { PrintingActs, PrintingView } from './acts.ts'
import { JobActs } from './JobActs.tsx'
import style from './Printing.module.css'

const words = printing.page

const ahead = ({ state }: PrintJob): boolean => ['waiting', 'printing', 'retrying'].includes(state)
/** Its printer was removed: it waits for someone to send it elsewhere. */
const stranded = ({ state, problem }: PrintJob): boolean => state === 'cancelled' && problem !== null

/** Printer by printer, how it is and what is still to come out of it; then what came out last. */
export function PrintQueue({ view, acts }: { readonly view: PrintingView; readonly acts: PrintingActs }) {
  const [message, setMessage] = useState('')
  const { printers, jobs, zone, total } = view
  const listed = jobs.filter(ahead).length
  const section = useKeptFocus(jobs)
  const known = new Set(printers.map(({ printerId }) => printerId))
  const strays = jobs.filter((job) => stranded(job) || (ahead(job) && !known.has(job.printerId)))
  const problems = new Map(printers.map(({ printerId, problem }) => [printerId, problem]))
  const rows = (of: readonly PrintJob[], label: string) => (
    <Rows label={label}>
      {of.map((job) => (
        <Row key={job.jobId} align="top">
          <JobLine job={job} zone={zone} said={problems.get(job.printerId) ?? null} />
          {(ahead(job) || stranded(job)) && (
            <JobActs job={job} printers={printers} acts={acts} onSaid={setMessage} />
          )}
        </Row>
      ))}
    </Rows>
  )
  return (
    <section aria-label={words.label} className={style.queue} tabIndex={-1} {...section}>
      <h2 className={style.title}>{words.title}</h2>
      <p role="status" className={style.small}>
        {message}
      </p>
      {printers.length === 0 && <p>{words.none}</p>}
      {printers.map((printer) => {
        const own = jobs.filter((job) => ahead(job) && job.printerId === printer.printerId)
        return (
          <section key={printer.printerId} aria-label={printer.name} className={style.printer}>
            <PrinterLine printer={printer} zone={zone} />
            {own.length > 0 && rows(own, words.jobsOf(printer.name))}
          </section>
        )
      })}
      {strays.length > 0 && rows(strays, words.label)}
      {total > listed && <p>{words.more(total - listed)}</p>}
      <h2 className={style.title}>{words.latest}</h2>
      {jobs.some((job) => !ahead(job) && !stranded(job)) ? (
        rows(jobs.filter((job) => !ahead(job) && !stranded(job)).slice(0, 20), words.latest)
      ) : (
        <p>{words.latestNone}</p>
      )}
    </section>
  )
}

/** A printer's name, its state in a word, then what is the matter. */
function PrinterLine({ printer, zone }: { readonly printer: PrinterNow; readonly zone: string }) {
  const { name, screen, problem, since, nearEnd, waiting } = printer
  const state = () => {
    if (screen)
      return (
        <Status tone="accent" icon={<Monitor aria-hidden size={18} />}>
          {words.screen}
        </Status>
      )
    if (problem !== null)
      return (
        <Status tone="stop" icon={<CircleAlert aria-hidden size={18} />}>
          {words.out}
        </Status>
      )
    return nearEnd ? (
      <Status tone="attention" icon={<CircleAlert aria-hidden size={18} />}>
        {words.rollEnds}
      </Status>
    ) : (
      <Status tone="done" icon={<CircleCheck aria-hidden size={18} />}>
        {words.works}
      </Status>
    )
  }
  const details = [
    problem ?? (nearEnd ? words.rollEndsHelp : null),
    since === null ? null : `${words.since(hour(since, zone))}.`,
    screen ? null : words.waiting(waiting),
  ]
  return (
    <div className={style.head}>
      <h3 className={style.name}>{name}</h3>
      {state()}
      <p className={style.small}>{details.filter((part) => part !== null).join(' ')}</p>
    </div>
  )
}

/** What is printed, how it goes, since when, after how many tries. */
function JobLine({
  job,
  zone,
  said,
}: {
  readonly job: PrintJob
  readonly zone: string
  /** What is already said of its printer. */
  readonly said: string | null
}) {
  const { title, state, printer, problem, reason, attempts, createdAt, nextAt, reprint } = job
  const why = problem ?? reason
  const facts = [
    counterWords.jobStates[state],
    ahead(job) ? null : printer,
    words.at(hour(createdAt, zone)),
    attempts > 0 ? words.attempts(attempts) : null,
    nextAt === null ? null : words.next(hour(nextAt, zone)),
    reprint ? (ahead(job) ? words.reprint : words.reprinted) : null,
  ]
  return (
    <span className={style.what}>
      <span className={style.name}>{title}</span>
      <br />
      <span className={style.small}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
      {why !== null && why !== said && (
        <>
          <br />
          <span className={problem === null ? style.small : style.problem}>{why}</span>
        </>
      )}
    </span>
  )
}
