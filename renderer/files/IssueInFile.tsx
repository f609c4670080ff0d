import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { DocumentId, LocalDate } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { useOffice } from '../link/office.ts'
import { useDocumentActs } from '../documents/acts.ts'
import { heardSaid } from './heard.ts'
import { offeredOnFile } from '../documents/offered.ts'
import { typedOf, type AskKind } from '../documents/typedAsk.ts'
import type { KeptLetters } from '../documents/useKeptLetter.ts'
import { acknowledgementForms } from './DatedActs.tsx'
import { panelLater } from '../ui/later.tsx'

/** What each paper asks comes with the first one that is written. */
const IssueDocument = panelLater(async () => (await import('../documents/IssueDocument.tsx')).IssueDocument)

/** « Émettre »: the documents that make sense for this file, each with what only a person can say of it. */
export function IssueInFile({
  file,
  today,
  draft,
  letters,
  begins,
  grounds,
  onDone,
  onCancel,
}: {
  readonly file: FileShown
  readonly today: LocalDate
  /** The reasons of a refusal that someone left to be signed. */
  readonly draft: Output<'file.view'>['draft']
  /** The letters that were begun. */
  readonly letters: KeptLetters
  /** The draft that was opened; null where none was. */
  readonly begins: AskKind | null
  /** On what grounds it can be refused. */
  readonly grounds: Output<'file.view'>['refusal']
  /** @param documentId null where a draft was kept */
  readonly onDone: (documentId: DocumentId | null) => void
  readonly onCancel: () => void
}) {
  const { zone } = useOffice()
  const acts = useDocumentActs()
  return (
    <IssueDocument
      kinds={offeredOnFile(file)}
      begins={begins ?? (draft === null ? null : 'refus')}
      typed={typedOf(draft)}
      letters={letters}
      notes={{ acceptation: heardSaid(file, today) }}
      forms={acknowledgementForms(file)}
      of={{ fileId: file.fileId, ticketId: null, today, zone, grounds }}
      acts={acts}
      onDone={(issued) => onDone(issued?.documentId ?? null)}
      onCancel={onCancel}
    />
  )
}
