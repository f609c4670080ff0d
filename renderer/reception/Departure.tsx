import { useState } from 'react'
import type { TicketId } from '../../shared/contract/ids.ts'
import { ticketNumber } from '../../shared/messages/numbers.ts'
import { pages } from '../../shared/messages/pages.fr.ts'
import { Button } from '../ui/Button.tsx'
import style from './Departure.module.css'

const words = pages.departure

/** Notes that someone who waits has gone: asked twice in place, since a place in the queue is not given back. */
export function Departure({
  ticket,
  short = false,
  onLeave,
}: {
  readonly ticket: { readonly ticketId: TicketId; readonly number: string }
  /** In a narrow list. */
  readonly short?: boolean
  readonly onLeave: (ticketId: TicketId) => void
}) {
  const [asking, setAsking] = useState(false)
  const number = ticketNumber(ticket.number)
  if (!asking)
    return (
      <Button kind="quiet" size="dense" aria-label={words.noteFor(number)} onPress={() => setAsking(true)}>
        {short ? words.short : words.note}
      </Button>
    )
  return (
    <span className={style.asking}>
      <Button
        size="dense"
        autoFocus
        onPress={() => {
          setAsking(false)
          onLeave(ticket.ticketId)
        }}
      >
        {words.confirm(number)}
      </Button>
      <Button kind="quiet" size="dense" onPress={() => setAsking(false)}>
        {words.cancel}
      </Button>
    </span>
  )
}
