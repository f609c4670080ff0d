import { useState } from 'react'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import type { OneAct } from './Acts.tsx'
import type { Act } from '../link/hooks.ts'
import type { Present } from './names.ts'
import { Reasoned } from './Reasoned.tsx'

const words = supervision.counters

type Counter = Present['counters'][number]

/** Closes what its agent left open: the form says what becomes of whoever is there, and falls on nobody else. */
export function closingCounter(counter: Counter, act: Act): OneAct {
  return {
    label: words.close,
    name: words.closeFor(counter.name.fr),
    form: (close) => <ClosingForm key={counter.counterId} counter={counter} act={act} close={close} />,
  }
}

/** The page is drawn again at each change: the agent and the ticket sent are those that the form showed as it opened. */
function ClosingForm({
  counter,
  act,
  close,
}: {
  readonly counter: Counter
  readonly act: Act
  readonly close: () => void
}) {
  const [{ counterId, name, state, ticket, heldBy }] = useState(counter)
  return (
    <Reasoned
      label={words.closeReason}
      chips={words.closeChips}
      act={words.closeAct}
      onCancel={close}
      onSend={(reason) => {
        close()
        void act('counter.close', {
          counterId,
          reason,
          ticketId: ticket?.ticketId ?? null,
          ...(heldBy === undefined ? {} : { agentId: heldBy }),
        })
      }}
    >
      <p>
        {ticket === null
          ? words.closeHelp(name.fr)
          : words.closeFrees(name.fr, ticketNumber(ticket.number), state === 'serving')}
      </p>
    </Reasoned>
  )
}
