import { useEffect, useRef, useState, type ReactNode } from 'react'
import { wordsIn } from '../../shared/contract/letters.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useKeys } from '../ui/keys.ts'
import { Chips, type ChipKeys } from './Chips.tsx'
import { KeyButton } from './KeyButton.tsx'
import lettering from '../ui/Lettering.module.css'
import { Panel as Opened } from '../ui/Panel.tsx'
import style from './Panel.module.css'

const buttonSaying = (words: string | null | undefined) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => words && textContent === words)

/**
 * Gives the focus back to what opened this, once it is closed: by its words, where the page was drawn anew meanwhile.
 * Whoever goes on elsewhere (an act done, another panel) has the focus there already.
 */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement)
  const [words] = useState(() => opener?.textContent)
  useEffect(
    () => () => {
      if (document.activeElement !== null && document.activeElement !== document.body) return
      const back = opener?.isConnected && opener !== document.body ? opener : buttonSaying(words)
      if (back instanceof HTMLElement) back.focus()
    },
    [opener, words],
  )
}

/** A panel of the counter: the key that leaves it gives the focus back. */
export function Panel({
  onLeave,
  ...panel
}: {
  readonly title: string
  readonly help?: string
  readonly onLeave: () => void
  readonly children: ReactNode
}) {
  useFocusBack()
  return <Opened {...panel} leaving={{ leave: counterWords.close, onLeave }} />
}

/**
 * An act that asks why: ready words by their keys, or one's own. The words are taken with Enter; without any, the
 * field says so and nothing is done.
 */
export function ReasonPanel({
  title,
  help,
  reasons,
  reasonKeys = 'figures',
  label = counterWords.line.reason,
  confirm,
  problem = null,
  before,
  children,
  onConfirm,
  onLeave,
}: {
  readonly title: string
  readonly help?: string
  readonly reasons: readonly string[]
  readonly reasonKeys?: ChipKeys
  readonly label?: string
  readonly confirm: string
  /** What is asked before the reason and is still missing; said first when the act is asked for. */
  readonly problem?: string | null
  /** Asked before the reason. */
  readonly before?: ReactNode
  /** Asked after it. */
  readonly children?: ReactNode
  readonly onConfirm: (reason: string) => void
  readonly onLeave: () => void
}) {
  const words = counterWords.line
  const [reason, setReason] = useState('')
  /** What lacked when the act was asked for. */
  const [asked, setAsked] = useState<'before' | 'reason' | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const act = useRef<HTMLButtonElement>(null)
  // Figures choose, Enter confirms.
  useEffect(() => {
    act.current?.focus({ preventScroll: true })
  }, [])
  const reasonsPlace = useRef<HTMLDivElement>(null)
  const reasonsTurn = before !== undefined && problem === null
  // On an enlarged page the reasons are under the act, which stays in sight.
  useEffect(() => {
    if (reasonsTurn) reasonsPlace.current?.scrollIntoView({ block: 'nearest' })
  }, [reasonsTurn])
  const write = () => form.current?.querySelector('input')?.focus()
  useKeys({ KeyL: write })
  const missing = wordsIn(reason) === ''
  return (
    <Panel title={title} {...(help === undefined ? {} : { help })} onLeave={onLeave}>
      <form
        ref={form}
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(problem === null ? 'reason' : 'before')
          // Its keys go on choosing: nothing is typed before the reason's turn.
          if (problem !== null) return
          if (missing) write()
          else onConfirm(wordsIn(reason))
        }}
      >
        {before}
        <div ref={reasonsPlace} className={style.reasons}>
          <Chips
            label={label}
            keys={reasonKeys}
            choices={reasons.map((value) => ({ id: value, value, title: value }))}
            isChosen={(value) => value === reason}
            onChoose={(value) => {
              setReason(value)
              act.current?.focus({ preventScroll: true })
            }}
          />
        </div>
        <div className={style.typed}>
          <KeyButton keyCap={words.reasonKey} label={words.reasonOwn} onPress={write} />
          <Field
            label={words.reasonOwn}
            value={reason}
            onChange={setReason}
            maxLength={200}
            error={asked === 'reason' && missing ? words.reasonNone : undefined}
          />
        </div>
        {children}
        <div className={style.foot}>
          <Button ref={act} type="submit" kind="primary" keyCap="Entrée">
            {confirm}
          </Button>
          <span role="status" className={lettering.wrong}>
            {asked !== null && problem}
          </span>
        </div>
      </form>
    </Panel>
  )
}
