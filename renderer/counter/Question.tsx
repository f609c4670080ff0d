import { useState } from 'react'
import type { Assessment } from '../../shared/contract/procedures.ts'
import { fr } from '../../shared/messages/fr.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Field } from '../ui/Field.tsx'
import { useKeys } from '../ui/keys.ts'
import type { SheetPatch } from './acts.ts'
import { sourcesOf } from './checklist.ts'
import { readFrenchDate } from './names.ts'
import { Texts } from './Sources.tsx'
import style from './Serving.module.css'

/** The one question that still matters, never needed to close; and why it is asked, in the text's own words. */
export function Question({
  assessment,
  listening,
  patch,
}: {
  readonly assessment: Assessment
  /** False while another chooser owns the figures. */
  readonly listening: boolean
  readonly patch: (patch: SheetPatch) => void
}) {
  const words = fr.counter
  const [why, setWhy] = useState(false)
  const { question } = assessment
  const answer = (value: string) => {
    if (question) patch({ answers: { [question.questionId]: value } })
  }
  useKeys({
    ...Object.fromEntries(
      (question?.options ?? [])
        .slice(0, 9)
        .map(({ value }, at) => [`Digit${at + 1}`, listening ? () => answer(value) : undefined]),
    ),
    KeyP: () => setWhy(!why),
  })
  const texts = (
    // It scrolls alone: the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={style.why} role="region" aria-label={words.sources} tabIndex={0}>
      {question && <p>{question.why}</p>}
      <Texts sources={question ? question.sources : sourcesOf(assessment)} />
    </div>
  )
  const whyKey = (label: string) => (
    <Button kind="quiet" size="dense" keyCap="P" aria-expanded={why} onPress={() => setWhy(!why)}>
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
        <h3 className={style.questionTitle}>{asked(question.title)}</h3>
        <span className={style.small}>
          {words.optional}
          {question.detail !== null && ` · ${question.detail}`}
        </span>
      </div>
      {question.kind === 'date' && <DateAnswer onAnswer={answer} />}
      <div className={style.options} role="group" aria-label={question.detail ?? question.title}>
        {question.options.map(({ value, title }, at) => (
          <Button key={value} keyCap={at < 9 ? String(at + 1) : undefined} onPress={() => answer(value)}>
            {title}
          </Button>
        ))}
      </div>
      <div className={style.whyLine}>
        {whyKey(words.why)}
        <span className={style.small}>{words.noAnswerIs}</span>
      </div>
      {why && texts}
    </Card>
  )
}

/** « Logement ? »; a title that already asks is left alone. */
const asked = (title: string): string => (title.endsWith('?') ? title : `${title}\u00a0?`)

/** A date as people write it: answered as soon as it is one. */
function DateAnswer({ onAnswer }: { readonly onAnswer: (day: string) => void }) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const read = readFrenchDate(text)
  return (
    <form
      className={style.addForm}
      onSubmit={(event) => {
        event.preventDefault()
        setWrong(read === undefined)
        if (read !== undefined) onAnswer(read)
      }}
    >
      <Field
        label={fr.counter.dateAnswer}
        error={wrong ? fr.counter.validUntilWrong : undefined}
        inputMode="numeric"
        maxLength={10}
        value={text}
        onChange={(typed) => {
          setText(typed)
          setWrong(false)
        }}
      />
      <Button type="submit">{fr.counter.add}</Button>
    </form>
  )
}
