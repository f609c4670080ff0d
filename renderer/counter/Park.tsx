import { useState } from 'react'
import type { Instant } from '../../shared/contract/ids.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import type { CounterActs, Current, Patch } from './acts.ts'
import { HourChips } from './HourChips.tsx'
import { ReasonPanel } from './Panel.tsx'

/** The person goes and comes back: why, and when they said. */
export function Park({
  current,
  now,
  zone,
  acts,
  patch,
  onLeave,
}: {
  readonly current: Current
  readonly now: number
  readonly zone: string
  readonly acts: Pick<CounterActs, 'park'>
  readonly patch: Patch
  readonly onLeave: () => void
}) {
  const words = counterWords.line
  const { ticket, assessment } = current
  const [promisedAt, setPromisedAt] = useState<Instant | null>(null)
  // A form handed out to be filled is a reason to go and come back, and its number stays on the sheet.
  const forms = new Map(
    (assessment?.forms ?? []).map(({ cerfa, title }) => [counterWords.who.formReason(cerfa, title), cerfa]),
  )
  const park = async (reason: string) => {
    const cerfa = forms.get(reason)
    const handed = current.sheet.forms
    if (cerfa !== undefined && !handed.includes(cerfa)) await patch({ forms: [...handed, cerfa] })
    const result = await acts.park({ ticketId: ticket.ticketId, reason, promisedAt })
    if ('output' in result) onLeave()
  }
  return (
    <ReasonPanel
      title={words.parkTitle(ticket.number)}
      help={words.parkHelp}
      reasons={[...words.parkReasons, ...forms.keys()]}
      confirm={words.confirm.park}
      onConfirm={(reason) => void park(reason)}
      onLeave={onLeave}
    >
      <HourChips label={words.promise} now={now} zone={zone} chosen={promisedAt} onChoose={setPromisedAt} />
    </ReasonPanel>
  )
}
