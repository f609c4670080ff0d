import { useRef, useState } from 'react'
import type { Instant } from '../../shared/contract/ids.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import { date, hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { closing } from '../../shared/messages/queue/closing.fr.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import lettering from '../ui/Lettering.module.css'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { beside } from '../ui/beside.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Acts } from './Acts.tsx'
import { useAct } from '../link/hooks.ts'
import { closingCounter } from './closingCounter.tsx'
import { namesOf, type Names, type Present } from './names.ts'
import { Reasoned } from './Reasoned.tsx'
import { Select } from '../ui/Select.tsx'
import style from './Closing.module.css'
import page from './Supervision.module.css'
import { Table } from '../ui/Table.tsx'

const words = closing

type Unsettled = Present['unsettled']['tickets'][number]
type Slots = Output<'appointments.view'>['slots']
export type How = Pick<Input<'ticket.settle'>, 'how' | 'reason' | 'startsAt'>

/** One row a person: an appointment, a certificate or a reason, by a press or by 1, 2, 3; the arrows go from row to row. */
export function SettleList({
  view,
  slots,
  onSettle,
}: {
  readonly view: Present
  readonly slots: Slots
  /** Resolves to whether the act was done: the row then goes away. */
  readonly onSettle: (ticket: Unsettled, how: How) => Promise<boolean>
}) {
  const names = namesOf(view)
  const list = useRef<HTMLDivElement>(null)

  const buttons = 'button:not([disabled])'
  const rows = () =>
    [...(list.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])].filter((row) =>
      row.querySelector(buttons),
    )
  const current = () => document.activeElement?.closest<HTMLElement>('tr') ?? null
  const go = (step: 1 | -1) => {
    const all = rows()
    const at = all.findIndex((row) => row === current())
    all[at === -1 ? 0 : at + step]?.querySelector<HTMLElement>(buttons)?.focus()
  }
  const press = (figure: string) =>
    current()?.querySelector<HTMLElement>(`[data-act="${figure}"]:not([disabled])`)?.click()
  useKeys({
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    Digit1: () => press('1'),
    Digit2: () => press('2'),
    Digit3: () => press('3'),
  })

  return (
    <div ref={list}>
      <Table
        caption={words.list}
        captionHidden
        columns={[
          { title: words.columns.ticket },
          { title: words.columns.service },
          { title: words.columns.since },
          { title: words.columns.act },
        ]}
      >
        {view.unsettled.tickets.map((ticket) => (
          <tr key={ticket.ticketId}>
            <th scope="row" className={page.number}>
              {ticketNumber(ticket.number)}
            </th>
            <td>
              {names.service(ticket.serviceId)}
              <span className={lettering.under}>{stateOf(ticket, view, names)}</span>
            </td>
            <td className={page.hour}>{hour(ticket.since, view.zone)}</td>
            <td>
              {ticket.state === 'called' || ticket.state === 'serving' ? (
                <AtCounter counter={counterOf(ticket, view)} />
              ) : (
                <SettleRow
                  ticket={ticket}
                  zone={view.zone}
                  slots={slots.find(({ serviceId }) => serviceId === ticket.serviceId)?.slots ?? []}
                  onSettle={(how) => onSettle(ticket, how)}
                />
              )}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  )
}

const counterOf = ({ ticketId }: Unsettled, view: Present) =>
  view.counters.find((each) => each.ticket?.ticketId === ticketId)

/** « Reçu, guichet 3 » for whoever is at one: their visit ends there. */
function stateOf(ticket: Unsettled, view: Present, names: Names): string {
  const counter = counterOf(ticket, view)
  const state = words.states[ticket.state]
  return counter ? `${state}, ${names.counter(counter.counterId)}` : state
}

function SettleRow({
  ticket,
  zone,
  slots,
  onSettle,
}: {
  readonly ticket: Unsettled
  readonly zone: string
  readonly slots: Slots[number]['slots']
  readonly onSettle: (how: How) => Promise<boolean>
}) {
  const [writing, setWriting] = useState(false)
  // The slot that was chosen may be taken meanwhile: then the first free one is offered.
  const [chosen, setChosen] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const number = ticketNumber(ticket.number)
  const slot = slots.find(({ startsAt }) => String(startsAt) === chosen) ?? slots[0]
  // The free slots are of the coming days: no year.
  const slotText = (at: Instant) => `${date(at, zone).replace(/\s\d{4}$/, '')}, ${hour(at, zone)}`

  const settle = async (how: How) => {
    if (busy) return
    const next = beside(box.current)
    setBusy(true)
    const settled = await onSettle(how)
    setBusy(false)
    if (settled) next()
  }

  if (writing)
    return (
      <div ref={box}>
        <Reasoned
          label={words.reasonLabel}
          chips={words.chips}
          act={words.reasonAct}
          onCancel={() => setWriting(false)}
          onSend={(reason) => void settle({ how: 'reason', reason })}
        />
      </div>
    )
  return (
    <div ref={box} className={style.acts}>
      {slots.length > 0 && slot ? (
        <>
          <Button
            size="dense"
            keyCap="1"
            data-act="1"
            isDisabled={busy}
            onPress={() => void settle({ how: 'appointment', startsAt: slot.startsAt })}
          >
            {words.appointment}
            <VisuallyHidden>{words.appointmentFor(number, slotText(slot.startsAt))}</VisuallyHidden>
          </Button>
          <span className={style.slot}>
            <Select
              hidden
              label={words.slot(number)}
              value={String(slot.startsAt)}
              onChange={setChosen}
              options={slots.map(({ startsAt }) => ({ value: String(startsAt), title: slotText(startsAt) }))}
            />
          </span>
        </>
      ) : (
        <span className={lettering.small}>{words.noSlot}</span>
      )}
      <Button
        size="dense"
        keyCap="2"
        data-act="2"
        isDisabled={busy}
        onPress={() => void settle({ how: 'certificate' })}
      >
        {words.certificate}
        <VisuallyHidden>{words.forTicket(number)}</VisuallyHidden>
      </Button>
      <Button size="dense" keyCap="3" data-act="3" isDisabled={busy} onPress={() => setWriting(true)}>
        {words.reason}
        <VisuallyHidden>{words.forTicket(number)}</VisuallyHidden>
      </Button>
    </div>
  )
}

/**
 * Whoever is still at a counter when the day ends: their visit is ended there, or the counter that its agent left is closed from
 * here, and they are then settled like the others.
 */
function AtCounter({ counter }: { readonly counter: Present['counters'][number] | undefined }) {
  const act = useAct()
  return (
    <>
      <span className={lettering.small}>{closing.atCounter}</span>
      {counter !== undefined && (
        <Acts
          size="dense"
          acts={[{ ...closingCounter(counter, act), label: supervision.counters.closeFor(counter.name.fr) }]}
        />
      )}
    </>
  )
}
