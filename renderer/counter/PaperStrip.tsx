import { CircleCheck } from 'lucide-react'
import type { DocumentLine } from '../../shared/contract/documents/kept.ts'
import type { VisitEnd } from '../../shared/contract/queue/outcomes.ts'
import type { DocumentId, FileId } from '../../shared/contract/ids.ts'
import type { PrintJob } from '../../shared/contract/printing/calls.ts'
import type { Capacity } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { actsOnDocument, type DocumentActs } from '../documents/acts.ts'
import { inTrouble, JobStatus } from '../documents/state.tsx'
import { Button } from '../ui/Button.tsx'
import { say } from '../link/notices.ts'
import { Status } from '../ui/Status.tsx'
import type { CounterActs, CounterView } from './acts.ts'
import style from './Papers.module.css'

/** What the last visit gave: it stays in sight until the next one begins. */
export type LastVisit = {
  readonly number: string
  readonly outcome: VisitEnd
  readonly documents: readonly Pick<DocumentLine, 'documentId' | 'kind' | 'number'>[]
  /** To whom its papers go, as it was noted. */
  readonly to: Capacity
  /** The request's file, where the office decides on it: a refusal is given on paper. */
  readonly refusable: FileId | null
}

export type PaperActs = Pick<CounterActs, 'print' | 'redirect' | 'retry'>
type Line = CounterView['documents'][number]

export const jobOf = (view: CounterView, documentId: DocumentId): PrintJob | undefined =>
  view.jobs.find((job) => job.documentId === documentId)

/** The paper is in the person’s hands: what was only to be shown waits for nothing more. */
const isHanded = (view: CounterView, documentId: DocumentId): boolean =>
  view.documents.some((line) => line.documentId === documentId && line.handedAt !== null)

/** A paper that nobody has handed over yet, and that can be. */
export const waitsHand = (line: Line): boolean => actsOnDocument(line).includes('handOver')

/** Given at the counter, to the person who was received: one key. */
export async function handOverHere(
  { documentId, number }: Pick<Line, 'documentId' | 'number'>,
  to: Capacity,
  acts: Pick<DocumentActs, 'handOver'>,
): Promise<void> {
  const result = await acts.handOver({ documentId, means: 'counter', to, refused: false })
  if ('error' in result) say(result.error.message)
  else say(papers.handedOver(number), 'done')
}

export const JobActs = ({
  job,
  printers,
  acts,
}: {
  readonly job: PrintJob
  readonly printers: CounterView['printers']
  readonly acts: PaperActs
}) => (
  <>
    <Button size="dense" onPress={() => void acts.retry({ jobId: job.jobId })}>
      {counterWords.retry}
    </Button>
    {printers
      .filter(({ printerId }) => printerId !== job.printerId)
      .slice(0, 3)
      .map(({ printerId, name }) => (
        <Button
          key={printerId}
          size="dense"
          onPress={() => void acts.redirect({ jobId: job.jobId, printerId })}
        >
          {counterWords.sendTo(name)}
        </Button>
      ))}
  </>
)

/** Above the keys: what the last visit gave and how its printing goes, and whatever paper needs someone. */
export function PaperStrip({
  view,
  last,
  acts,
  onHanded,
  showKey,
  onShow,
}: {
  readonly view: CounterView
  readonly last: LastVisit | null
  readonly acts: PaperActs
  /** The first paper of the last visit is in the person's hands; null where none waits. */
  readonly onHanded: (() => void) | null
  /** « Afficher » has its key: no list of papers, nor any sheet, has the letters. */
  readonly showKey: boolean
  /** Null: the list. */
  readonly onShow: (documentId: DocumentId | null) => void
}) {
  const words = counterWords
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
            {(job?.state ?? 'preview') === 'preview' && isHanded(view, paper.documentId) ? (
              <Status tone="done" icon={<CircleCheck aria-hidden size={18} />}>
                {papers.counter.handedKey}
              </Status>
            ) : (
              <JobStatus job={job} />
            )}
            <span className={style.acts}>
              {job && inTrouble(job) && <JobActs job={job} printers={view.printers} acts={acts} />}
              {at === 0 && onHanded && (
                <Button size="dense" keyCap="R" onPress={onHanded}>
                  {papers.counter.handedKey}
                </Button>
              )}
              <Button
                size="dense"
                keyCap={at === 0 && showKey ? 'A' : undefined}
                onPress={() => onShow(paper.documentId)}
              >
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
