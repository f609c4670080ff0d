import { useEffect, useRef, useState } from 'react'
import { outcomes, type Outcome } from '../../shared/contract/documents.ts'
import type { Fault } from '../../shared/contract/tickets.ts'
import { fr } from '../../shared/messages/fr.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { useKeys } from '../ui/keys.ts'
import type { Current } from './acts.ts'
import { Panel } from './Panel.tsx'
import style from './Serving.module.css'

/** How a request ends; `last`: the whole visit with it. */
export type End = { readonly outcome: Outcome; readonly last?: boolean; readonly fault?: Fault }

/** The order of the keys 1 to 7: what happens most comes first. */
const order: readonly Outcome[] = [
  'filed',
  'incomplete',
  'information',
  'handedOver',
  'forwarded',
  'refused',
  'notServed',
]

/** Every end, in the order of its keys. */
export const offeredOutcomes = [...order, ...outcomes.filter((outcome) => !order.includes(outcome))]

/**
 * How the request ends, what paper each end gives, and what the pieces suggest: Enter confirms it. Who was not
 * received has one more question, by whose doing; by the service's, the person can keep their rank.
 */
export function OutcomePanel({
  current,
  proposed,
  onChoose,
  onKeepRank,
  onAssist,
  onLeave,
}: {
  readonly current: Current
  readonly proposed: Outcome
  readonly onChoose: (end: End) => void
  readonly onKeepRank: () => void
  /** « Accompagnement en ligne » says first what was done, and where. */
  readonly onAssist: () => void
  readonly onLeave: () => void
}) {
  const words = fr.counter
  const [last, setLast] = useState(false)
  const [asksFault, setAsksFault] = useState(false)
  const after = current.ticket.requests.length - 1
  const ends = last && after > 0 ? { last } : {}
  if (asksFault)
    return (
      <FaultPanel
        onChoose={(fault) => onChoose({ outcome: 'notServed', fault, ...ends })}
        onKeepRank={onKeepRank}
        onLeave={() => setAsksFault(false)}
      />
    )
  return (
    <Outcomes
      current={current}
      proposed={proposed}
      after={after}
      last={last}
      onLast={setLast}
      title={words.endTitle}
      onChoose={(outcome) => {
        if (outcome === 'notServed') setAsksFault(true)
        else if (outcome === 'assisted') onAssist()
        else onChoose({ outcome, ...ends })
      }}
      onLeave={onLeave}
    />
  )
}

function Outcomes({
  current,
  proposed,
  after,
  last,
  title,
  onLast,
  onChoose,
  onLeave,
}: {
  readonly current: Current
  readonly proposed: Outcome
  /** Requests that this visit still has after this one. */
  readonly after: number
  readonly last: boolean
  readonly title: string
  readonly onLast: (last: boolean) => void
  readonly onChoose: (outcome: Outcome) => void
  readonly onLeave: () => void
}) {
  const words = fr.counter
  const lastKey = offeredOutcomes.length + 1
  useKeys({
    ...Object.fromEntries(offeredOutcomes.map((outcome, at) => [`Digit${at + 1}`, () => onChoose(outcome)])),
    [`Digit${lastKey}`]: after > 0 ? () => onLast(!last) : undefined,
  })
  const first = useRef<HTMLButtonElement>(null)
  // Enter confirms what is proposed.
  useEffect(() => {
    first.current?.focus()
  }, [])
  const papersOf = (outcome: Outcome) => {
    const documents = current.ends.find((end) => end.outcome === outcome)?.documents ?? []
    return documents.length === 0
      ? words.issuesNone
      : words.issues(documents.map((kind) => words.documents[kind].toLowerCase()).join(', '))
  }
  return (
    <Panel title={title} help={after > 0 ? words.line.endsOne(after) : words.endHelp} onLeave={onLeave}>
      {after > 0 && (
        <div className={style.last}>
          <Checkbox isSelected={last} onChange={onLast} keyCap={String(lastKey)}>
            {words.line.endAll}
            {last && ` : ${words.line.endAllHelp(after)}`}
          </Checkbox>
        </div>
      )}
      <ul className={style.choices} role="list">
        {offeredOutcomes.map((outcome, at) => (
          <li key={outcome}>
            <Button
              keyCap={String(at + 1)}
              kind={outcome === proposed ? 'primary' : 'plain'}
              {...(outcome === proposed ? { ref: first } : {})}
              onPress={() => onChoose(outcome)}
            >
              {words.outcomes[outcome]}
              <small>
                {outcome === proposed && `${words.proposed} · `}
                {papersOf(outcome)}
              </small>
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** By whose doing the person was not received; the service's own doing does not cost them their rank. */
function FaultPanel({
  onChoose,
  onKeepRank,
  onLeave,
}: {
  readonly onChoose: (fault: Fault) => void
  readonly onKeepRank: () => void
  readonly onLeave: () => void
}) {
  const words = fr.counter.line
  const offered = [
    { title: words.keepRank, act: onKeepRank },
    ...(['service', 'person', 'thirdParty'] as const).map((fault) => ({
      title: words.faultEnds(fault),
      act: () => onChoose(fault),
    })),
  ]
  useKeys(Object.fromEntries(offered.map(({ act }, at) => [`Digit${at + 1}`, act])))
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    first.current?.focus()
  }, [])
  return (
    <Panel title={words.faultTitle} help={words.faultHelp} onLeave={onLeave}>
      <ul className={style.choices} role="list">
        {offered.map(({ title, act }, at) => (
          <li key={title}>
            <Button keyCap={String(at + 1)} {...(at === 0 ? { ref: first } : {})} onPress={act}>
              {title}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
