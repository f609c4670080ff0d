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
  // `back`: the question was asked and answered no, so that the focus comes back where it was.
  const [step, setStep] = useState<'idle' | 'asking' | 'back'>('idle')
  const number = ticketNumber(ticket.number)
  if (step !== 'asking')
    return (
      <Button
        kind="quiet"
        size="dense"
        autoFocus={step === 'back'}
        aria-label={words.noteFor(number)}
        onPress={() => setStep('asking')}
      >
        {short ? words.short : words.note}
      </Button>
    )
  return (
    <span className={style.asking}>
      <Button
        size="dense"
        autoFocus
        onPress={({ target }) => {
          focusBeside(target)
          setStep('idle')
          onLeave(ticket.ticketId)
        }}
      >
        {words.confirm(number)}
      </Button>
      <Button kind="quiet" size="dense" onPress={() => setStep('back')}>
        {words.cancel}
      </Button>
    </span>
  )
}

/** The row goes away with its buttons: the focus goes to the next one's, or to what the person was found by. */
function focusBeside(button: Element): void {
  const row = button.closest('li, tr')
  const beside = row?.nextElementSibling ?? row?.previousElementSibling
  const next = row ? beside?.querySelector('button') : button.closest('section')?.querySelector('input')
  next?.focus()
}
