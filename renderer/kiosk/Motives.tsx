import { CalendarClock, Clock, DoorClosed } from 'lucide-react'
import type { ReactNode } from 'react'
import { useKeys } from '../ui/keys.ts'
import { Card } from './Card.tsx'
import { doubtOf, minutesOf, type Motive } from './motive.ts'
import style from './Motives.module.css'
import { Said } from './Said.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The motives, each with its wait or why there is none; the figures 1 to 9 choose too. */
export function Motives({
  motives,
  plain = false,
  onChoose,
}: {
  readonly motives: readonly Motive[]
  /** Their names alone. */
  readonly plain?: boolean
  readonly onChoose: (motive: Motive) => void
}) {
  useKeys(
    Object.fromEntries(motives.slice(0, 9).map((motive, at) => [`Digit${at + 1}`, () => onChoose(motive)])),
  )
  return (
    <ul role="list" className={style.motives}>
      {motives.map((motive, at) => (
        <li key={`${motive.serviceId} ${motive.procedureId ?? ''} ${motive.purpose}`}>
          <Card
            title={<Said>{motive.title}</Said>}
            {...(plain ? {} : { help: <State motive={motive} /> })}
            shortcut={at < 9 ? String(at + 1) : undefined}
            onPress={() => onChoose(motive)}
          />
        </li>
      ))}
    </ul>
  )
}

function State({ motive }: { readonly motive: Motive }) {
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
