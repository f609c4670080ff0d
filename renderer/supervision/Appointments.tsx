import type { ServiceId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { sourceWords } from '../../shared/messages/appointments/sources.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { useNow } from '../link/clock.ts'
import { useAct } from '../link/hooks.ts'
import { MoveAppointment } from './MoveAppointment.tsx'
import style from './Supervision.module.css'
import lettering from '../ui/Lettering.module.css'
import { Panel, Table } from '../ui/Table.tsx'
import { Twice } from '../ui/Twice.tsx'

const words = supervision.appointments

/** The day's appointments by hour and service, without names: who is late, whose slot can be given back. */
export function Appointments({
  appointments,
  zone,
}: {
  readonly appointments: Output<'appointments.view'>
  readonly zone: string
}) {
  const act = useAct()
  const now = useNow(5_000)
  const free = (serviceId: ServiceId) =>
    appointments.slots.find((one) => one.serviceId === serviceId)?.slots ?? []
  const title = words.title(appointments.total)
  return (
    <Panel title={title}>
      {sourceWords.lines(appointments.sources, now, zone).map((line) => (
        <p key={line} className={lettering.small}>
          {line}
        </p>
      ))}
      {appointments.appointments.length > 0 && (
        <Table
          caption={title}
          captionHidden
          columns={[
            { title: words.columns.hour },
            { title: words.columns.service },
            { title: words.columns.state },
            { title: words.columns.act, figure: true },
          ]}
        >
          {appointments.appointments.map(
            ({
              appointmentId,
              serviceId,
              startsAt,
              title: what,
              service,
              state,
              goneOutside,
              keptElsewhere,
              toldElsewhere,
              given,
            }) => {
              const at = hour(startsAt, zone)
              return (
                <tr key={appointmentId}>
                  <th scope="row" className={style.hour}>
                    {at}
                  </th>
                  <td>{what.fr}</td>
                  <td className={state === 'late' || goneOutside ? style.attention : undefined}>
                    {goneOutside ? sourceWords.goneOutside : words.states[state]}
                  </td>
                  <td className={style.act}>
                    {(state === 'expected' || state === 'late') && !keptElsewhere && given && (
                      <MoveAppointment
                        name={words.moveFor(at, service.fr)}
                        slots={free(serviceId)}
                        zone={zone}
                        onMove={(to) => void act('appointment.move', { appointmentId, startsAt: to })}
                      />
                    )}
                    {(state === 'expected' || state === 'late') && !keptElsewhere && (
                      <Twice
                        kind="quiet"
                        size="dense"
                        label={words.cancel}
                        name={words.cancelFor(at, service.fr)}
                        confirm={toldElsewhere ? words.cancelTold : words.cancelConfirm}
                        onAct={() => void act('appointment.cancel', { appointmentId })}
                      />
                    )}
                  </td>
                </tr>
              )
            },
          )}
        </Table>
      )}
    </Panel>
  )
}
