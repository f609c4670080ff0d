import type { WaitingTicket } from '../../shared/contract/queue/rows.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import type { CounterActs } from './acts.ts'
import { ReasonPanel } from './Panel.tsx'

/** Someone else than the next: only with a reason, which is kept. */
export const OutOfOrder = ({
  ticket,
  acts,
  onLeave,
}: {
  readonly ticket: WaitingTicket
  readonly acts: Pick<CounterActs, 'callOutOfOrder'>
  readonly onLeave: () => void
}) => {
  const words = counterWords.line
  return (
    <ReasonPanel
      title={words.outOfOrder(ticket.number)}
      help={words.outOfOrderHelp}
      reasons={words.outOfOrderReasons}
      confirm={counterWords.callNumber(ticketNumber(ticket.number))}
      onConfirm={(reason) =>
        void acts.callOutOfOrder({ ticketId: ticket.ticketId, reason }).then((result) => {
          if ('output' in result) onLeave()
        })
      }
      onLeave={onLeave}
    />
  )
}
