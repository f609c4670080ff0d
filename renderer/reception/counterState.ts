import type { Output } from '../../shared/contract/index.ts'
import { ticketNumber } from '../../shared/messages/numbers.ts'
import { pages } from '../../shared/messages/pages.fr.ts'

type Counter = Output<'queue.view'>['counters'][number]

/** What a counter does, by number: « Reçoit A 42 ». Never who holds it. */
export function counterState({ state, ticket }: Pick<Counter, 'state' | 'ticket'>): string {
  const words = pages.queue.counterState
  const number = ticket ? ticketNumber(ticket.number) : ''
  switch (state) {
    case 'calling':
      return words.calling(number)
    case 'serving':
      return words.serving(number)
    default:
      return words[state]
  }
}
