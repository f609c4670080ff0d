import { useState } from 'react'
import type { RequestKind } from '../../shared/contract/files/file.ts'
import { LocalDate } from '../../shared/contract/ids.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { Acts } from '../ui/Acts.tsx'
import { DateField } from '../ui/DateField.tsx'
import { daysAfter } from '../ui/dates.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import type { z } from 'zod'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { ActProps } from './acts.ts'
import { letterSaid } from '../documents/letterTyped.ts'
import { letterOf, useKeptLetter } from '../documents/useKeptLetter.ts'
import { IssuesPaper, papered, useIssues } from './DatedActs.tsx'
import { dateMissing, ActForm, firstMissing } from '../ui/ActForm.tsx'
import { FileQuestion } from './FileQuestion.tsx'
import { OtherPiece, PieceTicks, TextsSaid } from './PieceTicks.tsx'
import { askable, askedInVain, daysOffered, received, stillToCome, type PieceChoice } from './pieces.ts'
import { Fields } from '../ui/Fields.tsx'
import lettering from '../ui/Lettering.module.css'
import marked from './Pieces.module.css'
import style from '../ui/Form.module.css'

const words = fileActs.fields

const noted =
  (title: string) =>
  ({ reference }: Pick<Output<'file.addPiece'>, 'reference'>) =>
    fileActs.done(title, reference)

const none: ReadonlySet<string> = new Set()

/** The names of what is ticked, and the piece that was typed beside. */
const namesOf = (pieces: readonly PieceChoice[], ticked: ReadonlySet<string>, other: string) => [
  ...pieces.filter(({ key }) => ticked.has(key)).map(({ name }) => name),
  ...(wordsIn(other) === '' ? [] : [{ label: wordsIn(other) }]),
]

/** Pieces that came: the postmark says whether they came in time (CRPA L112-1). */
export function AddPieces({ file, today, assessment, acts, onDone, onCancel }: ActProps) {
  const [ticked, setTicked] = useState(none)
  const [other, setOther] = useState('')
  const [receivedOn, setReceivedOn] = useState<LocalDate | null>(today)
  const [sentOn, setSentOn] = useState<LocalDate | null>(null)
  const choices = stillToCome(file, assessment)
  const pieces = namesOf(choices, ticked, other)
  const title = fileActs.acts.addPiece
  return (
    <ActForm
      title={title}
      act={title}
      missing={firstMissing([pieces.length === 0, words.pieceMissing], [receivedOn === null, dateMissing])}
      onSend={() =>
        acts.addPiece({
          fileId: file.fileId,
          pieces,
          receivedOn: receivedOn ?? today,
          ...(sentOn === null ? {} : { sentOn }),
        })
      }
      said={noted(title)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <PieceTicks pieces={choices} ticked={ticked} onTicked={setTicked} />
      <Fields>
        <OtherPiece value={other} onChange={setOther} />
        <DateField label={words.receivedOn} value={receivedOn} onChange={setReceivedOn} />
        <DateField label={words.postmark} value={sentOn} onChange={setSentOn} />
      </Fields>
    </ActForm>
  )
}

type Kind = z.infer<typeof RequestKind>

/** Missing pieces, each with the text that asks it, by a date (CRPA L114-5); or the original of a doubtful copy (R113-6). */
export function AskPieces({ file, today, assessment, letters, acts, onDone, onCancel }: ActProps) {
  const before = letterOf(letters, 'requestPieces')
  const vain = askedInVain(file)
  const begun = Object.keys(before).length > 0
  const first = begun ? before['kind'] : vain.kind
  const [kind, setKind] = useState<Kind>(first === 'original' ? 'original' : 'missing')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(begun ? (before['ticked'] ?? '').split('\n').filter(Boolean) : vain.keys),
  )
  const [other, setOther] = useState(before['other'] ?? '')
  const [source, setSource] = useState(before['source'] ?? '')
  const [indispensable, setIndispensable] = useState(false)
  const [on, setOn] = useState<LocalDate | null>(today)
  const [dueOn, setDueOn] = useState(LocalDate.safeParse(before['dueOn']).data ?? null)
  const [doubt, setDoubt] = useState(before['doubt'] ?? '')
  const [issue, setIssue] = useIssues()
  const { may, mayNot } = askable(file, assessment)
  const choices = kind === 'missing' ? may : received(file)
  const typed = wordsIn(other)
  const asked: Input<'file.requestPieces'>['pieces'] = [
    ...choices
      .filter(({ key }) => ticked.has(key))
      .map(({ name, sources }) =>
        'pieceId' in name
          ? name
          : { ...name, source: sources[0]?.title ?? copyText, indispensable: kind === 'original' },
      ),
    ...(typed === '' ? [] : [{ label: typed, source: wordsIn(source), indispensable }]),
  ]
  const title = fileActs.acts.requestPieces
  const written = letterSaid({ ticked: [...ticked].join('\n'), other, source, dueOn, doubt })
  const settled = useKeptLetter(
    file.fileId,
    'requestPieces',
    Object.keys(written).length === 0 ? written : { ...written, kind },
    before,
  )
  return (
    <ActForm
      title={title}
      act={title}
      missing={firstMissing(
        [asked.length === 0, words.pieceMissing],
        [typed !== '' && wordsIn(source) === '', words.otherSourceHelp],
        [kind === 'original' && issue && wordsIn(doubt) === '', words.doubtMissing],
        [on === null || (kind === 'missing' && dueOn === null), dateMissing],
      )}
      onSend={() =>
        acts.requestPieces({
          fileId: file.fileId,
          kind,
          pieces: asked,
          on: on ?? today,
          dueOn: kind === 'original' ? null : dueOn,
          issue,
          ...(kind === 'missing' || wordsIn(doubt) === '' ? {} : { doubt: wordsIn(doubt) }),
        })
      }
      said={papered(title)}
      onDone={() => {
        settled()
        onDone()
      }}
      onCancel={onCancel}
    >
      <Choice
        label={words.kind}
        value={kind}
        options={(['missing', 'original'] as const).map((value) => ({
          value,
          title: fileActs.requests[value],
        }))}
        onChange={(value) => {
          setKind(value)
          setTicked(none)
        }}
      />
      <PieceTicks pieces={choices} ticked={ticked} onTicked={setTicked} />
      {kind === 'missing' && assessment?.question && (
        <FileQuestion
          title={fileActs.whichCase}
          fileId={file.fileId}
          question={assessment.question}
          acts={acts}
        />
      )}
      {kind === 'missing' && mayNot.length > 0 && (
        <section aria-label={words.notAsked} className={style.group}>
          <p className={lettering.legend}>{words.notAsked}</p>
          <ul role="list" className={marked.pieces}>
            {mayNot.map(({ pieceId, title: named, why, sources, toConfirm }) => (
              <li key={pieceId} className={marked.piece}>
                <span className={marked.struck}>{named}</span>
                <span className={lettering.under}>
                  {why !== '' && `${why} · `}
                  <TextsSaid sources={sources} toConfirm={toConfirm} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Fields>
        <OtherPiece value={other} onChange={setOther} />
        {typed !== '' && (
          <>
            <Field
              label={words.otherSource}
              detail={words.otherSourceHelp}
              value={source}
              onChange={setSource}
              maxLength={200}
              autoComplete="off"
            />
            <div className={style.wide}>
              <Checkbox isSelected={indispensable} onChange={setIndispensable}>
                {words.indispensable}
              </Checkbox>
            </div>
          </>
        )}
        <DateField label={words.on} value={on} onChange={setOn} />
        {kind === 'missing' && <DateField label={words.dueOn} value={dueOn} onChange={setDueOn} />}
        {kind === 'original' && issue && (
          <div className={style.wide}>
            <Field label={words.doubt} value={doubt} onChange={setDoubt} lines={2} maxLength={4000} />
          </div>
        )}
      </Fields>
      {kind === 'missing' && (
        <Acts>
          {daysOffered(assessment, on ?? today).map((days) => (
            <Button
              key={days}
              size="dense"
              // Counted from the day of the request: from none while it is half typed.
              isDisabled={on === null}
              selected={on !== null && dueOn === daysAfter(on, days)}
              onPress={() => setDueOn(on && daysAfter(on, days))}
            >
              {words.inDays(days)}
            </Button>
          ))}
          <span className={lettering.small}>{words.dueHelp}</span>
        </Acts>
      )}
      <IssuesPaper issue={issue} onChange={setIssue} />
    </ActForm>
  )
}

/** A doubtful copy lets the original be asked, whatever the piece is. */
const copyText = 'CRPA, art. R113-6'

/** Originals kept for a while are registered, and go back without delay (CRPA R113-5). */
export function HoldOriginals({ file, today, assessment, acts, onDone, onCancel }: ActProps) {
  const [ticked, setTicked] = useState(none)
  const [other, setOther] = useState('')
  const [on, setOn] = useState<LocalDate | null>(today)
  const choices = [...received(file), ...stillToCome(file, assessment)]
  const pieces = namesOf(choices, ticked, other)
  const title = fileActs.acts.holdOriginals
  return (
    <ActForm
      title={title}
      act={title}
      missing={firstMissing([pieces.length === 0, words.pieceMissing], [on === null, dateMissing])}
      onSend={() => acts.holdOriginals({ fileId: file.fileId, pieces, on: on ?? today })}
      said={noted(title)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <PieceTicks pieces={choices} ticked={ticked} onTicked={setTicked} />
      <Fields>
        <OtherPiece value={other} onChange={setOther} />
        <DateField label={words.on} value={on} onChange={setOn} />
      </Fields>
    </ActForm>
  )
}
