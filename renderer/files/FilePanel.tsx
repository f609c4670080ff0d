import { CircleCheck, Folder } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { FileShown } from '../../shared/contract/files/file.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { DocumentId, FileId } from '../../shared/contract/ids.ts'
import type { Question } from '../../shared/contract/law/assessment.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { filesPage } from '../../shared/messages/files/page.fr.ts'
import { fr } from '../../shared/messages/fr.ts'
import { useView } from '../link/hooks.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import stack from '../ui/Stack.module.css'
import { Status } from '../ui/Status.tsx'
import { actKeys, actsOn, type ActProps, type FileActName, type FilesActs, type FileWhole } from './acts.ts'
import { Acknowledge, CloseFile, Forward, Notify, TitleArrived } from './DatedActs.tsx'
import { Decide } from './Decide.tsx'
import { requestTitle } from './due.ts'
import { FileDocuments, OneOfFile, useFileDocuments } from './FileDocuments.tsx'
import { FileFacts } from './FileFacts.tsx'
import { HandOver, ReturnOriginals } from './HandOver.tsx'
import { IssueInFile } from './IssueInFile.tsx'
import { AddPieces, AskPieces, HoldOriginals } from './PieceActs.tsx'
import { DescribeFile } from './Record.tsx'
import { useRulesOf } from './request.ts'
import { FileQuestion } from './FileQuestion.tsx'
import { Who } from './Who.tsx'
import style from './File.module.css'

/** One file, or why it can't be shown; a file closed before today is read apart, and the consultation is traced. */
export function FilePanel({
  fileId,
  act,
  onAct,
  acts,
  onClose,
}: {
  readonly fileId: FileId
  readonly act: FileActName | null
  readonly onAct: (act: FileActName | null) => void
  readonly acts: FilesActs
  readonly onClose: () => void
}) {
  const view = useView('file.view', { fileId })
  const [whole, setWhole] = useState<FileWhole | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const look = () =>
    acts.get({ fileId }).then((result) => {
      if ('error' in result) setWrong(result.error.message)
      else setWhole(result.output)
    })
  const past = view !== undefined && view.file === null
  useEffect(() => {
    if (!past) return
    let current = true
    void acts.get({ fileId }).then((result) => {
      if (!current) return
      if ('error' in result) setWrong(result.error.message)
      else setWhole(result.output)
    })
    return () => {
      current = false
    }
  }, [past, fileId, acts])

  const file = view?.file ?? whole?.file
  if (wrong !== null && !file) return <p role="alert">{wrong}</p>
  if (!view || !file) return <p role="status">{fr.app.loading}</p>
  return (
    <OneFile
      file={file}
      today={view.today}
      question={view.question}
      draft={view.draft}
      grounds={view.refusal}
      act={act}
      onAct={onAct}
      acts={acts}
      onClose={onClose}
      who={<Who whole={whole} wrong={wrong} onLook={() => void look()} />}
    />
  )
}

const forms: Readonly<Record<Exclude<FileActName, 'issue' | 'documents'>, (props: ActProps) => ReactNode>> = {
  addPiece: AddPieces,
  requestPieces: AskPieces,
  acknowledge: Acknowledge,
  forward: Forward,
  decide: Decide,
  titleArrived: TitleArrived,
  notify: Notify,
  handOver: HandOver,
  holdOriginals: HoldOriginals,
  returnOriginals: ReturnOriginals,
  describe: DescribeFile,
  close: CloseFile,
}

function OneFile({
  file,
  today,
  question,
  draft,
  grounds,
  act,
  onAct,
  acts,
  onClose,
  who,
}: {
  readonly file: FileShown
  readonly today: ActProps['today']
  readonly question: Question | null
  readonly draft: Output<'file.view'>['draft']
  readonly grounds: Output<'file.view'>['refusal']
  readonly act: FileActName | null
  readonly onAct: (act: FileActName | null) => void
  readonly acts: FilesActs
  readonly onClose: () => void
  readonly who: ReactNode
}) {
  const request = useRulesOf(file.fileId)
  const possible = actsOn(file)
  const shown = act === 'documents' || possible.some((name) => name === act) ? act : null
  const [issued, setIssued] = useState<DocumentId | null>(null)
  const documents = useFileDocuments(file)
  useKeys(
    Object.fromEntries(
      possible.flatMap((name) => {
        const key = actKeys[name]
        return key === undefined ? [] : [[key, () => onAct(name)]]
      }),
    ),
    { whileTyping: true },
  )
  useKeys({ Escape: shown === null ? onClose : undefined })
  // The focus goes to the file when it opens, and again once an act on it is done or given up.
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (shown === null) heading.current?.focus()
  }, [file.fileId, shown])
  const Form = shown === null || shown === 'issue' || shown === 'documents' ? null : forms[shown]
  return (
    <article aria-label={file.reference} className={stack.apart}>
      <header className={style.head}>
        <div className={style.names}>
          <h2 ref={heading} className={style.reference} tabIndex={-1}>
            {file.reference}
          </h2>
          <p className={style.request}>{requestTitle(file)}</p>
        </div>
        <StateSaid state={file.state} />
        <Button kind="quiet" size="dense" keyCap={filesPage.escape} onPress={onClose}>
          {filesPage.close}
        </Button>
      </header>
      {possible.length > 0 && (
        <Acts role="group" aria-label={fileActs.toolbar}>
          {possible.map((name) => (
            <Button
              key={name}
              size="dense"
              keyCap={actKeys[name]}
              selected={name === shown}
              onPress={() => onAct(name === shown ? null : name)}
            >
              {fileActs.acts[name]}
            </Button>
          ))}
        </Acts>
      )}
      {Form !== null && (
        <Form
          key={`${file.fileId} ${shown}`}
          file={file}
          today={today}
          assessment={request?.assessment ?? null}
          acts={acts}
          onDone={() => onAct(null)}
          onCancel={() => onAct(null)}
        />
      )}
      {shown === 'issue' && (
        <IssueInFile
          key={file.fileId}
          file={file}
          today={today}
          draft={draft}
          grounds={grounds}
          onDone={(issuedId) => {
            setIssued(issuedId)
            documents.again()
            onAct(issuedId === null ? null : 'documents')
          }}
          onCancel={() => onAct(null)}
        />
      )}
      {shown === 'documents' && (
        <OneOfFile
          rows={documents.rows}
          shown={issued}
          onShow={setIssued}
          onChanged={documents.again}
          onClose={() => onAct(null)}
        />
      )}
      {question !== null && (
        <FileQuestion title={fileActs.silenceHangs} fileId={file.fileId} question={question} acts={acts} />
      )}
      {shown !== 'documents' && (
        <FileDocuments
          rows={documents.rows}
          onOpen={(documentId) => {
            setIssued(documentId)
            onAct('documents')
          }}
        />
      )}
      <FileFacts file={file} today={today} />
      {who}
    </article>
  )
}

const StateSaid = ({ state }: Pick<FileShown, 'state'>) => (
  <Status
    tone={state === 'open' ? 'accent' : 'quiet'}
    icon={state === 'open' ? <Folder aria-hidden size={18} /> : <CircleCheck aria-hidden size={18} />}
  >
    {filesPage.states[state]}
  </Status>
)
