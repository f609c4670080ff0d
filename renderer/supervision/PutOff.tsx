import { useState } from 'react'
import type { Instant } from '../../shared/contract/ids.ts'
import { dateIn, instantOf } from '../../shared/domain/core/calendar/instants.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { minutesTyped } from '../ui/spans.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useEscape } from '../ui/escape.ts'
import style from './Supervision.module.css'

const words = supervision.decide
/** Ready delays, in minutes. */
const delays = [10, 20, 30, 60]

/** Another hour of return, by a delay from now or as it is typed. */
export function PutOff({
  now,
  zone,
  onPutOff,
  onCancel,
}: {
  readonly now: number
  readonly zone: string
  readonly onPutOff: (at: Instant) => void
  readonly onCancel: () => void
}) {
  const [typed, setTyped] = useState('')
  const form = useEscape<HTMLFormElement>(onCancel)
  const minutes = minutesTyped(typed)
  const at = minutes === null ? null : instantOf(zone, dateIn(zone, now as Instant), minutes)
  const good = at !== null && at > now
  return (
    <form
      ref={form}
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (good) onPutOff(at)
      }}
    >
      <Acts>
        {delays.map((delay, place) => (
          <Button
            key={delay}
            size="dense"
            autoFocus={place === 0}
            onPress={() => onPutOff((now + delay * 60_000) as Instant)}
          >
            {words.putOffIn(delay)}
          </Button>
        ))}
      </Acts>
      <Field label={words.putOffTo} value={typed} onChange={setTyped} maxLength={8} />
      <div className={style.row}>
        <Button type="submit" kind="primary" isDisabled={!good}>
          {words.putOffAct}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
