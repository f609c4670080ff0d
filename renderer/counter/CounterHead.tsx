import { Circle, CircleCheck, CircleDashed, CirclePause, Megaphone } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { help } from '../../shared/messages/help/help.fr.ts'
import { hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { Header } from '../people/Header.tsx'
import { useSignedIn } from '../people/presence.ts'
import { useOffice } from '../link/office.ts'
import { narrow, useMedia } from '../ui/media.ts'
import { Status, type Tone } from '../ui/Status.tsx'
import type { CounterActs, CounterView } from './acts.ts'
import style from './Counter.module.css'
import { interruptIcons, Interruptions } from './Interruptions.tsx'

const looks: Readonly<Record<CounterView['state'], { readonly tone: Tone; readonly icon: ReactNode }>> = {
  noCounter: { tone: 'quiet', icon: <CircleDashed aria-hidden size={20} /> },
  free: { tone: 'accent', icon: <Circle aria-hidden size={20} /> },
  calling: { tone: 'accent', icon: <Megaphone aria-hidden size={20} /> },
  serving: { tone: 'done', icon: <CircleCheck aria-hidden size={20} /> },
  paused: { tone: 'attention', icon: <CirclePause aria-hidden size={20} /> },
}

/** The head of the counter: which one, its state, who holds it; enlarged, who waits, since the queue is not drawn there. */
export function CounterHead({
  view,
  office,
  title,
  stateText,
  acts,
}: {
  readonly view: CounterView
  readonly office: Output<'office.view'> | undefined
  readonly title: string
  readonly stateText: string
  readonly acts: Pick<CounterActs, 'interrupt'>
}) {
  const words = counterWords
  const { zone } = useOffice()
  const enlarged = useMedia(narrow)
  const { state, interrupted, next } = view
  const signedIn = useSignedIn()
  // Above the page of who signed in, their name stands already.
  const me = signedIn ? undefined : office?.me?.name
  const detail = !enlarged
    ? me && `${me.firstName} ${me.familyName}`
    : state === 'serving'
      ? words.waitLine(
          view.total,
          next === null ? null : ticketNumber(next.ticket.number),
          next !== null && next.ticket.priority !== null,
        )
      : undefined
  return (
    <Header
      title={title}
      help={help.counter}
      state={
        interrupted ? (
          <Status tone="attention" icon={interruptIcons[interrupted.kind]}>
            {words.line.interruptedBy(
              words.line.interruptions[interrupted.kind],
              hour(interrupted.since, zone),
            )}
          </Status>
        ) : (
          <Status tone={looks[state].tone} icon={looks[state].icon}>
            {stateText}
          </Status>
        )
      }
      detail={detail}
      aside={
        <>
          {state !== 'noCounter' && (
            <Interruptions
              interrupted={interrupted}
              acts={acts}
              // While someone is received they are in « Actions », and end where they are seen.
              shown={state !== 'serving' || interrupted !== null}
            />
          )}
          {view.lastTickets && (
            <>
              <b className={style.lastTickets}>{words.line.lastTickets}</b>
              {' · '}
            </>
          )}
          {view.closesAt !== null && !enlarged && appWords.closesAt(hour(view.closesAt, zone))}
        </>
      }
    />
  )
}
