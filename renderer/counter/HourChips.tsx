import { useState } from 'react'
import type { Instant } from '../../shared/contract/ids.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { Chips } from './Chips.tsx'

/** From now, in minutes; null is « without an hour ». */
const offered = [10, 15, 30, 60, null] as const

/** An hour of return: so many minutes from when the question was asked, to the whole minute. */
export function HourChips({
  label,
  now,
  zone,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly now: number
  readonly zone: string
  readonly chosen: Instant | null
  readonly onChoose: (at: Instant | null) => void
}) {
  const words = counterWords.line
  // What was read on the key is what is promised, however long the person hesitates.
  const [asked] = useState(() => Math.ceil(now / 60_000) * 60_000)
  return (
    <Chips
      label={label}
      keys="letters"
      choices={offered.map((minutes) => {
        const at = minutes === null ? null : ((asked + minutes * 60_000) as Instant)
        return {
          id: String(minutes),
          value: at,
          title:
            minutes === null || at === null ? words.promiseNone : words.inMinutes(minutes, hour(at, zone)),
        }
      })}
      isChosen={(at) => at === chosen}
      onChoose={onChoose}
    />
  )
}
