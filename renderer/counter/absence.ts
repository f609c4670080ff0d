import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import type { Current } from './acts.ts'

/**
 * Why « Absent » can't be said yet, in a few words; null once it can. The office's rule wants so many calls, and so
 * long since the last one.
 * @param now milliseconds, the office's clock
 */
export function absenceBar({ absence }: Pick<Current, 'absence'>, now: number): string | null {
  const words = counterWords.line
  if (absence.callsLeft > 0) return words.absentCalls(absence.callsLeft)
  const seconds = Math.ceil((absence.from - now) / 1000)
  return seconds > 0 ? words.absentIn(seconds) : null
}
