import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { say } from '../link/notices.ts'
import { useWedge } from '../identity/useWedge.ts'
import type { CounterActs, Current } from './acts.ts'

/**
 * While someone is called: the code of their mobility card, read by a scanner, is the proof of the priority that the
 * kiosk was told. It bears no name, and none is noted (CASF L241-3).
 */
export function useCardRead(
  { ticket }: Current,
  acts: Pick<CounterActs, 'readScan' | 'setPriority' | 'checkNumber'>,
): void {
  const words = counterWords.who
  useWedge(({ kind, text }) => {
    // Who is called early shows the paper of their request: its number is on the sheet when they sit down.
    if (kind === 'preApplication') return void acts.checkNumber({ number: text, ticketId: ticket.ticketId })
    void acts.readScan({ text }).then((result) => {
      if ('error' in result) return
      const scanned = result.output
      const claimed = ticket.ground
      const proves = scanned.kind === '2ddoc' && scanned.proves === 'priority'
      const wanted =
        claimed?.proof === 'toShow' && claimed.ground.proofs.some(({ proof }) => proof === 'card2dDoc')
      if (proves && wanted)
        void acts.setPriority({
          ticketId: ticket.ticketId,
          priority: {
            groundId: claimed.ground.groundId,
            proof: 'card2dDoc',
            ...(claimed.companion ? { companion: true } : {}),
          },
        })
      else if (proves) say(words.cardGood, 'done')
      else say(scanned.kind === '2ddoc' ? scanned.sentence : words.readLater)
    })
  })
}
