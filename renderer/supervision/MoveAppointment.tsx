import { useState } from 'react'
import type { Slot } from '../../shared/contract/appointments/calls.ts'
import type { Instant } from '../../shared/contract/ids.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { date, hour } from '../../shared/messages/format/numbers.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import style from './Supervision.module.css'

const words = supervision.appointments

/** Another hour for an appointment, among those that its service still has; nothing where it has none. */
export function MoveAppointment({
  name,
  slots,
  zone,
  onMove,
}: {
  /** The act's whole name for a screen reader. */
  readonly name: string
  readonly slots: readonly Slot[]
  readonly zone: string
  readonly onMove: (to: Instant) => void
}) {
  const [to, setTo] = useState<string | null>(null)
  const [first] = slots
  if (!first) return null
  if (to === null)
    return (
      <Button kind="quiet" size="dense" aria-label={name} onPress={() => setTo(String(first.startsAt))}>
        {words.move}
      </Button>
    )
  // The hour chosen may be given to somebody else meanwhile.
  const chosen = slots.find(({ startsAt }) => String(startsAt) === to) ?? first
  return (
    <span className={style.move}>
      <Select
        label={name}
        hidden
        value={String(chosen.startsAt)}
        options={slots.map(({ startsAt }) => ({
          value: String(startsAt),
          title: `${date(startsAt, zone)}, ${hour(startsAt, zone)}`,
        }))}
        onChange={setTo}
      />
      <Button
        size="dense"
        onPress={() => {
          setTo(null)
          onMove(chosen.startsAt)
        }}
      >
        {words.moveTo}
      </Button>
      <Button kind="quiet" size="dense" onPress={() => setTo(null)}>
        {words.moveNot}
      </Button>
    </span>
  )
}
