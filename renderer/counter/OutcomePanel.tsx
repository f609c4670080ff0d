import { useEffect, useRef, useState } from 'react'
import type { HandedProof } from '../../shared/contract/documents/kinds.ts'
import type { VisitEnd } from '../../shared/contract/queue/outcomes.ts'
import type { Recipient } from '../../shared/contract/office/recipient.ts'
import type { Fault } from '../../shared/contract/queue/reasons.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { onRequestOf } from '../../shared/contract/onRequest.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { endWords } from '../../shared/messages/visit/ends.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { Form } from '../ui/Form.tsx'
import { useKeys } from '../ui/keys.ts'
import { dateMissing } from '../ui/ActForm.tsx'
import { focusUnreadDay, UnreadDaysContext, useUnreadDays } from '../ui/unreadDays.ts'
import lettering from '../ui/Lettering.module.css'
import type { Current } from './acts.ts'
import { countsOf, proposedOutcome, type Checklist, type Counts } from './checklist.ts'
import { EndChips } from './EndChips.tsx'
import { dayToSend, EndDetail } from './EndDetail.tsx'
import { offeredEnds, type EndChoice } from './ends.ts'
import { ForwardPanel } from './ForwardPanel.tsx'
import { Panel } from './Panel.tsx'
import style from './Ends.module.css'
import choices from './Serving.module.css'

/** How a request ends; `last`: the whole visit with it. */
export type End = {
  readonly outcome: VisitEnd
  readonly last?: boolean
  readonly fault?: Fault
  /** Last day to produce what lacks: the acknowledgement asks it (CRPA L114-5). */
  readonly dueOn?: LocalDate
  /** The office to which the person is sent. */
  readonly to?: Recipient
  /** How the handing over of a title is proved. */
  readonly proof?: HandedProof
  /** Who takes it, by name, where its holder does not. */
  readonly receiver?: string
  /** The refusal is then written on the file that this end opens. */
  readonly refuses?: true
}

/**
 * How the request ends: it opens on the end that the list implies, says what lacks, until when, what is printed and where
 * the file goes. 1 to 4 choose another end, Tab goes to the date; Enter, or F9 again, ends. Who was not received has one more
 * question, by whose doing; by the service's, the person can keep their rank. Who is sent elsewhere has one too, where.
 */
export function OutcomePanel({
  current,
  checklist,
  on,
  onChoose,
  onKeepRank,
  onAssist,
  onRefuse,
  onLeave,
}: {
  readonly current: Current
  readonly checklist: Checklist
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
  const counts = countsOf(checklist)
  const offered = offeredEnds(current.assessment, counts.missing)
  const [chosen, setChosen] = useState<EndChoice>(proposedOutcome(counts, current.assessment))
  const [page, setPage] = useState<'first' | 'others' | 'fault' | 'office'>('first')
  const [last, setLast] = useState(false)
  const [dueOn, setDueOn] = useState<LocalDate | null>()
  const [refused, setRefused] = useState<string | null>(null)
  const unread = useUnreadDays()
  const after = current.ticket.requests.length - 1
  const ends = last && after > 0 ? { last } : {}
  const due = current.ends.find(({ outcome }) => outcome === chosen)
  // Behind « Autre… », what was chosen before it shows no more: nothing ends by it.
  const undecided = page === 'others' && (chosen === 'refusal' || !offered.others.includes(chosen))
  const heading = undecided ? endWords.others : endWords.heading(titleOf(chosen, counts))
  const confirm = () => {
    if (undecided) return
    const day = dayToSend(due?.dueOn, dueOn, unread.size > 0)
    setRefused(day === 'unread' ? dateMissing : null)
    if (day === 'unread') return focusUnreadDay(unread)
    if (chosen === 'refusal') onRefuse()
    else if (chosen === 'notServed') setPage('fault')
    else if (chosen === 'forwarded') setPage('office')
    else if (chosen === 'assisted') onAssist()
    else onChoose({ outcome: chosen, ...ends, ...(day === undefined ? {} : { dueOn: day }) })
  }
  const asked = page === 'fault' || page === 'office'
  const choose = (end: EndChoice) => {
    setChosen(end)
    setRefused(null)
    setPage('first')
  }
  const place = useRef<HTMLFormElement>(null)
  // Opened by its key on an enlarged page, or grown by another choice, it may be out of sight.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen, page])
  const row = page === 'others' ? offered.others : offered.first
  useKeys(
    asked
      ? {}
      : {
          ...Object.fromEntries(row.map((end, at) => [`Digit${at + 1}`, () => choose(end)])),
          ...(page === 'others'
            ? {}
            : {
                [`Digit${offered.first.length + 1}`]: () => setPage('others'),
                Digit4: offered.refuses ? () => choose('refusal') : () => setPage('others'),
                Digit5: after > 0 ? () => setLast(!last) : undefined,
              }),
        },
  )
  useKeys({ F9: asked ? undefined : confirm }, { whileTyping: true })
  if (page === 'office')
    return (
      <ForwardPanel
        on={onRequestOf(current)}
        withFile={current.sheet.fileId !== null}
        onEnd={(to) => onChoose({ outcome: 'forwarded', ...ends, ...(to === null ? {} : { to }) })}
        onLeave={() => setPage('first')}
      />
    )
  if (page === 'fault')
    return (
      <FaultPanel
        onChoose={(fault) => onChoose({ outcome: 'notServed', fault, ...ends })}
        onKeepRank={onKeepRank}
        onLeave={() => setPage('first')}
      />
    )
  return (
    <Form ref={place} className={style.panel} aria-label={heading} onSend={confirm}>
      <div className={style.head}>
        <h3 className={style.title}>{heading}</h3>
        <Button kind="quiet" size="dense" keyCap="Échap" onPress={onLeave}>
          {endWords.back}
        </Button>
      </div>
      <EndChips
        offered={offered}
        others={page === 'others'}
        chosen={chosen}
        counts={counts}
        onChoose={choose}
        onOthers={() => setPage('others')}
        onConfirm={confirm}
      />
      {after > 0 && (
        <div className={style.last}>
          <Checkbox isSelected={last} onChange={setLast} keyCap="5">
            {counterWords.line.endAll}
            {last && ` : ${counterWords.line.endAllHelp(after)}`}
          </Checkbox>
          {!last && <span className={style.small}>{counterWords.line.endsOne(after)}</span>}
        </div>
      )}
      {!undecided && (
        <UnreadDaysContext value={unread}>
          <EndDetail
            current={current}
            checklist={checklist}
            chosen={chosen}
            on={on}
            dueOn={dueOn}
            onDue={setDueOn}
          />
        </UnreadDaysContext>
      )}
      {/* Always there, so that a screen reader hears what comes into it. */}
      <p role="alert" className={lettering.wrong}>
        {refused}
      </p>
    </Form>
  )
}

/** The title of an end, as the panel's own. */
const titleOf = (chosen: EndChoice, { presented, missing }: Counts): string => {
  if (chosen === 'refusal') return endWords.refusalTitle
  return chosen === 'information' && presented + missing > 0
    ? endWords.leavesWithoutTitle
    : endWords.titles[chosen]
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
  const words = counterWords.line
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
      <ul className={choices.choices} role="list">
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
