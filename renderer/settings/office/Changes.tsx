import type { Output } from '../../../shared/contract/index.ts'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { servicesWords } from '../../../shared/messages/office/services.fr.ts'
import { useOffice } from '../../link/office.ts'
import { useView } from '../../link/hooks.ts'
import { Table } from '../../ui/Table.tsx'
import { nameOf } from '../../people/agentName.ts'
import { Group } from '../../ui/Column.tsx'
import style from '../Settings.module.css'

const words = servicesWords.changes

/** Who changed which setting, and when, the last first. */
export function Changes({
  settings,
  agents,
}: {
  readonly settings: OfficeSettings
  readonly agents: Output<'settings.view'>['agents']
}) {
  const view = useView('premises.view', {})
  const { zone } = useOffice()
  if (view === undefined) return <p role="status">{appWords.loading}</p>
  const named = new Map<string, string>([
    ...[...view.formerServices, ...settings.services].map(
      ({ serviceId, name }) => [serviceId, name.fr] as const,
    ),
    ...[...view.formerCounters, ...settings.counters].map(
      ({ counterId, name }) => [counterId, name.fr] as const,
    ),
    ...agents.map(({ agentId }) => [agentId, nameOf(agents, agentId)] as const),
  ])
  return (
    <Group title={words.title}>
      <p className={style.small}>{words.help}</p>
      {view.changes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          caption={words.title}
          captionHidden
          columns={[words.columns.at, words.columns.what, words.columns.who]}
        >
          {view.changes.map(({ seq, at, type, about, agentId, role }) => (
            <tr key={seq}>
              <td>{words.when(at, zone)}</td>
              <td>{words.what(type, about === null ? null : (named.get(about) ?? about))}</td>
              <td>{agentId === null ? words.roles[role] : nameOf(agents, agentId)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Group>
  )
}
