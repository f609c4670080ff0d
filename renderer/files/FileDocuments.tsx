import { FilePen } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { FileLetter } from '../../shared/contract/files/file.ts'
import type { DocumentId } from '../../shared/contract/ids.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { useDocumentActs } from '../documents/acts.ts'
import { DocumentList, type DocumentRow } from '../documents/DocumentList.tsx'
import { OneDocument } from '../documents/OneDocument.tsx'
import type { AskKind } from '../documents/typedAsk.ts'
import type { KeptLetters } from '../documents/useKeptLetter.ts'
import { useView } from '../link/hooks.ts'
import { Group } from '../ui/Column.tsx'
import lettering from '../ui/Lettering.module.css'
import type { FileActName } from './acts.ts'
import style from './File.module.css'

const words = papers.ofFile

/** The documents of a file, the latest first; read again each time the file changes, or when asked. */
export function useFileDocuments(file: FileShown) {
  const acts = useDocumentActs()
  const { fileId } = file
  const [rows, setRows] = useState<readonly DocumentRow[]>([])
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let stale = false
    void acts.list({ fileId }).then((result) => {
      if (!stale && 'output' in result) setRows(result.output.documents)
    })
    return () => {
      stale = true
    }
    // The file as a whole: whatever is done on it may issue a document.
  }, [acts, fileId, file, turn])
  return { rows, again: useCallback(() => setTurn((before) => before + 1), []) }
}

/** What was begun on a file. */
export type FileDraft = FileLetter | 'refus'

const letterTitle = (letter: FileLetter): string =>
  letter === 'requestPieces' || letter === 'forward' ? fileActs.acts[letter] : papers.asks[letter]

/** The drafts that can still be gone on with, the refusal first. */
export const draftsOf = (
  refuses: boolean,
  letters: KeptLetters,
  acts: readonly FileActName[],
  offered: readonly AskKind[],
): readonly FileDraft[] => [
  ...(refuses ? (['refus'] as const) : []),
  ...letters.flatMap(({ letter }) =>
    ([...acts, ...offered] as readonly string[]).includes(letter) ? [letter] : [],
  ),
]

/** What was issued for this file, each with its state, to be opened. */
export const FileDocuments = ({
  rows,
  drafts,
  onDraft,
  onOpen,
}: {
  readonly rows: readonly DocumentRow[]
  /** What was begun and not sent: a refusal that is not signed yet, letters. */
  readonly drafts: readonly FileDraft[]
  readonly onDraft: (opened: FileDraft) => void
  readonly onOpen: (documentId: DocumentId) => void
}) => (
  <Group title={words.title}>
    {drafts.map((draft) => (
      <button key={draft} type="button" className={style.draft} onClick={() => onDraft(draft)}>
        <FilePen aria-hidden size={20} />
        <span>{draft === 'refus' ? words.draft : words.letterDraft(letterTitle(draft))}</span>
        <span className={lettering.under}>{draft === 'refus' ? words.draftKept : words.letterKept}</span>
      </button>
    ))}
    {rows.length === 0 ? (
      drafts.length === 0 && <p className={lettering.under}>{words.none}</p>
    ) : (
      <div className={style.documents}>
        <DocumentList
          label={words.title}
          rows={rows}
          open={null}
          onOpen={({ documentId }) => onOpen(documentId)}
        />
      </div>
    )}
  </Group>
)

/** One of them, in the place of what is done on the file. */
export function OneOfFile({
  rows,
  shown,
  onShow,
  onChanged,
  onClose,
}: {
  readonly rows: readonly DocumentRow[]
  readonly shown: DocumentId | null
  readonly onShow: (documentId: DocumentId) => void
  readonly onChanged: () => void
  readonly onClose: () => void
}) {
  const acts = useDocumentActs()
  const printing = useView('printing.view', {})
  const line = rows.find(({ documentId }) => documentId === shown)
  if (!line) return <p role="status">{papers.preview.loading}</p>
  return (
    <OneDocument
      key={line.documentId}
      line={line}
      printers={(printing?.printers ?? []).filter(({ screen }) => !screen)}
      acts={acts}
      onChanged={(issued) => {
        onChanged()
        if (issued) onShow(issued.documentId)
      }}
      onClose={onClose}
    />
  )
}
