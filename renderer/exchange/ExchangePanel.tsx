import '../kiosk/fonts.css'
import { MonitorUp, Volume2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import type { Sheet } from '../../shared/contract/visit/calls.ts'
import type { Language } from '../../shared/contract/text.ts'
import { asks, exchange, type PhraseId } from '../../shared/messages/public/exchange.ts'
import { exchangePage as words } from '../../shared/messages/media/exchangePage.fr.ts'
import { fr } from '../../shared/messages/fr.ts'
import { directionOf, kiosk, kioskLanguages } from '../../shared/messages/public/kiosk.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { reviewState } from '../../shared/messages/media/reviewed.ts'
import { textReviews } from '../../shared/messages/media/textReviews.fr.ts'
import { openStation } from '../app/shell.ts'
import { useView } from '../link/hooks.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useKeys } from '../ui/keys.ts'
import type { Answer, Shown } from './channel.ts'
import { useAgentEnd } from './channel.ts'
import { Prose } from '../ui/Prose.tsx'
import style from './ExchangePanel.module.css'
import { phrasesFor, voiceOf } from './phrases.ts'
import { lackingLines, mayBeSaid, speaksOfPieces } from './pieces.ts'
import { Turned } from './Turned.tsx'

/** Opens the screen that faces the person: a window of the application, or another window of the browser. */
const openScreen = (): void => {
  if (openStation) openStation('exchange')
  else window.open(`${location.pathname}#station=exchange`, 'guichet-exchange')
}

const answerSaid = (answer: Answer, shown: Shown): string => {
  if ('wrote' in answer) return answer.wrote
  const { yes, understood, no, notUnderstood } = exchange.fr
  return { yes: shown.asks ? yes : understood, no, notUnderstood }[answer.said]
}

const stateOf = (language: Language, reviews: Output<'texts.view'>['reviews']): string => {
  if (language === 'fr') return words.french
  const state = reviewState(reviews, 'exchange', language)
  const name = fr.counter.languages[language]
  return state.is === 'read'
    ? words.reviewed(name, textReviews.who[state.review.by], calendarDate(state.review.on))
    : words.unreviewed(name)
}

/**
 * The agent's side of the written exchange, in the place of the checklist: a sentence chosen in French is read by the
 * person in their language, on a screen turned to them or on this one, and the answer comes back. Nothing is kept.
 */
export function ExchangePanel({
  spoken,
  sheet,
  assessment,
  office,
  counter,
  turned,
  onTurn,
  onLeave,
}: {
  /** The language that the ticket carries. */
  readonly spoken: Language
  /** What the case requires: nothing else is asked here. */
  readonly sheet: Sheet
  readonly assessment: Assessment | null
  readonly office: string
  readonly counter: string
  /** This very screen is turned to the person. */
  readonly turned: boolean
  readonly onTurn: (turned: boolean) => void
  readonly onLeave: () => void
}) {
  const reviews = useView('texts.view', {})?.reviews ?? []
  const { shown, answer, screenThere, show, answerHere } = useAgentEnd()
  const [language, setLanguage] = useState<Language>(spoken)
  const [typed, setTyped] = useState('')
  const [written, setWritten] = useState('')
  const [isDemand, setDemand] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus({ preventScroll: true }), [])
  const lines = phrasesFor(typed)
    .map(({ group, phrases }) => ({
      group,
      phrases: phrases.filter((id) => mayBeSaid(id, sheet, assessment)),
    }))
    .filter(({ phrases }) => phrases.length > 0)
  const lacking = lackingLines(sheet, assessment)
  const flat = lines.flatMap(({ phrases }) => phrases)

  const present = (text: string, textLanguage: Language, isQuestion: boolean) => {
    show({ id: crypto.randomUUID(), language: textLanguage, text, asks: isQuestion, office, counter })
    if (!screenThere) onTurn(true)
  }
  const choose = (id: PhraseId) => present(exchange[language].phrases[id], language, asks(id))
  useKeys(
    Object.fromEntries(
      flat.slice(0, 9).map((id, at) => [`Digit${at + 1}`, turned ? undefined : () => choose(id)]),
    ),
  )
  const voice = shown === null ? null : voiceOf(shown.language)
  return (
    <section className={style.panel} aria-label={words.title}>
      <div className={style.head}>
        <h3 ref={head} tabIndex={-1} className={style.title}>
          {words.title}
        </h3>
        <Button kind="quiet" size="dense" keyCap="Échap" onPress={onLeave}>
          {fr.counter.close}
        </Button>
      </div>
      <Acts role="group" aria-label={words.language}>
        {kioskLanguages.map((each) => (
          <Button key={each} size="dense" selected={each === language} onPress={() => setLanguage(each)}>
            <bdi lang={each}>{kiosk[each].language}</bdi>
          </Button>
        ))}
      </Acts>
      <p className={style.small}>
        <Prose>{stateOf(language, reviews)}</Prose>
      </p>
      <section className={style.answer} aria-live="polite" aria-label={words.answer}>
        {shown === null ? (
          <p>{screenThere ? words.screenThere : words.screenNot}</p>
        ) : (
          <>
            <p lang={shown.language} dir={directionOf(shown.language)} className={style.shown}>
              {shown.text}
            </p>
            <p className={answer ? style.answered : style.small}>
              {words.answer} : <b>{answer ? answerSaid(answer, shown) : words.noAnswer}</b>
            </p>
          </>
        )}
        <Acts>
          {!screenThere && (
            <Button size="dense" icon={<MonitorUp aria-hidden size={20} />} onPress={openScreen}>
              {words.openScreen}
            </Button>
          )}
          {shown && (
            <>
              <Button size="dense" onPress={() => onTurn(true)}>
                {words.turn}
              </Button>
              {voice && (
                <Button
                  size="dense"
                  icon={<Volume2 aria-hidden size={20} />}
                  onPress={() => readAloud(shown.text, voice)}
                >
                  {words.aloud}
                </Button>
              )}
              <Button size="dense" onPress={() => show(null)}>
                {words.clear}
              </Button>
            </>
          )}
        </Acts>
      </section>
      <div className={style.fields}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim() !== '' && flat[0]) choose(flat[0])
          }}
        >
          <Field label={words.search} value={typed} onChange={setTyped} autoComplete="off" />
        </form>
        <form
          className={style.write}
          onSubmit={(event) => {
            event.preventDefault()
            if (written.trim() === '') return
            setDemand(speaksOfPieces(written))
            if (speaksOfPieces(written)) return
            present(`${written.trim()} ${words.asksNothing}`, 'fr', true)
            setWritten('')
          }}
        >
          <Field
            label={words.write}
            detail={words.writeHelp}
            error={isDemand ? words.notInWords : undefined}
            value={written}
            onChange={(text) => {
              setWritten(text)
              setDemand(false)
            }}
            maxLength={500}
            autoComplete="off"
          />
          <Button type="submit" isDisabled={written.trim() === ''}>
            {words.show}
          </Button>
        </form>
      </div>
      {lacking.length > 0 && (
        <section aria-label={words.lacking}>
          <h4 className={style.group}>{words.lacking}</h4>
          <ul role="list" className={style.list}>
            {lacking.map((line) => (
              <li key={line}>
                <button type="button" className={style.phrase} onClick={() => present(line, 'fr', false)}>
                  <span />
                  <span>{line}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {lines.length === 0 && <p role="status">{words.none}</p>}
      {lines.map(({ group, phrases }) => (
        <section key={group} aria-label={words.groups[group]}>
          <h4 className={style.group}>{words.groups[group]}</h4>
          <ul role="list" className={style.list}>
            {phrases.map((id) => (
              <li key={id}>
                <button type="button" className={style.phrase} onClick={() => choose(id)}>
                  {flat.indexOf(id) < 9 ? <KeyCap>{String(flat.indexOf(id) + 1)}</KeyCap> : <span />}
                  <span>{exchange.fr.phrases[id]}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {turned && <Turned shown={shown} onAnswer={answerHere} onLeave={() => onTurn(false)} />}
    </section>
  )
}

function readAloud(text: string, voice: SpeechSynthesisVoice): void {
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.voice = voice
  utterance.lang = voice.lang
  window.speechSynthesis.cancel()
  window.speechSynthesis.speak(utterance)
}
