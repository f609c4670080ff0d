import { CircleCheck } from 'lucide-react'
import { sourceWords } from '../../shared/messages/appointments/sources.fr.ts'
import { hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { MoveAppointment } from '../supervision/MoveAppointment.tsx'
import { Button } from '../ui/Button.tsx'
import { Group } from '../ui/Column.tsx'
import lettering from '../ui/Lettering.module.css'
import { About, Row, Rows } from '../ui/Rows.tsx'
import { say } from '../link/notices.ts'
import type { Appointments, ReceptionActs, ReceptionView } from './acts.ts'
import style from './Room.module.css'

/** As many as a glance holds; the others are in the panel of arrivals. */
const shown = 6

/** The day's appointments that are not over, by hour: who is here, who is awaited. */
export function AppointmentsToday({
  appointments: { appointments, total, sources, slots },
  zone,
  now,
  acts,
  onAll,
}: {
  readonly appointments: Appointments
  readonly zone: string
  readonly now: number
  readonly acts: Pick<ReceptionActs, 'move'>
  readonly onAll: () => void
}) {
  const current = appointments.filter(({ state }) => state !== 'received' && state !== 'missed')
  // Beyond the list's bound nothing is known but how many.
  const hidden = Math.max(0, current.length - shown) + Math.max(0, total - appointments.length)
  return (
    <Group title={words.appointments}>
      {sourceWords.lines(sources, now, zone).map((line) => (
        <p key={line} className={lettering.small}>
          {line}
        </p>
      ))}
      {current.length === 0 && <p className={lettering.small}>{words.noAppointments}</p>}
      <Rows label={words.appointments}>
        {current
          .slice(0, shown)
          .map(
            ({
              appointmentId,
              serviceId,
              startsAt,
              title,
              service,
              state,
              number,
              code,
              goneOutside,
              given,
            }) => (
              <Row key={appointmentId} align="top">
                <span className={style.at}>{hour(startsAt, zone)}</span>
                <About>
                  {/* A long one is whole in the panel of arrivals. */}
                  <span className={style.title}>{title.fr}</span>
                  <span className={lettering.under}>
                    {number === null
                      ? code === null
                        ? ''
                        : words.code(code)
                      : words.hereSince(ticketNumber(number))}
                    {goneOutside && ` – ${sourceWords.goneOutside}`}
                  </span>
                  {given && (state === 'expected' || state === 'late') && (
                    <MoveAppointment
                      name={supervision.appointments.moveFor(hour(startsAt, zone), service.fr)}
                      slots={slots.find((one) => one.serviceId === serviceId)?.slots ?? []}
                      zone={zone}
                      onMove={(to) => void acts.move({ appointmentId, startsAt: to })}
                    />
                  )}
                </About>
                {state === 'here' ? (
                  <span className={style.here}>
                    <CircleCheck aria-label={words.appointmentStates.here} size={20} />
                  </span>
                ) : (
                  <span className={state === 'late' ? style.late : style.state}>
                    {words.appointmentStates[state]}
                  </span>
                )}
              </Row>
            ),
          )}
      </Rows>
      {hidden > 0 && (
        <Button kind="quiet" size="dense" onPress={onAll}>
          {words.moreAppointments(hidden)}
        </Button>
      )}
    </Group>
  )
}

/** Who left a counter and is due back, then who was called and did not come: back here, they find the queue again. */
export function MustReturn({
  parked,
  absent,
  zone,
  now,
  acts,
}: {
  readonly parked: ReceptionView['parked']
  readonly absent: ReceptionView['absent']
  readonly zone: string
  readonly now: number
  readonly acts: Pick<ReceptionActs, 'comeBack'>
}) {
  const isBack = async (ticketId: ReceptionView['parked'][number]['ticketId']) => {
    const result = await acts.comeBack({ ticketId })
    if ('error' in result) return
    const number = ticketNumber(result.output.number)
    say(result.output.keepsRank ? words.backKept(number) : words.backNow(number), 'done')
  }
  const rows = [
    ...parked.map(({ ticketId, number, reason, since, promisedAt }) => ({
      ticketId,
      number,
      what: reason ?? '',
      when: promisedAt === null ? words.left(hour(since, zone)) : words.promised(hour(promisedAt, zone)),
    })),
    ...absent.map(({ ticketId, number, placeKeptUntil }) => ({
      ticketId,
      number,
      what: words.absent,
      when: now <= placeKeptUntil ? words.placeKept(hour(placeKeptUntil, zone)) : words.placeLost,
    })),
  ]
  return (
    <Group title={words.mustReturn}>
      {rows.length === 0 && <p className={lettering.small}>{words.nobodyReturns}</p>}
      <Rows label={words.mustReturn}>
        {rows.map(({ ticketId, number, what, when }) => (
          <Row key={ticketId}>
            <span className={style.number}>{ticketNumber(number)}</span>
            <About>
              {what}
              <span className={lettering.under}>{when}</span>
            </About>
            <span className={style.act}>
              <Button
                size="dense"
                aria-label={words.isHereFor(ticketNumber(number))}
                onPress={() => void isBack(ticketId)}
              >
                {words.isHere}
              </Button>
            </span>
          </Row>
        ))}
      </Rows>
    </Group>
  )
}

/** What each counter does: by number, never by name. */
export const Counters = ({
  counters,
  zone,
}: {
  readonly counters: ReceptionView['counters']
  readonly zone: string
}) => (
  <Group title={words.counters}>
    <Rows label={words.counters}>
      {counters.map(({ counterId, name, state, number, until }) => (
        <Row key={counterId}>
          <span className={style.counter}>{name.fr}</span>
          <span className={state === 'closed' ? lettering.small : style.doing}>
            {words.counterStates[state](number === null ? '' : ticketNumber(number))}
          </span>
          {until !== null && <span className={style.until}>{words.backAt(hour(until, zone))}</span>}
        </Row>
      ))}
    </Rows>
  </Group>
)
