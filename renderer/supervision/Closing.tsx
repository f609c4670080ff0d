import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import type { Fault } from '../../shared/contract/queue/reasons.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { closing } from '../../shared/messages/queue/closing.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { Button } from '../ui/Button.tsx'
import { useAct } from '../link/hooks.ts'
import { dayHasEnded } from './DayEnded.tsx'
import type { Present } from './names.ts'
import { SettleAll } from './SettleAll.tsx'
import { SettleList } from './SettleList.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './Closing.module.css'
import page from './Supervision.module.css'
import { Panel } from '../ui/Table.tsx'

const words = closing
const faults: readonly Fault[] = ['service', 'person', 'thirdParty']

/** What was just settled, in a sentence, and the certificate that can be printed. */
type Done = { readonly said: string; readonly document: Output<'ticket.settle'>['document'] }

/** Everyone neither served nor traced, settled one by one or at once, then the day closed. Nobody is erased. */
export function Closing({
  view,
  slots,
  onBack,
}: {
  readonly view: Present
  readonly slots: Output<'appointments.view'>['slots']
  readonly onBack: () => void
}) {
  const act = useAct()
  const [fault, setFault] = useState<Fault>('service')
  const [done, setDone] = useState<Done | null>(null)
  const { total, tickets } = view.unsettled
  const settled = total === 0
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [settled])

  return (
    <section aria-label={settled ? words.titleSettled : words.title} className={style.closing}>
      <div className={style.head}>
        <h2 ref={heading} tabIndex={-1} className={style.title}>
          {settled ? words.titleSettled : words.title}
        </h2>
        <Button kind="quiet" onPress={onBack}>
          {words.back}
        </Button>
        <div className={style.said}>
          <p className={style.help}>{settled ? words.helpSettled : words.help(total)}</p>
          <p role="status" className={lettering.strong}>
            {done?.said}
            {done?.document && <Print document={done.document} />}
          </p>
        </div>
      </div>
      {settled ? (
        <div className={page.row}>
          <Button
            kind="primary"
            size="large"
            onPress={() =>
              void act('day.close', {}).then((closed) => {
                if (!closed) return
                if (view.day) dayHasEnded(view.day.date)
                onBack()
              })
            }
          >
            {words.close}
          </Button>
        </div>
      ) : (
        <div className={style.ways}>
          <Panel title={words.list}>
            <Choice
              label={words.fault}
              value={fault}
              onChange={setFault}
              options={faults.map((value) => ({ value, title: words.faults[value] }))}
            />
            <p className={lettering.note}>{words.keys}</p>
            <SettleList
              view={view}
              slots={slots}
              onSettle={async (ticket, how) => {
                const output = await act('ticket.settle', { ticketId: ticket.ticketId, fault, ...how })
                if (output) setDone(doneOf(ticketNumber(ticket.number), output.document))
                return output !== null
              }}
            />
            {total > tickets.length && <p className={lettering.note}>{words.more(total - tickets.length)}</p>}
          </Panel>
          <Panel title={words.allTitle}>
            <SettleAll
              view={view}
              fault={fault}
              onSettled={(people) => setDone({ said: words.allDone(people), document: null })}
            />
          </Panel>
        </div>
      )}
    </section>
  )
}

const doneOf = (number: string, document: Done['document']): Done => ({
  said: document === null ? words.done(number) : words.doneWith(number, document.number),
  document,
})

/** The certificate just made, on paper. */
function Print({ document }: { readonly document: NonNullable<Done['document']> }) {
  const act = useAct()
  return (
    <Button
      kind="quiet"
      size="dense"
      aria-label={words.printFor(document.number)}
      onPress={() => void act('document.print', { documentId: document.documentId })}
    >
      {words.print}
    </Button>
  )
}
