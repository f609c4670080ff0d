import { DoorClosed } from 'lucide-react'
import { create } from 'zustand'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { DayFigures } from '../../shared/contract/history/calls.ts'
import { dayEndedWords as words } from '../../shared/messages/history/supervision.fr.ts'
import { Button } from '../ui/Button.tsx'
import { useInView } from '../ui/inView.ts'
import { useStartingFocus } from '../ui/startingFocus.ts'
import lettering from '../ui/Lettering.module.css'
import { eachMinute, useRead } from '../link/hooks.ts'
import style from './Supervision.module.css'

/** The day that was closed at this page; null once it was read, or before. */
export const useDayEnded = create<{ readonly date: LocalDate | null }>(() => ({ date: null }))

/** Says of this day what became of everyone, until someone has read it. */
export const dayHasEnded = (date: LocalDate): void => useDayEnded.setState({ date })

/** The totals of the day just closed, as « Historique » has them; they stay until they are dismissed. */
export function DayEnded() {
  const { date } = useDayEnded()
  return date && <Ended date={date} />
}

/** The button that closed the day was far below: what became of everyone comes before the eye. */
function Ended({ date }: { readonly date: LocalDate }) {
  const place = useInView<HTMLElement>()
  const act = useStartingFocus()
  const { shown: day, wrong } = useRead('history.day', { date }, eachMinute)
  // A host of the version before does not give the whole day.
  const totals = day && (day.whole ?? totalsOf(day.services))
  return (
    <section ref={place} aria-label={words.title(date)} className={style.across}>
      <DoorClosed aria-hidden size={24} />
      <h2 className={lettering.strong}>{words.title(date)}</h2>
      <p role="status" className={lettering.small}>
        {wrong !== null ? wrong : totals ? `${said(totals)}. ${words.more}` : words.reading}
      </p>
      <span className={style.end}>
        <Button ref={act} onPress={() => useDayEnded.setState({ date: null })}>
          {words.dismiss}
        </Button>
      </span>
    </section>
  )
}

type Totals = Pick<DayFigures, 'tickets' | 'received' | 'left' | 'absent' | 'unserved'>
const counts = ['tickets', 'received', 'left', 'absent', 'unserved'] as const

const totalsOf = (services: readonly Totals[]): Totals =>
  Object.fromEntries(
    counts.map((what) => [what, services.reduce((sum, each) => sum + each[what], 0)]),
  ) as Totals

/** Tickets and people received always; what did not happen to anyone is not said. */
const said = (totals: Totals): string =>
  counts
    .filter((what) => what === 'tickets' || what === 'received' || totals[what] > 0)
    .map((what) => words[what](totals[what]))
    .join(' · ')
