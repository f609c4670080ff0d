import { useEffect, useRef, useState } from 'react'
import { visitEnds, type VisitEnd } from '../../shared/contract/visit/outcomes.ts'
import type { Recipient } from '../../shared/contract/partners/directory.ts'
import type { Fault } from '../../shared/contract/queue/tickets.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { fr } from '../../shared/messages/fr.ts'
import { calendarDate } from '../../shared/messages/format/numbers.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { useKeys } from '../ui/keys.ts'
import type { Current } from './acts.ts'
import { daysBetween } from '../ui/dates.ts'
import { dueDays } from './dueDays.ts'
import { ForwardPanel } from './ForwardPanel.tsx'
import { Panel } from './Panel.tsx'
import style from './Serving.module.css'

/** How a request ends; `last`: the whole visit with it. */
export type End = {
  readonly outcome: VisitEnd
  readonly last?: boolean
  readonly fault?: Fault
  /** Last day to produce what lacks: the acknowledgement asks it (CRPA L114-5). */
  readonly dueOn?: LocalDate
  /** The office to which the person is sent. */
  readonly to?: Recipient
  /** The refusal is then written on the file that this end opens. */
  readonly refuses?: true
}

/** The order of the keys 1 to 6: what happens most comes first. */
const order: readonly VisitEnd[] = [
  'filed',
  'incomplete',
  'information',
  'handedOver',
  'forwarded',
  'notServed',
]

/** Every end, in the order of its keys. */
export const offeredOutcomes = [...order, ...visitEnds.filter((outcome) => !order.includes(outcome))]

/**
 * How the request ends, what paper each end gives, and what the pieces suggest: Enter confirms it. Who was not
 * received has one more question, by whose doing; by the service's, the person can keep their rank. Who is sent
 * elsewhere has one too, where.
 */
export function OutcomePanel({
  current,
  proposed,
  on,
  onChoose,
  onKeepRank,
  onAssist,
  onRefuse,
  onLeave,
}: {
  readonly current: Current
  readonly proposed: VisitEnd
  /** Today, in the office's zone. */
  readonly on: LocalDate
  readonly onChoose: (end: End) => void
  readonly onKeepRank: () => void
  /** « Accompagnement en ligne » says first what was done, and where. */
  readonly onAssist: () => void
  /** « Refus écrit… »: on the request's file. */
  readonly onRefuse: () => void
  readonly onLeave: () => void
}) {
  const words = fr.counter
  const [last, setLast] = useState(false)
  const [asks, setAsks] = useState<'fault' | 'office' | null>(null)
  const [dueOn, setDueOn] = useState<LocalDate | null>(null)
  const after = current.ticket.requests.length - 1
  const ends = last && after > 0 ? { last } : {}
  if (asks === 'office')
    return (
      <ForwardPanel
        onEnd={(to) => onChoose({ outcome: 'forwarded', ...ends, ...(to === null ? {} : { to }) })}
        onLeave={() => setAsks(null)}
      />
    )
  if (asks === 'fault')
    return (
      <FaultPanel
        onChoose={(fault) => onChoose({ outcome: 'notServed', fault, ...ends })}
        onKeepRank={onKeepRank}
        onLeave={() => setAsks(null)}
      />
    )
  return (
    <Outcomes
      current={current}
      proposed={proposed}
      on={on}
      dueOn={dueOn}
      onDue={setDueOn}
      after={after}
      last={last}
      onLast={setLast}
      title={words.endTitle}
      onChoose={(outcome) => {
        if (outcome === 'notServed') setAsks('fault')
        else if (outcome === 'forwarded') setAsks('office')
        else if (outcome === 'assisted') onAssist()
        else onChoose({ outcome, ...ends, ...(dueOn === null ? {} : { dueOn }) })
      }}
      onRefuse={onRefuse}
      onLeave={onLeave}
    />
  )
}

function Outcomes({
  current,
  proposed,
  on,
  dueOn,
  onDue,
  after,
  last,
  title,
  onLast,
  onChoose,
  onRefuse,
  onLeave,
}: {
  readonly current: Current
  readonly proposed: VisitEnd
  readonly on: LocalDate
  readonly dueOn: LocalDate | null
  readonly onDue: (dueOn: LocalDate | null) => void
  /** Requests that this visit still has after this one. */
  readonly after: number
  readonly last: boolean
  readonly title: string
  readonly onLast: (last: boolean) => void
  readonly onChoose: (outcome: VisitEnd) => void
  readonly onRefuse: () => void
  readonly onLeave: () => void
}) {
  const words = fr.counter
  const lastKey = offeredOutcomes.length + 1
  const { assessment } = current
  const refuses = assessment?.collects === false
  useKeys({
    ...Object.fromEntries(offeredOutcomes.map((outcome, at) => [`Digit${at + 1}`, () => onChoose(outcome)])),
    [`Digit${lastKey}`]: after > 0 ? () => onLast(!last) : undefined,
    Digit9: refuses ? onRefuse : undefined,
  })
  const first = useRef<HTMLButtonElement>(null)
  // Enter confirms what is proposed.
  useEffect(() => {
    first.current?.focus()
  }, [])
  const papersOf = (outcome: VisitEnd) => {
    const end = current.ends.find((each) => each.outcome === outcome)
    const documents = end?.documents ?? []
    if (documents.length === 0) return words.issuesNone
    const issued = words.issues(documents.map((kind) => words.documents[kind].toLowerCase()).join(', '))
    return end?.acknowledgement === 'incomplete' ? `${issued} · ${papers.counter.incompleteShort}` : issued
  }
  // Something lacks: the paper says by when it is brought, on the day given here if another is not chosen.
  const due = current.ends.find((end) => end.dueOn !== undefined)
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
      {due?.dueOn !== undefined && (
        <DueDay on={on} usual={due.dueOn} notBefore={due.notBefore} dueOn={dueOn} onDue={onDue} />
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
      {refuses && (
        <div className={style.apart}>
          <Button keyCap="9" onPress={onRefuse}>
            {words.writtenRefusal}
            <small>
              {current.sheet.fileId === null ? words.writtenRefusalFiles : words.writtenRefusalHelp}
            </small>
          </Button>
        </div>
      )}
      {assessment?.collects === true && (
        <p className={style.apart}>{words.refusedElsewhere(assessment.decides)}</p>
      )}
    </Panel>
  )
}

/** Until when what lacks may be brought: the usual day unless another is chosen, never before the one that a text sets. */
const DueDay = ({
  on,
  usual,
  notBefore,
  dueOn,
  onDue,
}: {
  readonly on: LocalDate
  readonly usual: LocalDate
  readonly notBefore: LocalDate | undefined
  readonly dueOn: LocalDate | null
  readonly onDue: (dueOn: LocalDate | null) => void
}) => (
  <div role="group" aria-label={papers.counter.dueDay} className={style.dueDay}>
    <span aria-hidden>{papers.counter.dueDay}</span>
    {dueDays(on, usual, notBefore).map((day) => (
      <Button
        key={day}
        size="dense"
        selected={(dueOn ?? usual) === day}
        onPress={() => onDue(day === usual ? null : day)}
      >
        {papers.counter.inDays(daysBetween(on, day), calendarDate(day))}
      </Button>
    ))}
  </div>
)

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
