import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField } from 'react-aria-components/TextField'
import type { VisitEnd } from '../../shared/contract/queue/outcomes.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { keyboardHere } from '../link/shell.ts'
import type { CounterActs, Current } from '../counter/acts.ts'
import { checklistOf, countsOf, proposedOutcome } from '../counter/checklist.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import style from './Bar.module.css'
import { openCounter } from './openCounter.ts'

/** The ends by their keys on the bar: what happens most comes first. Who was not received is ended on the counter's page, which asks by whose doing. */
const usual: readonly VisitEnd[] = [
  'filed',
  'incomplete',
  'information',
  'handedOver',
  'forwarded',
  'assisted',
]

/**
 * What takes the place of the keys: its answers, then the key that leaves. Asked from another program by a shortcut,
 * its figures would be typed there: meanwhile the keyboard is the bar's.
 */
function Answers({
  label,
  onLeave,
  children,
}: {
  readonly label: string
  readonly onLeave: () => void
  readonly children: ReactNode
}) {
  useEffect(() => {
    keyboardHere?.(true)
    return () => keyboardHere?.(false)
  }, [])
  return (
    <span className={style.answers} role="group" aria-label={label}>
      {children}
      <Button kind="quiet" size="dense" keyCap="Échap" onPress={onLeave}>
        <span className={style.wideOnly}>{counterWords.close}</span>
      </Button>
    </span>
  )
}

/** Why the person goes and comes back, in one figure; an hour or other words are for the whole page. */
export function BarPark({
  current,
  acts,
  onLeave,
}: {
  readonly current: Current
  readonly acts: Pick<CounterActs, 'park'>
  readonly onLeave: () => void
}) {
  const words = counterWords.line
  const park = (reason: string) =>
    void acts.park({ ticketId: current.ticket.ticketId, reason, promisedAt: null })
  useKeys(Object.fromEntries(words.parkReasons.map((reason, at) => [`Digit${at + 1}`, () => park(reason)])))
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <Answers label={words.parkTitle(current.ticket.number)} onLeave={onLeave}>
      {words.parkReasons.map((reason, at) => (
        <Button
          key={reason}
          size="dense"
          keyCap={String(at + 1)}
          {...(at === 0 ? { ref: first } : {})}
          onPress={() => park(reason)}
        >
          {reason}
        </Button>
      ))}
    </Answers>
  )
}

/** How many ends a short bar has the room for. */
const inShort = 4

/** How the request ends: one figure, Enter for what the pieces suggest. « Non reçu » asks by whose doing: on the whole page. */
export function BarEnds({
  current,
  onClose,
  onHandOver,
  onLeave,
}: {
  readonly current: Current
  readonly onClose: (end: { readonly outcome: VisitEnd }) => void
  readonly onHandOver: () => void
  readonly onLeave: () => void
}) {
  const words = counterWords
  const counts = countsOf(checklistOf(current.sheet, current.assessment))
  const proposed = proposedOutcome(counts, current.assessment)
  // Each end keeps its key: without a piece that lacks, the second one ends nothing.
  const offered = usual.filter((outcome) => outcome !== 'incomplete' || counts.missing > 0)
  const key = (outcome: VisitEnd) => usual.indexOf(outcome) + 1
  // Who is sent elsewhere is told where to: the whole page has room to write it.
  const end = (outcome: VisitEnd) => {
    if (outcome === 'forwarded') openCounter()
    else if (outcome === 'handedOver') {
      onLeave()
      onHandOver()
    } else onClose({ outcome })
  }
  useKeys(Object.fromEntries(offered.map((outcome) => [`Digit${key(outcome)}`, () => end(outcome)])))
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <Answers label={words.endTitle} onLeave={onLeave}>
      {offered.map((outcome, at) => (
        <span key={outcome} className={at >= inShort ? style.wideOnly : undefined}>
          <Button
            size="dense"
            keyCap={String(key(outcome))}
            kind={outcome === proposed ? 'primary' : 'plain'}
            {...(outcome === proposed ? { ref: first } : {})}
            onPress={() => end(outcome)}
          >
            {words.line.shortOutcomes[outcome]}
          </Button>
        </span>
      ))}
      <Button size="dense" aria-label={words.line.moreEnds} onPress={openCounter}>
        …
      </Button>
    </Answers>
  )
}

/** The code printed on the ticket, where the office's rule asks for it. */
export function BarCode({
  current,
  acts,
  onLeave,
}: {
  readonly current: Current
  readonly acts: Pick<CounterActs, 'start'>
  readonly onLeave: () => void
}) {
  const words = counterWords.line
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <Answers label={words.askCode} onLeave={onLeave}>
      <form
        className={style.code}
        onSubmit={(event) => {
          event.preventDefault()
          void acts
            .start({ ticketId: current.ticket.ticketId, code: code.trim() })
            .then((result) => setWrong('error' in result))
        }}
      >
        <TextField
          aria-label={words.askCode}
          value={code}
          onChange={(typed) => {
            setCode(typed)
            setWrong(false)
          }}
          maxLength={20}
          autoComplete="off"
          isInvalid={wrong}
        >
          <Input ref={field} className={style.input!} placeholder={words.askCodeShort} />
        </TextField>
        <Button type="submit" kind="primary" size="dense" keyCap="Entrée">
          {wrong ? words.codeAgain : counterWords.keys.here}
        </Button>
      </form>
    </Answers>
  )
}
