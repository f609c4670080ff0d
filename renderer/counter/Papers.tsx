import { useEffect, useRef, useState } from 'react'
import type { DocumentId, FileId, LocalDate } from '../../shared/contract/ids.ts'
import { onReceived } from '../../shared/contract/onRequest.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { actsOnDocument, useDocumentActs, type DocumentActs } from '../documents/acts.ts'
import { openDocuments, openTill } from '../documents/open.ts'
import { OneDocument } from '../documents/OneDocument.tsx'
import { DocumentState, inTrouble, JobStatus } from '../documents/state.tsx'
import { useListed } from '../documents/useListed.ts'
import { useView } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import type { CounterView } from './acts.ts'
import { OtherPaper } from './OtherPaper.tsx'
import { handOverHere, JobActs, jobOf, waitsHand, type PaperActs } from './PaperStrip.tsx'
import style from './Papers.module.css'

/** The counter's last documents, each to be shown, handed over, printed again or sent elsewhere; one shown whole. */
export function Papers({
  view,
  zone,
  today,
  shown,
  refusable,
  refusing,
  acts,
  onShow,
  onLeave,
}: {
  readonly view: CounterView
  readonly zone: string
  readonly today: LocalDate
  readonly shown: DocumentId | null
  /** The last visit's file, which can be refused on paper; null where none can. */
  readonly refusable: FileId | null
  /** The file's refusal is written at once. */
  readonly refusing: boolean
  readonly acts: PaperActs
  readonly onShow: (documentId: DocumentId | null) => void
  readonly onLeave: () => void
}) {
  const words = counterWords
  const documents = useDocumentActs()
  const lines = view.documents
  const [other, setOther] = useState(refusing && refusable !== null)
  // Nobody is received: what is given then is of no visit.
  const alone = view.state !== 'serving'
  const first = lines.find(waitsHand)
  const listening = shown === null && !other
  // What had the focus went with the page, or with the paper that was shown.
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (listening && document.activeElement === document.body) title.current?.focus({ preventScroll: true })
  }, [listening])
  // Who takes no money has no key for it.
  const pays = (useView('till.view', {})?.me ?? null) !== null
  useKeys({
    ...Object.fromEntries(
      lines
        .slice(0, 9)
        .map(({ documentId }, at) => [`Digit${at + 1}`, listening ? () => onShow(documentId) : undefined]),
    ),
    KeyR: listening && first ? () => void handOverHere(first, 'self', documents) : undefined,
    Comma: listening && alone ? () => setOther(true) : undefined,
    KeyT: listening ? openDocuments : undefined,
    KeyC: listening && pays ? openTill : undefined,
  })
  if (other)
    return (
      <main
        className={refusing && refusable !== null ? style.whole : style.page}
        aria-label={papers.issue.other}
      >
        {!(refusing && refusable !== null) && <h2 className={style.title}>{words.papers}</h2>}
        <OtherPaper
          begins={refusing && refusable !== null ? 'refus' : null}
          kinds={refusable === null ? ['incident'] : ['refus', 'incident']}
          fileId={refusable}
          on={onReceived(view)}
          today={today}
          onIssued={(documentId) => {
            setOther(false)
            onShow(documentId)
          }}
          onLeave={() => setOther(false)}
        />
      </main>
    )
  if (shown !== null)
    return (
      <main className={style.page} aria-label={words.papers}>
        <Shown view={view} documentId={shown} acts={documents} onShow={onShow} onLeave={() => onShow(null)} />
      </main>
    )
  return (
    <main className={style.page} aria-label={words.papers}>
      <div className={style.head}>
        <h2 ref={title} tabIndex={-1} className={style.title}>
          {words.papers}
        </h2>
        <span className={style.acts}>
          {alone && (
            <Button kind="quiet" size="dense" keyCap=";" onPress={() => setOther(true)}>
              {papers.issue.other}
            </Button>
          )}
          {pays && (
            <Button kind="quiet" size="dense" keyCap="C" onPress={openTill}>
              {tillPage.title}
            </Button>
          )}
          <Button kind="quiet" size="dense" keyCap="T" onPress={openDocuments}>
            {papers.open}
          </Button>
          <Button kind="quiet" size="dense" keyCap="Échap" onPress={onLeave}>
            {words.close}
          </Button>
        </span>
      </div>
      {lines.length === 0 ? (
        <p className={style.empty}>{words.papersNone}</p>
      ) : (
        <ul className={style.list} role="list">
          {lines.map((line, at) => {
            const { documentId, kind, number, ticket, issuedAt, erased } = line
            const job = jobOf(view, documentId)
            return (
              <li key={documentId}>
                <div className={style.line}>
                  {ticket !== null && <span>{ticketNumber(ticket)}</span>}
                  <span>
                    {words.documents[kind]} <span className={style.code}>{number}</span>
                  </span>
                  <span>{hour(issuedAt, zone)}</span>
                  <DocumentState line={line} zone={zone} />
                  {!erased && <JobStatus job={job} />}
                  <span className={style.acts}>
                    {job && inTrouble(job) && <JobActs job={job} printers={view.printers} acts={acts} />}
                    {waitsHand(line) && (
                      <Button
                        size="dense"
                        keyCap={line === first ? 'R' : undefined}
                        onPress={() => void handOverHere(line, 'self', documents)}
                      >
                        {papers.counter.handedKey}
                      </Button>
                    )}
                    {actsOnDocument(line).includes('print') && (
                      <Button size="dense" onPress={() => void acts.print({ documentId })}>
                        {words.printAgain}
                      </Button>
                    )}
                    <Button
                      size="dense"
                      keyCap={at < 9 ? String(at + 1) : undefined}
                      onPress={() => onShow(documentId)}
                    >
                      {words.show}
                    </Button>
                  </span>
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </main>
  )
}

/** One of them, or a paper that was just given outside of a visit. */
function Shown({
  view,
  documentId,
  acts,
  onShow,
  onLeave,
}: {
  readonly view: CounterView
  readonly documentId: DocumentId
  readonly acts: DocumentActs
  readonly onShow: (documentId: DocumentId) => void
  readonly onLeave: () => void
}) {
  const line = view.documents.find((one) => one.documentId === documentId)
  const listed = useListed(line ? null : documentId, acts)
  const shown = line ?? listed
  if (!shown) return <p className={style.empty}>{appWords.loading}</p>
  return (
    <OneDocument
      key={shown.documentId}
      line={shown}
      printers={view.printers}
      acts={acts}
      onChanged={(issued) => issued && onShow(issued.documentId)}
      onClose={onLeave}
    />
  )
}
