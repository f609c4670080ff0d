import type { ServiceId } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Service } from '../../../shared/contract/office/settings.ts'
import { sourceWords as words } from '../../../shared/messages/appointments/sources.fr.ts'
import { queueSettings } from '../../../shared/messages/queue/settings.fr.ts'
import { date, hour } from '../../../shared/messages/format/numbers.ts'
import { Select } from '../../ui/Select.tsx'
import { Table } from '../../ui/Table.tsx'
import style from '../Settings.module.css'

type Tried = Output<'source.try'>

/** What a source has, and what would become of it: hours and services, nobody's name. */
export function SourceTried({
  tried: { total, found, left },
  services,
  zone,
}: {
  readonly tried: Tried
  readonly services: readonly Service[]
  readonly zone: string
}) {
  const nameOf = (id: ServiceId | null) => services.find(({ serviceId }) => serviceId === id)?.name.fr ?? ''
  return (
    <div role="status">
      <p>{words.found(total)}</p>
      {left.map(({ code, count }) => (
        <p key={code} className={style.small}>
          {words.leftLine(code, count)}
        </p>
      ))}
      {found.length > 0 && (
        <Table
          caption={words.foundTable}
          columns={[words.columns.when, words.columns.service, words.columns.what]}
        >
          {found.map(({ startsAt, service, code }, place) => (
            // Two may begin at the same hour for the same service.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={`${startsAt} ${place}`}>
              <th scope="row">{`${date(startsAt, zone)}, ${hour(startsAt, zone)}`}</th>
              <td>{nameOf(service)}</td>
              <td>{code === null ? words.taken : queueSettings.importCodeWords[code]}</td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  )
}

/** Which service each calendar is for. */
export function SourceCalendars({
  calendars,
  services,
  chosen,
  onChange,
}: {
  readonly calendars: Tried['calendars']
  readonly services: readonly Service[]
  readonly chosen: Readonly<Record<string, ServiceId>>
  readonly onChange: (chosen: Record<string, ServiceId>) => void
}) {
  const options = [
    { value: '', title: words.byWords },
    ...services.map(({ serviceId, name }) => ({ value: serviceId as string, title: name.fr })),
  ]
  return (
    <fieldset className={style.form}>
      <legend>{words.calendars}</legend>
      <p className={style.small}>{words.calendarsHelp}</p>
      {calendars.map(({ id, name }) => (
        <Select
          key={id}
          label={name}
          value={chosen[id] ?? ''}
          options={options}
          onChange={(service) => {
            const { [id]: _, ...others } = chosen
            onChange(service === '' ? others : { ...others, [id]: service as ServiceId })
          }}
        />
      ))}
    </fieldset>
  )
}
