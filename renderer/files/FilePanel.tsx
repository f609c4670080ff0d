import { CircleCheck } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { FilePerson } from '../../shared/contract/files/file.ts'
import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { DocumentId, FileId } from '../../shared/contract/ids.ts'
import type { Question } from '../../shared/contract/law/assessment.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { dayShort, filesPage } from '../../shared/messages/files/page.fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { offeredOnFile } from '../documents/offered.ts'
import type { AskKind } from '../documents/typedAsk.ts'
import type { KeptLetters } from '../documents/useKeptLetter.ts'
import { useView } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import { Status } from '../ui/Status.tsx'
import { Actions, type Action } from './Actions.tsx'
import { CancelForwarding } from './CancelForwarding.tsx'
import { actsOn, type ActProps, type FileActName, type FilesActs, type FileWhole } from './acts.ts'
import { CloseFile } from './CloseFile.tsx'
import { Acknowledge, Forward, Notify, TitleArrived } from './DatedActs.tsx'
import { Decide, decideTitle } from './Decide.tsx'
import { requestTitle } from './due.ts'
import { draftsOf, FileDocuments, OneOfFile, useFileDocuments } from './FileDocuments.tsx'
import { FileFacts } from './FileFacts.tsx'
import { HandOver, ReturnOriginals } from './HandOver.tsx'
import { IssueInFile } from './IssueInFile.tsx'
import { AddPieces, AskPieces, HoldOriginals } from './PieceActs.tsx'
import { DescribeFile } from './Record.tsx'
import { useRulesOf } from './request.ts'
import { FileQuestion } from './FileQuestion.tsx'
import { AskAgain, CancelledLetters } from './Letters.tsx'
import { askedInVain } from './pieces.ts'
import { Who } from './Who.tsx'
import { nameSaid, type Row } from './work.ts'
import style from './File.module.css'

/** The file that is chosen, and what is being done on it. */
type Chosen = {
  readonly act: FileActName | null
  /** The file's line in the list, with what is next on it; undefined where the list does not show it. */
  readonly row: Row | undefined
  /** Who it is, once it was looked up; null where nobody is noted. */
  readonly person: FilePerson | null | undefined
  readonly onAct: (act: FileActName | null) => void
  readonly onMain: () => void
  /** What the page does besides, in the same palette. */
  readonly more: readonly Action[]
}

/** Tells once a file that is shown has changed. @param file undefined until it is read */
function useChanges(file: FileShown | null | undefined, onChanged: () => void): void {
  const now = file === undefined ? undefined : JSON.stringify(file)
  const before = useRef(now)
  useEffect(() => {
    const was = before.current
    before.current = now
    if (was !== undefined && now !== undefined && was !== now) onChanged()
  }, [now, onChanged])
}

/** One file, or why it can't be shown; a file closed before today is read apart, and the consultation is traced. */
export function FilePanel({
  fileId,
  acts,
  onChanged,
  ...chosen
}: Chosen & {
  readonly fileId: FileId
  readonly acts: FilesActs
  /** The file is not as it was when it was opened, or told of last. */
  readonly onChanged: () => void
}) {
  const view = useView('file.view', { fileId })
  useChanges(view?.file, onChanged)
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
  if (!view || !file) return <p role="status">{appWords.loading}</p>
  return (
    <OneFile
      {...chosen}
      file={file}
      today={view.today}
      question={view.question}
      draft={view.draft}
      letters={view.letters}
      grounds={view.refusal}
      acts={acts}
      who={<Who whole={whole} wrong={wrong} onLook={() => void look()} />}
    />
  )
}

const forms: Readonly<Record<Exclude<FileActName, 'issue' | 'documents'>, (props: ActProps) => ReactNode>> = {
  addPiece: AddPieces,
  requestPieces: AskPieces,
  acknowledge: Acknowledge,
  forward: Forward,
  cancelForwarding: CancelForwarding,
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
  letters,
  grounds,
  act,
  row,
  person,
  onAct,
  onMain,
  more,
  acts,
  who,
}: Chosen & {
  readonly file: FileShown
  readonly today: ActProps['today']
  readonly question: Question | null
  readonly draft: Output<'file.view'>['draft']
  readonly letters: KeptLetters
  readonly grounds: Output<'file.view'>['refusal']
  readonly acts: FilesActs
  readonly who: ReactNode
}) {
  const request = useRulesOf(file.fileId)
  const possible = actsOn(file)
  const shown = act === 'documents' || possible.some((name) => name === act) ? act : null
  const [issued, setIssued] = useState<DocumentId | null>(null)
  const [acting, setActing] = useState(false)
  /** The draft that was opened. */
  const [begun, setBegun] = useState<AskKind | null>(null)
  const documents = useFileDocuments(file)
  const palette = shown === null ? () => setActing(true) : undefined
  useKeys({ Slash: palette, Period: palette, 'Shift+Period': palette, NumpadDivide: palette })
  const Form = shown === null || shown === 'issue' || shown === 'documents' ? null : forms[shown]
  const todo = row?.todo
  const { days: vain } = askedInVain(file)
  return (
    <article aria-label={file.reference} className={stack.apart}>
      <header>
        <h2 className={style.person}>{person ? nameSaid(person) : file.reference}</h2>
        {person && (
          <p className={lettering.under}>
            {[
              ...(person.birthDate ? [fileActs.person.born(calendarDate(person.birthDate))] : []),
              ...(person.contact ? [person.contact] : []),
            ].join(' · ')}
          </p>
        )}
        <p className={style.request}>
          <strong>{requestTitle(file)}</strong>
          {person && <span className={style.reference}> · {file.reference}</span>}
        </p>
        {file.state !== 'open' && <StateSaid state={file.state} />}
      </header>
      {shown === null && todo !== undefined && (
        <Button wide kind="primary" keyCap={filesPage.enter} onPress={onMain}>
          {filesPage.work.mains[todo]}
        </Button>
      )}
      {shown === null && vain.length > 0 && (
        <AskAgain days={vain.map((on) => dayShort(on, today))} onAsk={() => onAct('requestPieces')} />
      )}
      {shown === null && (
        <CancelledLetters file={file} rows={documents.rows} day={(on) => dayShort(on, today)} />
      )}
      {Form !== null && (
        <Form
          key={`${file.fileId} ${shown}`}
          file={file}
          today={today}
          person={person}
          assessment={request?.assessment ?? null}
          letters={letters}
          papers={documents.rows}
          acts={acts}
          onDone={() => onAct(null)}
          onCancel={() => onAct(null)}
        />
      )}
      {shown === 'issue' && (
        <IssueInFile
          key={`${file.fileId} ${begun}`}
          file={file}
          today={today}
          draft={draft}
          letters={letters}
          begins={begun}
          grounds={grounds}
          onDone={(issuedId) => {
            setBegun(null)
            setIssued(issuedId)
            documents.again()
            onAct(issuedId === null ? null : 'documents')
          }}
          onCancel={() => {
            setBegun(null)
            onAct(null)
          }}
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
          drafts={draftsOf(draft !== null, letters, possible, offeredOnFile(file))}
          onDraft={(opened) => {
            const isAct = opened === 'requestPieces' || opened === 'forward'
            setBegun(isAct ? null : opened)
            onAct(isAct ? opened : 'issue')
          }}
          onOpen={(documentId) => {
            setIssued(documentId)
            onAct('documents')
          }}
        />
      )}
      {shown === null &&
        (acting ? (
          <Actions
            actions={[
              ...possible.map((name) => ({
                label: name === 'decide' ? decideTitle(file) : fileActs.acts[name],
                onDo: () => onAct(name),
              })),
              ...more,
            ]}
            onClose={() => setActing(false)}
          />
        ) : (
          <p>
            <Button keyCap={filesPage.actions.key} onPress={() => setActing(true)}>
              {filesPage.actions.open}
            </Button>
          </p>
        ))}
      <FileFacts file={file} today={today} />
      {who}
    </article>
  )
}

const StateSaid = ({ state }: Pick<FileShown, 'state'>) => (
  <Status tone="quiet" icon={<CircleCheck aria-hidden size={18} />}>
    {filesPage.states[state]}
  </Status>
)
