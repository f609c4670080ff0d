import { Search as SearchIcon } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, Fragment } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { law } from '../../shared/messages/law/law.fr.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import lettering from '../ui/Lettering.module.css'
import { Status } from '../ui/Status.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { useFound, useShown, type FoundLine } from './found.ts'
import { LawField } from './LawField.tsx'
import style from './LawSearch.module.css'
import { LawText } from './LawText.tsx'

const words = law.search

/**
 * Fiches, articles, procedures and pieces, found as one types, with the text of the one chosen beside. It fills the
 * height of what holds it and takes no key beyond its own field. By keyboard alone: the arrows choose, Enter goes to the
 * text, Escape comes back, then empties the field, then closes.
 */
export function LawSearch({
  startsFocused = true,
  onClose,
}: {
  readonly startsFocused?: boolean
  /** Where it can be closed. */
  readonly onClose?: () => void
}) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const answer = useFound(typed)
  const results = answer?.found.results ?? []
  const line = results[Math.min(at, results.length - 1)]
  const shown = useShown(line)
  const optionId = (rank: number) => `${id}-${rank}`

  useEffect(() => {
    if (startsFocused) input.current?.focus()
  }, [startsFocused])
  useEffect(() => {
    if (line) document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' })
    text.current?.scrollTo({ top: 0 })
  })

  useEffect(() => {
    const shownText = text.current
    const back = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      input.current?.focus()
    }
    shownText?.addEventListener('keydown', back)
    return () => shownText?.removeEventListener('keydown', back)
  }, [])

  const move = (rank: number) => setAt(Math.max(0, Math.min(rank, results.length - 1)))
  const onKey = (event: KeyboardEvent) => {
    const act = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      Enter: () => text.current?.focus(),
      Escape: () => {
        if (typed === '') onClose?.()
        setTyped('')
        setAt(0)
      },
    }[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  return (
    <section aria-label={words.title} className={style.search}>
      <div className={style.head}>
        <h2>
          <VisuallyHidden>{words.title}</VisuallyHidden>
        </h2>
        <label className={lettering.label} htmlFor={`${id}-field`}>
          {words.field}
        </label>
        <div className={style.fieldRow}>
          <SearchIcon aria-hidden size={20} className={style.icon} />
          <LawField
            ref={input}
            id={id}
            typed={typed}
            isOpen={results.length > 0}
            chosen={line && optionId(Math.min(at, results.length - 1))}
            className={style.field}
            onType={(text) => {
              setTyped(text)
              setAt(0)
            }}
            onKey={onKey}
          />
          {onClose && <Button onPress={onClose}>{words.close}</Button>}
        </div>
        <p id={`${id}-help`} className={lettering.small}>
          {wordsIn(typed) === '' ? words.detail : words.keys}
        </p>
      </div>
      <div className={style.columns}>
        <div className={style.list}>
          <p role="status" className={style.count}>
            {answer === null
              ? wordsIn(typed) === ''
                ? words.empty
                : ''
              : results.length === 0
                ? words.none(answer.of)
                : words.found(results.length, answer.found.total)}
          </p>
          <div id={`${id}-list`} role="listbox" aria-label={words.results}>
            {results.map((each, rank) => (
              <Result
                key={`${each.kind} ${each.id}`}
                id={optionId(rank)}
                line={each}
                isChosen={each === line}
                onChoose={() => setAt(rank)}
              />
            ))}
          </div>
        </div>
        <div
          ref={text}
          role="region"
          aria-label={words.shown}
          className={style.shown}
          // Nothing in it need take the focus: it takes it itself, so that the arrows reach its end.
          {...{ tabIndex: 0 }}
        >
          {line === undefined ? (
            <p className={lettering.small}>{words.choose}</p>
          ) : shown === 'missing' ? (
            <p className={lettering.small}>{words.missing}</p>
          ) : (
            shown && <LawText text={shown} />
          )}
        </div>
      </div>
    </section>
  )
}

/** One result: what it is, its title, and where its words were found. */
const Result = ({
  id,
  line: { kind, title, titleMarks, snippet, marks, date, toConfirm },
  isChosen,
  onChoose,
}: {
  readonly id: string
  readonly line: FoundLine
  readonly isChosen: boolean
  readonly onChoose: () => void
}) => (
  // The field keeps the focus and has the keys (`aria-activedescendant`); the mouse chooses too.
  <div
    id={id}
    role="option"
    tabIndex={-1}
    aria-selected={isChosen}
    className={classes(style.result, isChosen && style.chosen)}
    onMouseDown={(event) => {
      event.preventDefault()
      onChoose()
    }}
  >
    <span className={style.resultHead}>
      <Status tone="quiet">
        {kind === 'fiche' && date !== null ? `${words.kinds.fiche} ${date.slice(0, 4)}` : words.kinds[kind]}
      </Status>
      {toConfirm && kind !== 'fiche' && <Status tone="attention">{words.toConfirm}</Status>}
    </span>
    <span className={style.resultTitle}>
      <Marked text={title} marks={titleMarks} />
    </span>
    <span className={style.snippet}>
      <Marked text={snippet} marks={marks} />
    </span>
  </div>
)

/** A text whose words that were looked for stand out, by their places in it. */
const Marked = ({
  text,
  marks,
}: {
  readonly text: string
  readonly marks: readonly (readonly [from: number, to: number])[]
}) => (
  <>
    {marks.map(([from, to], rank) => (
      <Fragment key={from}>
        {text.slice(marks[rank - 1]?.[1] ?? 0, from)}
        <mark className={style.mark}>{text.slice(from, to)}</mark>
      </Fragment>
    ))}
    {text.slice(marks.at(-1)?.[1] ?? 0)}
  </>
)
