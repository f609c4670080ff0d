import { CalendarClock, Clock, DoorClosed } from 'lucide-react'
import type { ReactNode } from 'react'
import { doubtOf, minutesOf, type Motive } from './motive.ts'
import style from './Motives.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** Under a motive's name: its wait, or why there is none. */
export function State({ motive }: { readonly motive: Motive }) {
  const words = useWords()
  const { zone } = useVisit()
  const minutes = minutesOf(motive)
  switch (doubtOf(motive)) {
    case 'serviceClosed':
      return <Mark icon={<DoorClosed aria-hidden size={30} />}>{words.serviceClosed}</Mark>
    case 'byAppointment':
      return <Mark icon={<CalendarClock aria-hidden size={30} />}>{words.byAppointment}</Mark>
    case 'nobodyServes':
      return (
        <>
          <Mark icon={<Clock aria-hidden size={30} />}>
            <span className={style.whole}>{words.noCounter}</span>
            <span className={style.short}>{words.noCounterShort}</span>
          </Mark>
          {motive.backAt !== null && (
            <span className={style.wait}>{words.backAt(words.hour(motive.backAt, zone))}</span>
          )}
        </>
      )
    default:
      return motive.wait?.level === 'unlikely' ? (
        <Mark icon={<Clock aria-hidden size={30} />}>{words.unlikelyShort}</Mark>
      ) : (
        <span className={style.wait}>
          {minutes
            ? words.waitShort(...minutes)
            : motive.waiting === 0
              ? words.nobodyWaits
              : words.peopleWait(motive.waiting)}
        </span>
      )
  }
}

const Mark = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) => (
  <span className={style.noCounter}>
    {icon}
    <span>{children}</span>
  </span>
)
