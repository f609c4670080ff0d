import { waitMinutes } from '../../shared/messages/waits/roughTime.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { waitRange } from '../../shared/messages/waits/waits.fr.ts'
import type { Motive } from './acts.ts'
import { barOf } from './motive.ts'
import lettering from '../ui/Lettering.module.css'
import style from './Wait.module.css'

/** What can be said of the wait before a ticket is given: a span, or plainly why there is none. */
export function Wait({ motive, zone }: { readonly motive: Motive; readonly zone: string }) {
  const bar = barOf(motive)
  if (bar === 'closed') return <Doubt>{words.serviceClosed}</Doubt>
  if (bar === 'appointment') {
    const only = motive.access.includes('appointment') ? 'appointment' : 'collection'
    return <Doubt>{words.onlyFor[only]}</Doubt>
  }
  if (motive.openCounters === 0) {
    const back = motive.backAt === null ? [] : [words.backAt(hour(motive.backAt, zone))]
    return <Doubt>{[words.noCounter, ...back].join(', ')}</Doubt>
  }
  if (motive.wait === null) return <span className={style.wait}>{words.waiting(motive.waiting)}</span>
  const { level } = motive.wait
  const range = waitRange(motive.wait)
  const [, high] = waitMinutes(motive.wait)
  return (
    <span className={style.wait}>
      {high < 60 ? range : words.longWait(range)}
      {level !== 'sure' && (
        <span className={level === 'likely' ? lettering.small : lettering.warning}>{words[level]}</span>
      )}
    </span>
  )
}

const Doubt = ({ children }: { readonly children: string }) => (
  <span className={style.wait}>
    <span className={lettering.warning}>{children}</span>
  </span>
)
