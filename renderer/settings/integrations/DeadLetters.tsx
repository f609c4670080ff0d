import type { Input, Output } from '../../../shared/contract/index.ts'
import { date, hour } from '../../../shared/messages/format/numbers.ts'
import { integrationsWords } from '../../../shared/messages/integrations/integrations.fr.ts'
import { useOffice } from '../../link/office.ts'
import { Table } from '../../ui/Table.tsx'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import style from './Integrations.module.css'

const words = integrationsWords.dead

type Shown = Output<'software.show'>

/** What could not be delivered, the latest first, each to be sent again. */
export function DeadLetters({
  dead,
  webhooks,
  onReplay,
}: Pick<Shown, 'dead' | 'webhooks'> & {
  readonly onReplay: (input: Input<'webhook.replay'>) => Promise<void>
}) {
  const { zone } = useOffice()
  const { columns } = words
  const labelOf = (id: string) => webhooks.find(({ webhookId }) => webhookId === id)?.label ?? ''
  return (
    <Group title={words.title} className={style.section}>
      <p className={style.help}>{dead.length === 0 ? words.none : words.help}</p>
      {dead.length > 0 && (
        <Table
          caption={words.title}
          captionHidden
          columns={[columns.at, columns.to, columns.event, columns.why, columns.act]}
        >
          {dead.map(({ webhookId, seq, type, at, problem, again }) => (
            <tr key={`${webhookId} ${seq}`}>
              <th scope="row">
                {date(at, zone)}, {hour(at, zone)}
              </th>
              <td>{labelOf(webhookId)}</td>
              <td>{words.event(type, seq)}</td>
              <td>{integrationsWords.problems[problem]}</td>
              <td>
                {again ? (
                  words.again
                ) : (
                  <Button
                    kind="quiet"
                    size="dense"
                    aria-label={words.replayFor(type, seq)}
                    onPress={() => void onReplay({ webhookId, seq })}
                  >
                    {words.replay}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Group>
  )
}
