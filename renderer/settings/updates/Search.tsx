import type { Output } from '../../../shared/contract/index.ts'
import { updatesPage } from '../../../shared/messages/updates/page.fr.ts'
import { useOffice } from '../../link/office.ts'
import { useCommand } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Group } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import shared from '../Settings.module.css'
import style from './Updates.module.css'
import type { MachineUpdates } from './machine.ts'

const words = updatesPage.search

/** Where updates are looked for, whether they are, and what came of the last look. */
export function Search({
  here: { source, on, imposed, changed, looking, last },
  agents,
  onChanged,
}: {
  readonly here: MachineUpdates
  readonly agents: Output<'settings.view'>['agents']
  readonly onChanged: () => void
}) {
  const { zone } = useOffice()
  const set = useCommand('updates.set')
  const look = useCommand('updates.look')
  if (source === null)
    return (
      <Group title={words.title}>
        <p className={lettering.paragraph}>{words.none}</p>
      </Group>
    )
  const by = agents.find(({ agentId }) => agentId === changed?.agentId)?.name
  return (
    <Group title={words.title}>
      <dl className={style.facts}>
        <dt>{words.where}</dt>
        <dd>{source.from}</dd>
        <dt>{words.between}</dt>
        <dd>{words.hours(source.between)}</dd>
        <dt>{words.setBy}</dt>
        <dd>{source.setBy}</dd>
      </dl>
      <p className={shared.small}>{words.change}</p>
      {imposed ? (
        <p className={style.choice}>{words.imposed[on ? 'on' : 'off']}</p>
      ) : (
        <div className={style.choice}>
          <Checkbox isSelected={on} onChange={(wanted) => void set({ on: wanted }).then(onChanged)}>
            {words.on}
            <br />
            <span className={shared.small}>{words.onHelp}</span>
          </Checkbox>
          {changed !== null && (
            <p className={shared.small}>
              {words.changed(on, by ? `${by.firstName} ${by.familyName}` : words.nobody, changed.at, zone)}
            </p>
          )}
        </div>
      )}
      <p role="status" className={lettering.paragraph}>
        {looking ? words.looking : last === null ? words.never : words.last(last.at, zone, last.said)}
      </p>
      {on && (
        <div className={shared.acts}>
          <Button isDisabled={looking} onPress={() => void look({}).then(onChanged)}>
            {words.look}
          </Button>
        </div>
      )}
    </Group>
  )
}
