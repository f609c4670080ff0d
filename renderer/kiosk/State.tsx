import { CalendarClock, Clock, DoorClosed } from 'lucide-react'
import type { ReactNode } from 'react'
import { saidLeft, saidWait, type SaidWait } from '../../shared/messages/public/saidWait.ts'
import { doubtOf, type Motive } from './motive.ts'
import style from './Motives.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** Under a motive's name: its wait, or why there is none. */
export function State({ motive }: { readonly motive: Motive }) {
  const words = useWords()
  const { zone } = useVisit()
  if (doubtOf(motive) === 'byAppointment')
    return <Mark icon={<CalendarClock aria-hidden size={30} />}>{words.byAppointment}</Mark>
  const { doubt, text } = saidWait(words, motive, (at) => words.hour(at, zone))
  const left = saidLeft(words, motive)
  return (
    <>
      {left !== null && <span className={style.wait}>{left}</span>}
      <Wait doubt={doubt}>{text}</Wait>
    </>
  )
}

function Wait({ doubt, children: text }: { readonly doubt: SaidWait['doubt']; readonly children: string }) {
  if (doubt === null) return <span className={style.wait}>{text}</span>
  const Icon = doubt === 'closed' ? DoorClosed : Clock
  return <Mark icon={<Icon aria-hidden size={30} />}>{text}</Mark>
}

const Mark = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) => (
  <span className={style.noCounter}>
    {icon}
    <span>{children}</span>
  </span>
)
