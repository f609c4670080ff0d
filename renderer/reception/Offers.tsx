import { useState } from 'react'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { Group } from '../ui/Column.tsx'
import type { Motive, ReceptionActs } from './acts.ts'
import type { DoneAct } from './Done.tsx'
import { doubtOf } from './motive.ts'
import style from './Offers.module.css'

/** Where a ticket promises little: a slot on another day, or a dated certificate that the person came. */
export function Offers({
  motive,
  zone,
  acts,
  onDone,
}: {
  readonly motive: Motive
  readonly zone: string
  readonly acts: Pick<ReceptionActs, 'book' | 'certify'>
  readonly onDone: (done: DoneAct) => void
}) {
  const [busy, setBusy] = useState(false)
  const why = doubtOf(motive)
  const { serviceId, procedureId, title, slots } = motive
  const asked = { serviceId, ...(procedureId === null ? {} : { procedureId }) }
  const once = async (act: () => Promise<DoneAct | null>) => {
    if (busy) return
    setBusy(true)
    const done = await act()
    setBusy(false)
    if (done) onDone(done)
  }
  const book = (startsAt: (typeof slots)[number]['startsAt']) =>
    once(async () => {
      const result = await acts.book({ ...asked, startsAt })
      return 'error' in result ? null : { is: 'booked', motive: title.fr, serviceId, ...result.output }
    })
  const certify = () =>
    once(async () => {
      if (why === null) return null
      const result = await acts.certify({ ...asked, why })
      if ('error' in result) return null
      const { number, document } = result.output
      return { is: 'certified', number, paper: document }
    })
  return (
    <Group title={words.offers} className={style.offers}>
      <Acts>
        {slots.map(({ startsAt }) => (
          <Button key={startsAt} size="dense" onPress={() => void book(startsAt)}>
            {words.slot(startsAt, zone)}
          </Button>
        ))}
        <Button size="dense" onPress={() => void certify()}>
          {words.certify}
        </Button>
      </Acts>
    </Group>
  )
}
