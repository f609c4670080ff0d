import { useRef } from 'react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import type { TicketId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { WaitingTicket } from '../../shared/contract/queue/rows.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { shortDuration, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { useOffice } from '../link/office.ts'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import { Row, Rows } from '../ui/Rows.tsx'
import type { CounterView } from './acts.ts'
import { motiveOf, ticketSays } from './names.ts'
import { PriorityWord } from './PriorityWord.tsx'
import style from './Queue.module.css'

type Props = {
  readonly tickets: readonly WaitingTicket[]
  readonly view: CounterView
  readonly office: Output<'office.view'> | undefined
  readonly now: number
}

/** Who waits, by arrival. While the counter is free a row can be chosen, by the mouse or L, the arrows and Enter. */
export function WaitingList({
  onChoose,
  ...props
}: Props & { readonly onChoose: ((ticketId: TicketId) => void) | null }) {
  const words = counterWords
  if (onChoose !== null && props.tickets.length > 0) return <ChosenList {...props} onChoose={onChoose} />
  return (
    <Rows label={words.whoWaits(props.view.total)} className={style.rows}>
      {props.tickets.map((ticket) => (
        <Row key={ticket.ticketId} className={style.row}>
          <Line ticket={ticket} {...props} />
        </Row>
      ))}
    </Rows>
  )
}

function ChosenList({ onChoose, ...props }: Props & { readonly onChoose: (ticketId: TicketId) => void }) {
  const words = counterWords.line
  const list = useRef<HTMLDivElement>(null)
  useKeys({ KeyL: () => list.current?.querySelector<HTMLElement>('[role="row"]')?.focus() })
  return (
    <GridList
      ref={list}
      aria-label={`${words.choose}. ${words.chooseHelp}`}
      className={classes(style.rows, style.choosable)}
      disallowTypeAhead
      selectionMode="none"
    >
      {props.tickets.map((ticket) => (
        <GridListItem
          key={ticket.ticketId}
          id={ticket.ticketId}
          textValue={words.callOf(ticket.number)}
          className={style.choice!}
          onAction={() => onChoose(ticket.ticketId)}
        >
          <div className={style.row}>
            <Line ticket={ticket} {...props} />
          </div>
        </GridListItem>
      ))}
    </GridList>
  )
}

function Line({ ticket, view, office, now }: Props & { readonly ticket: WaitingTicket }) {
  const words = counterWords.line
  const { zone } = useOffice()
  const { priority, pastTarget } = ticket
  const more = ticketSays(ticket, zone)
  return (
    <>
      <span className={style.number}>{ticketNumber(ticket.number)}</span>
      <span className={style.motive}>{motiveOf(ticket, view, office)}</span>
      <span className={classes(style.minutes, pastTarget && style.lateMinutes)}>
        {shortDuration(now - ticket.since)}
      </span>
      {pastTarget && <span className={style.late}>{words.pastTarget}</span>}
      {priority !== null && (
        <span className={style.more}>
          <PriorityWord priority={priority} />
        </span>
      )}
      {more.length > 0 && <span className={style.more}>{more.join(' · ')}</span>}
    </>
  )
}
