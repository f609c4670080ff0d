import { CircleAlert, CircleCheck, Clock, Monitor } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { DocumentLine, IssuedDocument, Outcome } from '../../shared/contract/documents.ts'
import type { DocumentId } from '../../shared/contract/ids.ts'
import type { JobState, PrintJob } from '../../shared/contract/printing.ts'
import { fr } from '../../shared/messages/fr.ts'
import { hour, ticketNumber } from '../../shared/messages/numbers.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import { Status, type Tone } from '../ui/Status.tsx'
import type { CounterActs, CounterView } from './acts.ts'
import style from './Papers.module.css'

/**
 * Room for a sheet drawn 880 px wide, in pixels: a frame of no origin can't be measured. Three lines a piece at
 * most; what is left over is white paper.
 */
const heightOf = ({ facts }: IssuedDocument): number =>
  1_120 + 60 * ('pieces' in facts ? facts.pieces.length : 8)

/** What the last visit gave: it stays in sight until the next one begins. */
export type LastVisit = {
  readonly number: string
  readonly outcome: Outcome
  readonly documents: readonly Pick<DocumentLine, 'documentId' | 'kind' | 'number'>[]
}

type PaperActs = Pick<CounterActs, 'print' | 'redirect' | 'retry' | 'readDocument'>

const jobOf = (view: CounterView, documentId: DocumentId): PrintJob | undefined =>
  view.jobs.find((job) => job.documentId === documentId)

/** A job that needs someone: it failed, or it waits for a printer that has a problem. */
const inTrouble = (job: PrintJob): boolean => job.problem !== null && job.state !== 'printed'

const toneOf: Readonly<Record<JobState, Tone>> = {
  waiting: 'quiet',
  printing: 'quiet',
  retrying: 'attention',
  printed: 'done',
  preview: 'accent',
  cancelled: 'quiet',
}

function iconOf(job: PrintJob | undefined): ReactNode {
  if (job && inTrouble(job)) return <CircleAlert aria-hidden size={18} />
  if (job?.state === 'printed') return <CircleCheck aria-hidden size={18} />
  if (job === undefined || job.state === 'preview') return <Monitor aria-hidden size={18} />
  return <Clock aria-hidden size={18} />
}

const JobStatus = ({ job }: { readonly job: PrintJob | undefined }) => {
  const words = fr.counter
  if (job === undefined)
    return (
      <Status tone="accent" icon={iconOf(job)}>
        {words.jobStates.preview}
      </Status>
    )
  return (
    <>
      <Status tone={inTrouble(job) ? 'attention' : toneOf[job.state]} icon={iconOf(job)}>
        {words.jobStates[job.state]} {job.state === 'preview' ? '' : words.printedBy(job.printer)}
      </Status>
      {inTrouble(job) && (
        <span>
          {job.problem} ({words.attempts(job.attempts)})
        </span>
      )}
    </>
  )
}

const JobActs = ({
  job,
  printers,
  acts,
}: {
  readonly job: PrintJob
  readonly printers: CounterView['printers']
  readonly acts: PaperActs
}) => (
  <>
    <Button size="dense" onPress={() => acts.retry(job.jobId)}>
      {fr.counter.retry}
    </Button>
    {printers
      .filter(({ printerId }) => printerId !== job.printerId)
      .slice(0, 3)
      .map(({ printerId, name }) => (
        <Button key={printerId} size="dense" onPress={() => acts.redirect(job.jobId, printerId)}>
          {fr.counter.sendTo(name)}
        </Button>
      ))}
  </>
)

/** Above the keys: what the last visit gave and how its printing goes, and whatever paper needs someone. */
export function PaperStrip({
  view,
  last,
  acts,
  onShow,
}: {
  readonly view: CounterView
  readonly last: LastVisit | null
  readonly acts: PaperActs
  /** Null: the list. */
  readonly onShow: (documentId: DocumentId | null) => void
}) {
  const words = fr.counter
  const told = new Set((last?.documents ?? []).map(({ documentId }) => documentId))
  const troubled = view.documents.filter(({ documentId }) => {
    const job = jobOf(view, documentId)
    return job !== undefined && inTrouble(job) && !told.has(documentId)
  })
  const lines = [
    ...(last?.documents ?? []).map((paper) => ({
      paper,
      before: words.lastVisit(ticketNumber(last?.number ?? ''), words.outcomes[last?.outcome ?? 'filed']),
    })),
    ...troubled.map((paper) => ({ paper, before: ticketNumber(paper.ticket ?? '') })),
  ]
  if (lines.length === 0 && last === null) return null
  return (
    <div className={style.strip} role="status">
      {last && last.documents.length === 0 && (
        <div className={style.stripLine}>
          <Status tone="done" icon={<CircleCheck aria-hidden size={18} />}>
            {words.lastVisit(ticketNumber(last.number), words.outcomes[last.outcome])}
          </Status>
          <span>{words.noPaper}</span>
        </div>
      )}
      {lines.slice(0, 3).map(({ paper, before }, at) => {
        const job = jobOf(view, paper.documentId)
        return (
          <div key={paper.documentId} className={style.stripLine}>
            <span>{before}</span>
            <span>
              {words.documents[paper.kind]} <span className={style.code}>{paper.number}</span>
            </span>
            <JobStatus job={job} />
            <span className={style.acts}>
              {job && inTrouble(job) && <JobActs job={job} printers={view.printers} acts={acts} />}
              <Button size="dense" onPress={() => onShow(paper.documentId)}>
                {words.show}
              </Button>
              {at === 0 && (
                <Button kind="quiet" size="dense" keyCap="D" onPress={() => onShow(null)}>
                  {words.papersKey}
                </Button>
              )}
            </span>
          </div>
        )
      })}
    </div>
  )
}

/** The counter's last documents, each to be shown, printed again or sent elsewhere; one shown as it is printed. */
export function Papers({
  view,
  zone,
  shown,
  acts,
  onShow,
  onLeave,
}: {
  readonly view: CounterView
  readonly zone: string
  readonly shown: DocumentId | null
  readonly acts: PaperActs
  readonly onShow: (documentId: DocumentId | null) => void
  readonly onLeave: () => void
}) {
  const words = fr.counter
  const lines = view.documents
  useKeys(
    Object.fromEntries(
      lines.slice(0, 9).map(({ documentId }, at) => [`Digit${at + 1}`, () => onShow(documentId)]),
    ),
  )
  const line = lines.find(({ documentId }) => documentId === shown)
  return (
    <main className={style.page} aria-label={words.papers}>
      <div className={style.head}>
        <h2 className={style.title}>{line ? words.shownCopy(line.number) : words.papers}</h2>
        <Button kind="quiet" size="dense" keyCap="Échap" onPress={onLeave}>
          {words.close}
        </Button>
      </div>
      {shown !== null ? (
        <Paper key={shown} documentId={shown} acts={acts} />
      ) : lines.length === 0 ? (
        <p className={style.empty}>{words.papersNone}</p>
      ) : (
        <ul className={style.list} role="list">
          {lines.map(({ documentId, kind, number, ticket, issuedAt, erased }, at) => {
            const job = jobOf(view, documentId)
            return (
              <li key={documentId}>
                <div className={style.line}>
                  <span>{ticketNumber(ticket ?? '')}</span>
                  <span>
                    {words.documents[kind]} <span className={style.code}>{number}</span>
                  </span>
                  <span>{hour(issuedAt, zone)}</span>
                  {erased ? <Status tone="quiet">{words.erased}</Status> : <JobStatus job={job} />}
                  {!erased && (
                    <span className={style.acts}>
                      {job && inTrouble(job) && <JobActs job={job} printers={view.printers} acts={acts} />}
                      <Button size="dense" onPress={() => acts.print(documentId)}>
                        {words.printAgain}
                      </Button>
                      <Button
                        size="dense"
                        keyCap={at < 9 ? String(at + 1) : undefined}
                        onPress={() => onShow(documentId)}
                      >
                        {words.show}
                      </Button>
                    </span>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </main>
  )
}

function Paper({ documentId, acts }: { readonly documentId: DocumentId; readonly acts: PaperActs }) {
  const [paper, setPaper] = useState<{ readonly html: string; readonly height: number } | null>(null)
  useEffect(() => {
    let stale = false
    const draw = async () => {
      const [document, { paperHtml }] = await Promise.all([
        acts.readDocument(documentId) as Promise<IssuedDocument | null>,
        import('../documents/paper.ts'),
      ])
      if (stale || !document) return
      setPaper({ html: paperHtml(document), height: heightOf(document) })
    }
    void draw()
    return () => {
      stale = true
    }
  }, [documentId, acts])
  if (paper === null) return <p className={style.empty}>{fr.app.loading}</p>
  return (
    // Of no origin, and its own policy lets no script run; without `allow-scripts` no test could look inside.
    <iframe
      className={style.frame}
      sandbox="allow-scripts"
      tabIndex={-1}
      srcDoc={paper.html}
      title={fr.counter.papers}
      height={paper.height}
    />
  )
}
