import '../kiosk/fonts.css'
import { MonitorUp, Volume2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import type { Language } from '../../shared/contract/text.ts'
import { asks, exchange, type PhraseId } from '../../shared/messages/public/exchange.ts'
import { exchangePage as words } from '../../shared/messages/media/exchangePage.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { directionOf, kiosk, kioskLanguages } from '../../shared/messages/public/kiosk.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { reviewState } from '../../shared/messages/media/reviewed.ts'
import { textReviews } from '../../shared/messages/media/textReviews.fr.ts'
import { openStation } from '../link/shell.ts'
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

/** How many sentences show at once, each with its figure. */
const atOnce = 6

/** A sentence that can be shown: of the lists, or what lacks in this case, said in French. */
type Said = { readonly group: string; readonly text: string; readonly id?: PhraseId }

/** Sentences under their parts, in their order. */
const groupsOf = (said: readonly Said[]): readonly (readonly [string, readonly Said[]])[] =>
  [...new Set(said.map(({ group }) => group))].map((group) => [
    group,
    said.filter((one) => one.group === group),
  ])

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
  const name = counterWords.languages[language]
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
  // As it opens, and once the screen is turned back: what the person had in front of them is gone.
  useEffect(() => {
    if (!turned) head.current?.focus({ preventScroll: true })
  }, [turned])
  const lines = phrasesFor(typed)
    .map(({ group, phrases }) => ({
      group,
      phrases: phrases.filter((id) => mayBeSaid(id, sheet, assessment)),
    }))
    .filter(({ phrases }) => phrases.length > 0)
  const lacking = lackingLines(sheet, assessment)
  const [page, setPage] = useState(0)
  // What lacks comes first: it is said most. Six sentences show at once, each with its figure; 0 shows the next six.
  const all: readonly Said[] = [
    ...(wordsIn(typed) === '' ? lacking.map((text): Said => ({ group: words.lacking, text })) : []),
    ...lines.flatMap(({ group, phrases }) =>
      phrases.map((id): Said => ({ group: words.groups[group], text: exchange.fr.phrases[id], id })),
    ),
  ]
  const pages = Math.max(1, Math.ceil(all.length / atOnce))
  const at = Math.min(page, pages - 1)
  const six = all.slice(at * atOnce, (at + 1) * atOnce)

  const present = (text: string, textLanguage: Language, isQuestion: boolean) => {
    show({ id: crypto.randomUUID(), language: textLanguage, text, asks: isQuestion, office, counter })
    if (!screenThere) onTurn(true)
  }
  const choose = ({ id, text }: Said) =>
    id === undefined
      ? present(text, 'fr', false)
      : present(exchange[language].phrases[id], language, asks(id))
  const next = () => setPage((at + 1) % pages)
  const voice = shown === null ? null : voiceOf(shown.language)
  const aloud = shown && voice ? () => readAloud(shown.text, voice) : undefined
  useKeys(
    turned
      ? {}
      : {
          ...Object.fromEntries(six.map((said, place) => [`Digit${place + 1}`, () => choose(said)])),
          Digit0: pages > 1 ? next : undefined,
          KeyL: aloud,
          KeyR: shown ? () => onTurn(true) : undefined,
          Delete: shown ? () => show(null) : undefined,
        },
  )
  // Once something is shown, what the person answers comes first; before, the sentences do.
  const answerShown = (
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
            <Button size="dense" keyCap="R" onPress={() => onTurn(true)}>
              {words.turn}
            </Button>
            {aloud && (
              <Button size="dense" keyCap="L" icon={<Volume2 aria-hidden size={20} />} onPress={aloud}>
                {words.aloud}
              </Button>
            )}
            <Button size="dense" keyCap="Suppr" onPress={() => show(null)}>
              {words.clear}
            </Button>
          </>
        )}
      </Acts>
    </section>
  )
  return (
    <section className={style.panel} aria-label={words.title}>
      <div className={style.head}>
        <h3 ref={head} tabIndex={-1} className={style.title}>
          {words.title}
        </h3>
        <Button kind="quiet" size="dense" keyCap="Échap" onPress={onLeave}>
          {counterWords.close}
        </Button>
      </div>
      <Acts role="group" aria-label={words.language}>
        {kioskLanguages.map((each) => (
          <Button key={each} size="dense" selected={each === language} onPress={() => setLanguage(each)}>
            <bdi lang={each}>{kiosk[each].language}</bdi>
          </Button>
        ))}
      </Acts>
      {shown !== null && answerShown}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (wordsIn(typed) !== '' && six[0]) choose(six[0])
        }}
      >
        <Field
          label={words.search}
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setPage(0)
          }}
          autoComplete="off"
        />
      </form>
      {all.length === 0 && <p role="status">{words.none}</p>}
      {groupsOf(six).map(([group, said]) => (
        <section key={group} aria-label={group}>
          <h4 className={style.group}>{group}</h4>
          <ul role="list" className={style.list}>
            {said.map((one) => (
              <li key={one.text}>
                <button type="button" className={style.phrase} onClick={() => choose(one)}>
                  <KeyCap>{String(six.indexOf(one) + 1)}</KeyCap>
                  <span>{one.text}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {pages > 1 && (
        <p>
          <Button size="dense" keyCap="0" onPress={next}>
            {words.others(at + 1, pages)}
          </Button>
        </p>
      )}
      {shown === null && answerShown}
      <p className={style.small}>
        <Prose>{stateOf(language, reviews)}</Prose>
      </p>
      <form
        className={style.write}
        onSubmit={(event) => {
          event.preventDefault()
          if (wordsIn(written) === '') return
          setDemand(speaksOfPieces(written))
          if (speaksOfPieces(written)) return
          present(`${wordsIn(written)} ${words.asksNothing}`, 'fr', true)
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
        <Button type="submit" isDisabled={wordsIn(written) === ''}>
          {words.show}
        </Button>
      </form>
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
