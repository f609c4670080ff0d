import { useRef, useState } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { AssessedPiece, Assessment } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import type { Patch } from './acts.ts'
import { sourcesOf } from './checklist.ts'
import { DateField } from '../ui/DateField.tsx'
import lettering from '../ui/Lettering.module.css'
import { Texts, Cited } from './Sources.tsx'
import { useView } from '../link/hooks.ts'
import serving from './Serving.module.css'
import style from './Question.module.css'

/** More letters than this, and a question takes smaller ones, to leave the checklist its room. */
const longQuestion = 60

/** The one question that still matters, never needed to close; and why it is asked, in the text's own words. */
export function Question({
  assessment,
  listening,
  why,
  explained,
  onWhy,
  patch,
}: {
  readonly assessment: Assessment
  /** False while another chooser owns the figures. */
  readonly listening: boolean
  /** « Pourquoi ? » is open. */
  readonly why: boolean
  /** The piece whose reasoning is shown. */
  readonly explained: AssessedPiece | null
  readonly onWhy: () => void
  readonly patch: Patch
}) {
  const words = counterWords
  const { question } = assessment
  const answer = (value: string) => {
    if (question) void patch({ answers: { [question.questionId]: value } })
  }
  useKeys(
    Object.fromEntries(
      (question?.options ?? [])
        .slice(0, 9)
        .map(({ value }, at) => [`Digit${at + 1}`, listening ? () => answer(value) : undefined]),
    ),
  )
  const texts = (
    // It scrolls alone: the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={style.why} role="region" aria-label={words.sources} tabIndex={0}>
      {explained ? (
        <Trace piece={explained} />
      ) : (
        <>
          <p className={lettering.small}>{words.law.explainHelp}</p>
          {question && <p>{question.why}</p>}
          <Texts sources={question ? question.sources : sourcesOf(assessment)} />
        </>
      )}
    </div>
  )
  const whyKey = (label: string) => (
    <Button kind="quiet" size="dense" keyCap="P" aria-expanded={why} onPress={onWhy}>
      {label}
    </Button>
  )
  if (!question)
    return why ? (
      <Card className={style.question} label={words.whyNoQuestion}>
        <div className={style.whyLine}>{whyKey(words.whyNoQuestion)}</div>
        {texts}
      </Card>
    ) : (
      <div className={style.whyLineAlone}>{whyKey(words.whyNoQuestion)}</div>
    )
  return (
    <Card className={style.question} label={question.title}>
      <div className={style.questionHead}>
        <h3 className={classes(style.questionTitle, question.title.length > longQuestion && style.longTitle)}>
          {asked(question.title)}
        </h3>
        <span className={lettering.small}>
          {words.optional}
          {question.detail !== null && ` · ${question.detail}`}
        </span>
      </div>
      {question.kind === 'date' ? (
        <DateAnswer questionId={question.questionId} listening={listening} patch={patch} />
      ) : (
        <div className={style.options} role="group" aria-label={question.detail ?? question.title}>
          {question.options.map(({ value, title }, at) => (
            <Button key={value} keyCap={at < 9 ? String(at + 1) : undefined} onPress={() => answer(value)}>
              {title}
            </Button>
          ))}
        </div>
      )}
      <div className={style.whyLine}>{whyKey(words.why)}</div>
      {why && texts}
    </Card>
  )
}

/** « Logement ? »; a title that already asks is left alone. */
const asked = (title: string): string => (title.endsWith('?') ? title : `${title}\u00a0?`)

/** A date: its first figure opens the field, its eighth answers. What the host refuses is said there. */
function DateAnswer({
  questionId,
  listening,
  patch,
}: {
  readonly questionId: string
  readonly listening: boolean
  readonly patch: Patch
}) {
  const [begun, setBegun] = useState<string | null>(null)
  const [refused, setRefused] = useState<string>()
  const last = useRef(0)
  // Fingers are faster than the field's focus: until it has it, figures are gathered here.
  const begin = (figure: number) => {
    const now = performance.now()
    const goesOn = now - last.current < 1000
    last.current = now
    setBegun((before) => `${goesOn ? (before ?? '') : ''}${figure}`)
  }
  useKeys(
    Object.fromEntries(
      Array.from({ length: 10 }, (_, figure) => [
        `Digit${figure}`,
        listening ? () => begin(figure) : undefined,
      ]),
    ),
  )
  const answer = (day: LocalDate | null) => {
    setRefused(undefined)
    if (day === null) return
    void patch({ answers: { [questionId]: day } }).then((result) => {
      if ('error' in result) setRefused(result.error.message)
    })
  }
  return (
    <div className={style.dateAnswer}>
      <DateField
        key={begun ?? ''}
        label={counterWords.dateAnswer}
        detail=""
        value={null}
        error={refused}
        begun={begun ?? ''}
        startsFocused={begun !== null}
        onChange={answer}
      />
    </div>
  )
}

/** The reasoning behind a piece's status, line by line, as the engine went (CRPA L311-3-1), then its texts. */
function Trace({ piece }: { readonly piece: AssessedPiece }) {
  const words = counterWords.law
  const lines = useView('trace.view', { pieceId: piece.pieceId })?.lines
  return (
    <>
      <h4 className={serving.traceTitle}>{words.explain(piece.title)}</h4>
      {lines?.length === 0 && <p className={lettering.small}>{words.explainNone}</p>}
      <ul role="list" className={serving.trace}>
        {lines?.map(({ depth, text, sources, toConfirm }, at) => (
          // The lines are an account in order: their place is their name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} style={{ paddingInlineStart: `${Math.min(depth, 6) * 16}px` }}>
            {text}
            {(sources.length > 0 || toConfirm) && (
              <span className={lettering.small}>
                {' · '}
                <Cited sources={sources} toConfirm={toConfirm} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <Texts sources={piece.sources} />
    </>
  )
}
