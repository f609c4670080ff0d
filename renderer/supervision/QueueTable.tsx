import { useState } from 'react'
import type { ServiceId } from '../../shared/contract/ids.ts'
import { hour, shortDuration, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useAct } from '../link/hooks.ts'
import { AskedRow } from './AskedRow.tsx'
import { namesOf, type Names, type Present } from './names.ts'
import { Reasoned } from './Reasoned.tsx'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import needs from './Needs.module.css'
import style from './Supervision.module.css'
import { Panel, Table } from '../ui/Table.tsx'
import { Twice } from '../ui/Twice.tsx'

type Waiting = Present['unsettled']['tickets'][number]
const words = supervision.queue

/** Who waits since when, by arrival, never who they are; then who was absent when called and who must come back. */
export function QueueTable({ view, now }: { readonly view: Present; readonly now: number }) {
  const { zone } = view
  const names = namesOf(view)
  const act = useAct()
  const waiting = view.unsettled.tickets.filter(({ state }) => state === 'waiting')
  const hidden = view.total - waiting.length
  return (
    <Panel title={words.title(view.total)}>
      {waiting.length > 0 && (
        <div className={needs.scroll}>
          <Table
            caption={words.title(view.total)}
            captionHidden
            columns={[
              { title: words.columns.ticket },
              { title: words.columns.service },
              { title: words.columns.wait },
              { title: words.columns.act, figure: true },
            ]}
          >
            {waiting.map((ticket) => (
              <WaitingRow
                key={ticket.ticketId}
                ticket={ticket}
                services={view.services}
                names={names}
                now={now}
                zone={zone}
              />
            ))}
          </Table>
        </div>
      )}
      {hidden > 0 && <p className={lettering.note}>{words.more(hidden)}</p>}
      {view.parked.length > 0 && (
        <>
          <h3 className={style.subheading}>{words.parked(view.parked.length)}</h3>
          <ul role="list" className={style.away}>
            {view.parked.map(({ ticketId, number, counterId, promisedAt }) => (
              <li key={ticketId}>
                <strong>{ticketNumber(number)}</strong>{' '}
                {words.promised(
                  names.counter(counterId),
                  promisedAt === null ? null : hour(promisedAt, zone),
                )}
                <Back number={number} onBack={() => void act('ticket.return', { ticketId })} />
              </li>
            ))}
          </ul>
        </>
      )}
      {view.absent.length > 0 && (
        <>
          <h3 className={style.subheading}>{words.absent(view.absent.length)}</h3>
          <ul role="list" className={style.away}>
            {view.absent.map(({ ticketId, number, placeKeptUntil }) => (
              <li key={ticketId}>
                <strong>{ticketNumber(number)}</strong>{' '}
                {placeKeptUntil > now ? words.keptUntil(hour(placeKeptUntil, zone)) : words.notKept}
                <Back number={number} onBack={() => void act('ticket.return', { ticketId })} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

const Back = ({ number, onBack }: { readonly number: string; readonly onBack: () => void }) => (
  <Button kind="quiet" size="dense" aria-label={words.backFor(ticketNumber(number))} onPress={onBack}>
    {words.back}
  </Button>
)

/** « Priorité » without its ground, an appointment's hour, several requests: what the order of calls depends on. */
function situation(ticket: Waiting, zone: string): string {
  return [
    ticket.priority === null ? '' : words.priority,
    ticket.appointmentAt === null ? '' : words.appointment(hour(ticket.appointmentAt, zone)),
    ticket.requests > 1 ? words.requests(ticket.requests) : '',
    ticket.returned ? words.returned : '',
    ticket.unsentNotice === null ? '' : words.unsentNotice,
    ticket.pastTarget ? words.pastTarget : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Who waits, to another service with the same number and rank, for a reason asked under the row; or gone. */
function WaitingRow({
  ticket,
  services,
  names,
  now,
  zone,
}: {
  readonly ticket: Waiting
  readonly services: Present['services']
  readonly names: Names
  readonly now: number
  readonly zone: string
}) {
  const act = useAct()
  const others = services.filter(({ serviceId }) => serviceId !== ticket.serviceId)
  const number = ticketNumber(ticket.number)
  return (
    <AskedRow
      columns={4}
      acts={
        others.length === 0
          ? []
          : [
              {
                label: words.move,
                name: words.moveFor(number),
                form: (close) => (
                  <MoveTicket
                    others={others.map(({ serviceId }) => serviceId)}
                    names={names}
                    onCancel={close}
                    onMove={(serviceId, reason) => {
                      close()
                      void act('ticket.transfer', { ticketId: ticket.ticketId, serviceId, reason })
                    }}
                  />
                ),
              },
            ]
      }
    >
      {(button) => (
        <>
          <th scope="row" className={style.number}>
            {number}
          </th>
          <td>
            {names.service(ticket.serviceId)}
            <span className={lettering.under}>{situation(ticket, zone)}</span>
          </td>
          <td className={style.hour}>
            {shortDuration(now - ticket.since)}
            <span className={lettering.under}>{words.since(hour(ticket.since, zone))}</span>
          </td>
          <td className={style.act}>
            <div className={classes(style.denseActs, style.oneRow)}>
              {button}
              <Twice
                kind="quiet"
                size="dense"
                label={words.leave}
                name={words.leaveFor(number)}
                confirm={words.leaveConfirm(number)}
                onAct={() => void act('ticket.leave', { ticketId: ticket.ticketId })}
              />
            </div>
          </td>
        </>
      )}
    </AskedRow>
  )
}

/** The other service, and why. */
function MoveTicket({
  others,
  names,
  onMove,
  onCancel,
}: {
  readonly others: readonly ServiceId[]
  readonly names: Names
  readonly onMove: (to: ServiceId, reason: string) => void
  readonly onCancel: () => void
}) {
  const [to, setTo] = useState<ServiceId | null>(null)
  const chosen = to ?? others[0]!
  return (
    <Reasoned
      label={words.moveReason}
      chips={words.moveChips}
      act={words.moveAct}
      onCancel={onCancel}
      onSend={(reason) => onMove(chosen, reason)}
    >
      <Select
        label={words.moveTo}
        value={chosen}
        onChange={setTo}
        options={others.map((value) => ({ value, title: names.service(value) }))}
      />
      <p className={lettering.small}>{words.moveHelp}</p>
    </Reasoned>
  )
}
