import { CircleCheck } from 'lucide-react'
import type { DocumentLine } from '../../shared/contract/documents/kept.ts'
import type { VisitEnd } from '../../shared/contract/queue/outcomes.ts'
import type { DocumentId, FileId } from '../../shared/contract/ids.ts'
import type { PrintJob } from '../../shared/contract/printing/calls.ts'
import type { Capacity } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { actsOnDocument, useDocumentActs, type DocumentActs } from '../documents/acts.ts'
import { inTrouble, JobStatus } from '../documents/state.tsx'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
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

/**
 * The papers of a visit that is over: those of its last end, and those of the requests before, or given meanwhile, that
 * nobody has handed over yet. What was cancelled is of no use any more.
 */
function papersOfVisit(view: CounterView, last: LastVisit): LastVisit['documents'] {
  const cancelled = (id: DocumentId) =>
    view.documents.some(({ documentId, cancelledBy }) => documentId === id && cancelledBy !== null)
  const given = last.documents.filter(({ documentId }) => !cancelled(documentId))
  const known = new Set(given.map(({ documentId }) => documentId))
  return [
    ...given,
    ...view.documents.filter(
      (line) => line.ticket === last.number && waitsHand(line) && !known.has(line.documentId),
    ),
  ]
}

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

/**
 * The papers of the visit that just ended. While nobody else is received, one key notes that the person has in hand the first
 * that waits for it, another shows it.
 * @param alone neither a sheet nor the list of papers, which have letters of their own, is in sight
 */
export function useLastPapers(
  view: CounterView,
  last: LastVisit | null,
  alone: boolean,
  onShow: (documentId: DocumentId) => void,
) {
  const documents = useDocumentActs()
  const ofVisit = last === null ? [] : papersOfVisit(view, last)
  const given = ofVisit.flatMap(({ documentId }) =>
    view.documents.filter((line) => line.documentId === documentId && waitsHand(line)),
  )[0]
  const onHanded = last && given && alone ? () => void handOverHere(given, last.to, documents) : null
  const [paper] = ofVisit
  const showKey = paper !== undefined && alone
  useKeys({ KeyR: onHanded ?? undefined, KeyQ: showKey ? () => onShow(paper.documentId) : undefined })
  return { ofVisit, handed: given?.documentId ?? null, onHanded, showKey }
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
  ofVisit,
  acts,
  handed,
  onHanded,
  showKey,
  onShow,
}: {
  readonly view: CounterView
  readonly last: LastVisit | null
  /** The papers of that visit, those of its last end first. */
  readonly ofVisit: LastVisit['documents']
  readonly acts: PaperActs
  /** The first paper of the last visit that waits to be in the person's hands. */
  readonly handed: DocumentId | null
  /** It is; null where none waits. */
  readonly onHanded: (() => void) | null
  /** « Afficher » has its key: no list of papers, nor any sheet, has the letters. */
  readonly showKey: boolean
  /** Null: the list. */
  readonly onShow: (documentId: DocumentId | null) => void
}) {
  const words = counterWords
  const shown = last === null ? [] : ofVisit
  const told = new Set(shown.map(({ documentId }) => documentId))
  const troubled = view.documents.filter(({ documentId }) => {
    const job = jobOf(view, documentId)
    return job !== undefined && inTrouble(job) && !told.has(documentId)
  })
  const said = last === null ? '' : words.lastVisit(ticketNumber(last.number), words.outcomes[last.outcome])
  // How the visit ended is said once, and only beside a paper of that end.
  const ends = last?.documents.some(({ documentId }) => documentId === shown[0]?.documentId) ?? false
  const lines = [
    ...shown.map((paper, at) => ({
      paper,
      before: ends && at === 0 ? said : ticketNumber(last?.number ?? ''),
    })),
    ...troubled.map((paper) => ({ paper, before: ticketNumber(paper.ticket ?? '') })),
  ]
  if (lines.length === 0 && last === null) return null
  return (
    <div className={style.strip} role="status">
      {last && !ends && (
        <div className={style.stripLine}>
          <Status tone="done" icon={<CircleCheck aria-hidden size={18} />}>
            {said}
          </Status>
          {shown.length === 0 && <span>{words.noPaper}</span>}
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
              {paper.documentId === handed && onHanded && (
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
