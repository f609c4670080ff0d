import { ArrowRight, Clock } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useKeys } from '../ui/keys.ts'
import type { Motive } from './motive.ts'
import style from './Motives.module.css'
import { Said } from './Said.tsx'
import { useWords } from './words.ts'

/** The motives, each with how many wait; the figures 1 to 9 choose too. */
export function Motives({
  motives,
  onChoose,
}: {
  readonly motives: readonly Motive[]
  readonly onChoose: (motive: Motive) => void
}) {
  useKeys(
    Object.fromEntries(motives.slice(0, 9).map((motive, at) => [`Digit${at + 1}`, () => onChoose(motive)])),
  )
  return (
    <ul role="list" className={style.motives}>
      {motives.map((motive, at) => (
        <li key={`${motive.serviceId} ${motive.procedureId ?? ''}`}>
          <AriaButton
            className={style.motive!}
            onPress={() => onChoose(motive)}
            {...(at < 9 ? { 'aria-keyshortcuts': String(at + 1) } : {})}
          >
            <span className={style.text}>
              <span className={style.name}>
                <Said>{motive.title}</Said>
              </span>
              <Wait motive={motive} />
            </span>
            <ArrowRight aria-hidden size={36} className={style.arrow} />
          </AriaButton>
        </li>
      ))}
    </ul>
  )
}

function Wait({ motive }: { readonly motive: Motive }) {
  const words = useWords()
  const waiting = motive.waiting === 0 ? words.nobodyWaits : words.peopleWait(motive.waiting)
  if (motive.openCounters > 0) return <span className={style.wait}>{waiting}</span>
  return (
    <>
      <span className={style.noCounter}>
        <Clock aria-hidden size={30} />
        <span className={style.whole}>{words.noCounter}</span>
        <span className={style.short}>{words.noCounterShort}</span>
      </span>
      {motive.waiting > 0 && <span className={style.wait}>{waiting}</span>}
    </>
  )
}
