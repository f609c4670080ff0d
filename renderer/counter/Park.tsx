import { useState } from 'react'
import type { Instant } from '../../shared/contract/ids.ts'
import { fr } from '../../shared/messages/fr.ts'
import type { CounterActs, Current } from './acts.ts'
import { HourChips } from './HourChips.tsx'
import { ReasonPanel } from './Panel.tsx'

/** The person goes and comes back: why, and when they said. */
export function Park({
  current,
  now,
  zone,
  acts,
  onLeave,
}: {
  readonly current: Current
  readonly now: number
  readonly zone: string
  readonly acts: Pick<CounterActs, 'park'>
  readonly onLeave: () => void
}) {
  const words = fr.counter.line
  const { ticket } = current
  const [promisedAt, setPromisedAt] = useState<Instant | null>(null)
  return (
    <ReasonPanel
      title={words.parkTitle(ticket.number)}
      help={words.parkHelp}
      reasons={words.parkReasons}
      confirm={words.confirm.park}
      onConfirm={(reason) =>
        void acts.park(ticket.ticketId, reason, promisedAt).then((result) => {
          if ('output' in result) onLeave()
        })
      }
      onLeave={onLeave}
    >
      <HourChips label={words.promise} now={now} zone={zone} chosen={promisedAt} onChoose={setPromisedAt} />
    </ReasonPanel>
  )
}
