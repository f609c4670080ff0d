import type { Output } from '../../shared/contract/index.ts'
import { safetyWords as words } from '../../shared/messages/safety/safety.fr.ts'
import style from './Safety.module.css'

type Alert = Output<'safety.view'>['alerts'][number]

/** One point: asked; two: someone comes. Its words are for who points at it or hears the page. */
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
      <span aria-hidden>{answered ? '··' : '·'}</span>
    </button>
  )
}
