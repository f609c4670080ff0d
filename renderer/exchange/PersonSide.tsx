import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { wordsIn } from '../../shared/contract/letters.ts'
import { exchange, type ExchangeTexts } from '../../shared/messages/public/exchange.ts'
import { directionOf } from '../../shared/messages/public/kiosk.ts'
import { classes } from '../ui/classes.ts'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import stack from '../ui/Stack.module.css'
import type { Answer, Shown } from './channel.ts'
import style from './PersonSide.module.css'

/** The answers that a button gives, without a word to write. */
type ButtonAnswer = Extract<Answer, { readonly said: string }>['said']
const answers: readonly ButtonAnswer[] = ['yes', 'no', 'notUnderstood']

const answerText = (words: ExchangeTexts, answer: ButtonAnswer, asks: boolean): string =>
  answer === 'yes' ? (asks ? words.yes : words.understood) : words[answer]

/** What the person reads, large, in their language, with the answers as buttons; nothing else is on this screen. */
export function PersonSide({
  shown,
  onAnswer,
}: {
  readonly shown: Shown | null
  readonly onAnswer: (answer: Answer) => void
}) {
  const language = shown?.language ?? 'fr'
  const words = exchange[language]
  return (
    <div className={style.page} lang={language} dir={directionOf(language)}>
      {shown === null ? (
        <p className={style.ready}>{words.ready}</p>
      ) : (
        <>
          <p className={style.where}>
            <span lang="fr">{shown.office}</span>
            <span lang="fr">{shown.counter}</span>
          </p>
          <p className={classes(style.text, shown.text.length > 120 && style.long)} role="status">
            {shown.text}
          </p>
          {/* The key empties the answers at each sentence: what was pressed or written for one does not answer the next. */}
          <Answers key={shown.id} words={words} asks={shown.asks} onAnswer={onAnswer} />
        </>
      )}
    </div>
  )
}

function Answers({
  words,
  asks,
  onAnswer,
}: {
  readonly words: ExchangeTexts
  readonly asks: boolean
  readonly onAnswer: (answer: Answer) => void
}) {
  const [given, setGiven] = useState<ButtonAnswer | 'wrote' | null>(null)
  const [text, setText] = useState('')
  const clean = wordsIn(text)
  const write = () => {
    if (clean === '') return
    setGiven('wrote')
    onAnswer({ wrote: clean })
  }
  return (
    <div className={stack.apart}>
      <div className={style.buttons}>
        {answers.map((answer) => (
          <Button
            key={answer}
            className={classes(style.answer, given === answer && style.given)}
            aria-pressed={given === answer}
            onPress={() => {
              setGiven(answer)
              onAnswer({ said: answer })
            }}
          >
            {answerText(words, answer, asks)}
          </Button>
        ))}
      </div>
      <Form className={style.write} onSend={write}>
        <Field label={words.writeAnswer} value={text} onChange={setText} maxLength={500} autoComplete="off" />
        <Button type="submit" className={style.send!} isDisabled={clean === ''}>
          {words.send}
        </Button>
      </Form>
      <p className={style.sent} role="status">
        {given === null ? '' : words.sent}
      </p>
    </div>
  )
}
