import type { Output } from '../../shared/contract/index.ts'
import { safetyWords as words } from '../../shared/messages/safety/safety.fr.ts'
import style from './Safety.module.css'

type Alert = Output<'safety.view'>['alerts'][number]

/** A point and a short word that says nothing to who does not know: noted, then someone comes. */
export function Mark({
  alert: { answered },
  onPress,
}: {
  readonly alert: Alert
  readonly onPress: () => void
}) {
  const label = answered ? words.own.answered : words.own.asked
  return (
    <button type="button" className={style.mark} title={label} aria-label={label} onClick={onPress}>
      <span aria-hidden className={style.point} data-answered={answered || undefined} />
      <span aria-hidden>{answered ? words.own.short.answered : words.own.short.asked}</span>
    </button>
  )
}
