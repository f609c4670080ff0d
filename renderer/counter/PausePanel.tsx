import { useState } from 'react'
import { PauseKind } from '../../shared/contract/queue/counters.ts'
import type { Instant } from '../../shared/contract/ids.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import type { CounterActs } from './acts.ts'
import { HourChips } from './HourChips.tsx'
import { ReasonPanel } from './Panel.tsx'

/** Nobody is called here for a while: why, and until when if it is known. */
export function PausePanel({
  now,
  zone,
  acts,
  onLeave,
}: {
  readonly now: number
  readonly zone: string
  readonly acts: Pick<CounterActs, 'pause'>
  readonly onLeave: () => void
}) {
  const words = counterWords.line
  const [until, setUntil] = useState<Instant | null>(null)
  const ready = PauseKind.options.filter((kind) => kind !== 'other')
  return (
    <ReasonPanel
      title={words.pauseTitle}
      help={words.pauseHelp}
      label={words.pauseKind}
      reasons={ready.map((kind) => words.pauses[kind])}
      confirm={words.confirm.pause}
      onConfirm={(reason) => {
        // One's own words are another reason than those of the list.
        const kind = ready.find((each) => words.pauses[each] === reason) ?? 'other'
        void acts.pause({ kind, reason, until }).then((result) => {
          if ('output' in result) onLeave()
        })
      }}
      onLeave={onLeave}
    >
      <HourChips label={words.pauseUntil} now={now} zone={zone} chosen={until} onChoose={setUntil} />
    </ReasonPanel>
  )
}
