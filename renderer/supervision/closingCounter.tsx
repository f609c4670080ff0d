import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import type { OneAct } from './Acts.tsx'
import type { Act } from '../link/hooks.ts'
import type { Present } from './names.ts'
import { Reasoned } from './Reasoned.tsx'

const words = supervision.counters

/** Closes what its agent left open: the form says what becomes of whoever is there, and falls on nobody else. */
export function closingCounter(
  { counterId, name, state, ticket, heldBy }: Present['counters'][number],
  act: Act,
): OneAct {
  return {
    label: words.close,
    name: words.closeFor(name.fr),
    form: (close) => (
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
    ),
  }
}
