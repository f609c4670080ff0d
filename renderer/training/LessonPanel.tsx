import { Check, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { trainingWords as words } from '../../shared/messages/training/training.fr.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { useOffice } from '../link/office.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import { Prose } from '../ui/Prose.tsx'
import style from './Lesson.module.css'
import { againKey, nextKey } from './lessonKeys.ts'

type Lesson = NonNullable<Output<'training.view'>['lesson']>
type Situation = Lesson['situations'][number]

/** The guided day beside the counter: what goes on, what is expected, what is to be done otherwise. */
export default function LessonPanel({
  lesson,
  sure,
  renewable,
  renewing,
  onBegin,
  onNext,
  onClose,
}: {
  readonly lesson: Lesson | null
  /** The key was pressed once: the next press begins. */
  readonly sure: boolean
  /** Whether what was lived goes with it. */
  readonly renewable: boolean
  /** The site is on its way back as new: nothing is asked meanwhile. */
  readonly renewing: boolean
  readonly onBegin: () => void
  readonly onNext: () => void
  readonly onClose: () => void
}) {
  // What goes with a new beginning is read where the day was told: the panel is low.
  const asked = sure || renewing
  const comes = lesson !== null && lesson.toCome > 0 && !asked
  const over = lesson !== null && lesson.situations.every(({ state }) => state === 'done')
  useKeys({ [nextKey.code]: comes ? onNext : undefined }, { whileTyping: true })
  return (
    // Scrolled by the keyboard too.
    <aside className={style.panel} aria-label={words.title} {...{ tabIndex: 0 }}>
      <header className={classes(style.head, lesson === null && style.alone)}>
        <h2 className={style.title}>{words.title}</h2>
        {lesson === null ? <p>{words.offer}</p> : !asked && <Progress lesson={lesson} />}
        {comes && (
          <Button size="dense" keyCap={nextKey.cap} onPress={onNext}>
            {words.next}
          </Button>
        )}
        <Button
          size="dense"
          kind={lesson === null ? 'primary' : 'plain'}
          isDisabled={renewing}
          keyCap={againKey.cap}
          onPress={onBegin}
        >
          {sure ? words.againSure : lesson === null ? words.begin : words.again}
        </Button>
        <p className={style.small} role="status">
          {renewing ? words.renewing : sure ? (renewable ? words.againHelp : words.againShared) : ''}
        </p>
        {over && (
          <Button size="dense" kind="quiet" onPress={onClose}>
            {words.close}
          </Button>
        )}
      </header>
      {lesson !== null && <Day lesson={lesson} />}
    </aside>
  )
}

const Progress = ({ lesson: { situations, toCome } }: { readonly lesson: Lesson }) => (
  <p className={style.small}>
    {words.progress(situations.filter(({ state }) => state === 'done').length, situations.length)}.{' '}
    {words.toCome(toCome)}
  </p>
)

function Day({ lesson: { situations } }: { readonly lesson: Lesson }) {
  const last = useLastDone(situations)
  const here = situations.filter(({ state }) => state === 'here')
  const wrong = situations.filter(({ state, mistakes }) => state === 'done' && mistakes.length > 0)
  const over = situations.every(({ state }) => state === 'done')
  return (
    <>
      <section aria-label={words.now} className={style.now}>
        {/* Always there, so that a screen reader hears what comes into it. */}
        <p role="status" className={last?.mistakes.length ? style.wrong : style.right}>
          {last !== null && !over && <Ended one={last} />}
        </p>
        {here.length === 0 && <p role="status">{over ? words.finished(wrong.length) : words.nobody}</p>}
        {over && <Learnt situations={situations} />}
        {here.map((one) => (
          <Told key={one.situation} one={one} />
        ))}
      </section>
      {wrong.length > 0 && (
        <section aria-label={words.wrong} className={style.now}>
          <h3 className={style.under}>{words.wrong}</h3>
          {wrong.toReversed().map((one) => (
            <Wrong key={one.situation} one={one} />
          ))}
        </section>
      )}
      <details className={style.rest}>
        <summary className={style.under}>{words.list}</summary>
        <ol className={style.list}>
          {situations.map((one) => (
            <li key={one.situation}>
              {words.situations[one.situation].title} <span className={style.small}>({stateOf(one)})</span>
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

/** How the last one ended, at once and first: the list of those to do again may be under the panel's edge. */
function Ended({ one: { situation, mistakes } }: { readonly one: Situation }) {
  const { title, learnt } = words.situations[situation]
  return mistakes.length === 0 ? (
    <>
      <Check aria-hidden size={18} /> {words.right} : {title}. <Prose>{learnt}</Prose>
    </>
  ) : (
    <>
      <TriangleAlert aria-hidden size={18} /> {words.wrong} : {title}.{' '}
      <Prose>{mistakes.map((mistake) => words.mistakes[mistake]).join(' ')}</Prose>
    </>
  )
}

/** The situation that ended last while this page was open. */
function useLastDone(situations: Lesson['situations']): Situation | null {
  const done = situations.filter(({ state }) => state === 'done')
  const [seen, setSeen] = useState<{
    readonly done: ReadonlySet<Situation['situation']>
    readonly last: Situation | null
  }>({ done: new Set(done.map(({ situation }) => situation)), last: null })
  const came = done.find(({ situation }) => !seen.done.has(situation))
  // Taken back, or begun again, they are no longer done.
  if (came !== undefined || done.length !== seen.done.size)
    setSeen({
      done: new Set(done.map(({ situation }) => situation)),
      last: came ?? null,
    })
  return seen.last
}

/** What is kept of the day: a sentence for each situation, with its text. */
const Learnt = ({ situations }: { readonly situations: Lesson['situations'] }) => (
  <>
    <h3 className={style.under}>{words.learnt}</h3>
    <ul className={style.list}>
      {situations.map((one) => {
        const { learnt, source } = words.situations[one.situation]
        return (
          <li key={one.situation}>
            <Prose>{learnt}</Prose>{' '}
            <span className={style.small}>
              (<Prose>{words.source(source)}</Prose>
              {one.mistakes.length > 0 && ` ; ${words.toSee}`})
            </span>
          </li>
        )
      })}
    </ul>
  </>
)

const stateOf = ({ state, mistakes }: Situation): string =>
  words.states[state === 'done' && mistakes.length > 0 ? 'mistaken' : state]

/** Someone who is there: who they are, what is expected, what was already done otherwise. */
function Told({ one }: { readonly one: Situation }) {
  const { title, happens, expected, source } = words.situations[one.situation]
  const { zone } = useOffice()
  const { late } = one
  return (
    <article className={style.told}>
      <div>
        <h3 className={style.under}>
          {title}
          {one.number !== null && (
            <span className={style.small}> {words.ticket(ticketNumber(one.number))}</span>
          )}
        </h3>
        <p>
          <Prose>{happens}</Prose>
        </p>
        {late && <p>{words.late(late.startsAt, one.at, late.admittedMinutes, zone)}</p>}
      </div>
      <div>
        <h4 className={style.label}>{words.expected}</h4>
        <p>
          <Prose>{expected}</Prose>{' '}
          <span className={style.small}>
            (<Prose>{words.source(source)}</Prose>)
          </span>
        </p>
        <Mistakes one={one} />
      </div>
    </article>
  )
}

/** Lived otherwise than expected: what was done, and what the text says. */
function Wrong({ one }: { readonly one: Situation }) {
  const { title, expected, source } = words.situations[one.situation]
  return (
    <article>
      <h4 className={style.label}>{title}</h4>
      <Mistakes one={one} />
      <p>
        <Prose>{expected}</Prose>{' '}
        <span className={style.small}>
          (<Prose>{words.source(source)}</Prose>)
        </span>
      </p>
    </article>
  )
}

const Mistakes = ({ one: { mistakes } }: { readonly one: Situation }) => (
  <>
    {mistakes.map((mistake) => (
      <p key={mistake} role="status" className={style.mistake}>
        <Prose>{words.mistakes[mistake]}</Prose>
      </p>
    ))}
  </>
)
