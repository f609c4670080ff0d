import { Ban, CircleAlert, CircleCheck, Clock, Eraser, FileText, Monitor, Replace } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PrintJob } from '../../shared/contract/printing/calls.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { date, hour } from '../../shared/messages/format/numbers.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { Status, type Tone } from '../ui/Status.tsx'
import type { Listed } from './acts.ts'

const words = papers.state

/** « 3 mars 2026, 10 h 42 » */
export const when = (at: number, zone: string): string => `${date(at, zone)}, ${hour(at, zone)}`

/** What a document is worth now: erased, cancelled, replaced, handed over, or issued and no more. */
export function documentState(
  line: Pick<Listed, 'erased' | 'handedAt' | 'cancelledBy' | 'correctedBy'>,
  zone: string,
): { readonly tone: Tone; readonly said: string } {
  if (line.cancelledBy !== null) return { tone: 'stop', said: words.cancelled(line.cancelledBy) }
  if (line.correctedBy !== null) return { tone: 'attention', said: words.corrected(line.correctedBy) }
  if (line.erased) return { tone: 'quiet', said: words.erased }
  if (line.handedAt !== null) return { tone: 'done', said: words.handed(when(line.handedAt, zone)) }
  return { tone: 'quiet', said: words.holds }
}

const icons: Readonly<Record<Tone, ReactNode>> = {
  stop: <Ban aria-hidden size={18} />,
  attention: <Replace aria-hidden size={18} />,
  quiet: <FileText aria-hidden size={18} />,
  done: <CircleCheck aria-hidden size={18} />,
  accent: <FileText aria-hidden size={18} />,
}

export function DocumentState({ line, zone }: { readonly line: Listed; readonly zone: string }) {
  const { tone, said } = documentState(line, zone)
  return (
    <Status tone={tone} icon={line.erased ? <Eraser aria-hidden size={18} /> : icons[tone]}>
      {said}
    </Status>
  )
}

const jobTones: Readonly<Record<PrintJob['state'], Tone>> = {
  waiting: 'quiet',
  printing: 'quiet',
  retrying: 'attention',
  printed: 'done',
  preview: 'accent',
  cancelled: 'quiet',
}

/** A job that needs someone: it failed, or it waits for a printer that has a problem. */
export const inTrouble = (job: PrintJob): boolean => job.problem !== null && job.state !== 'printed'

function iconOf(job: PrintJob | undefined): ReactNode {
  if (job && inTrouble(job)) return <CircleAlert aria-hidden size={18} />
  if (job?.state === 'printed') return <CircleCheck aria-hidden size={18} />
  if (job === undefined || job.state === 'preview') return <Monitor aria-hidden size={18} />
  return <Clock aria-hidden size={18} />
}

/** How the printing of a paper goes, and what its printer complains of. Without a job the paper is on the screen. */
export function JobStatus({ job }: { readonly job: PrintJob | undefined }) {
  const { jobStates, printedBy, attempts } = counterWords
  if (job === undefined)
    return (
      <Status tone="accent" icon={iconOf(job)}>
        {jobStates.preview}
      </Status>
    )
  return (
    <>
      <Status tone={inTrouble(job) ? 'attention' : jobTones[job.state]} icon={iconOf(job)}>
        {jobStates[job.state]} {job.state === 'preview' ? '' : printedBy(job.printer)}
      </Status>
      {inTrouble(job) && (
        <span>
          {job.problem} ({attempts(job.attempts)})
        </span>
      )}
    </>
  )
}
