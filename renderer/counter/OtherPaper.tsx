import { useState } from 'react'
import type { DocumentId, FileId, LocalDate } from '../../shared/contract/ids.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { useOffice } from '../link/office.ts'
import { useDocumentActs } from '../documents/acts.ts'
import type { AskKind } from '../documents/typedAsk.ts'
import type { Issued } from '../../shared/contract/documents/issuing.ts'
import type { OnRequest } from '../../shared/contract/onRequest.ts'
import { Chips } from './Chips.tsx'
import { Panel } from './Panel.tsx'
import style from './Panel.module.css'
import { panelLater } from '../ui/later.tsx'

const words = papers.issue

/** What each paper asks comes with the first one that is written. */
const IssueDocument = panelLater(async () => (await import('../documents/IssueDocument.tsx')).IssueDocument)

/** « Autre papier »: those that make sense now by their figures, then what only the agent can say of the one chosen. */
export function OtherPaper({
  kinds,
  begins = null,
  fileId = null,
  on = {},
  today,
  onIssued,
  onLeave,
}: {
  readonly kinds: readonly AskKind[]
  /** Already chosen: it is left with it. */
  readonly begins?: AskKind | null
  /** The file for which the person came back. */
  readonly fileId?: FileId | null
  /** The request that it is about, where somebody is received. */
  readonly on?: OnRequest
  readonly today: LocalDate
  readonly onIssued: (documentId: DocumentId) => void
  readonly onLeave: () => void
}) {
  const [kind, setKind] = useState<AskKind | null>(begins)
  if (kind === null)
    return (
      <div className={style.other}>
        <Panel title={words.other} help={words.otherHelp} onLeave={onLeave}>
          <div className={style.form}>
            <Chips
              label={words.which}
              keys="figures"
              choices={kinds.map((value) => ({ id: value, value, title: papers.asks[value] }))}
              isChosen={() => false}
              onChoose={setKind}
            />
          </div>
        </Panel>
      </div>
    )
  const paper = {
    kind,
    on,
    today,
    onDone: (issued: Issued | null) => (issued === null ? onLeave() : onIssued(issued.documentId)),
    onCancel: () => (begins === null ? setKind(null) : onLeave()),
  }
  const one = <OnePaper {...paper} fileId={kind === 'refus' ? fileId : null} />
  // A refusal has two panes of its own.
  return kind === 'refus' ? one : <div className={style.other}>{one}</div>
}

type PaperProps = {
  readonly kind: AskKind
  readonly on: OnRequest
  readonly today: LocalDate
  readonly onDone: (issued: Issued | null) => void
  readonly onCancel: () => void
}

function OnePaper({
  kind,
  on,
  today,
  fileId,
  onDone,
  onCancel,
}: PaperProps & { readonly fileId: FileId | null }) {
  const { zone } = useOffice()
  const acts = useDocumentActs()
  return (
    <IssueDocument
      kinds={[kind]}
      begins={kind}
      forms={['ar']}
      of={{ fileId, ticketId: null, ofNobody: on.request === null, today, zone }}
      acts={{ ...acts, issue: (input) => acts.issue({ ...on, ...input }) }}
      onDone={onDone}
      onCancel={onCancel}
    />
  )
}
