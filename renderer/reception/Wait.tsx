import { isSpanSaid } from '../../shared/contract/waits/waits.ts'
import { saidLeft } from '../../shared/messages/public/saidWait.ts'
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
  if (bar === 'closed')
    return <Doubt>{motive.ticketsLeft === 0 ? words.noTicketLeft : words.serviceClosed}</Doubt>
  if (bar === 'appointment') {
    const only = motive.access.includes('appointment') ? 'appointment' : 'collection'
    return <Doubt>{words.onlyFor[only]}</Doubt>
  }
  if (motive.openCounters === 0) {
    const back = motive.backAt === null ? [] : [words.backAt(hour(motive.backAt, zone))]
    return <Doubt>{[words.noCounter, ...back].join(', ')}</Doubt>
  }
  const left = saidLeft(words, motive)
  const told = left !== null && <span className={lettering.small}>{left}</span>
  if (motive.wait === null)
    return (
      <span className={style.wait}>
        {words.waiting(motive.waiting)}
        {told}
      </span>
    )
  const { level } = motive.wait
  if (!isSpanSaid(level))
    return (
      <span className={style.wait}>
        <span className={lettering.warning}>{words.unlikely}</span>
        {told}
      </span>
    )
  const range = waitRange(motive.wait)
  const [, high] = waitMinutes(motive.wait)
  return (
    <span className={style.wait}>
      {high < 60 ? range : words.longWait(range)}
      {level === 'likely' && <span className={lettering.small}>{words.likely}</span>}
      {told}
    </span>
  )
}

const Doubt = ({ children }: { readonly children: string }) => (
  <span className={style.wait}>
    <span className={lettering.warning}>{children}</span>
  </span>
)
