import { useEffect } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { updatesPage as words } from '../../../shared/messages/updates/page.fr.ts'
import { useOffice } from '../../link/office.ts'
import { useCommand, useRead } from '../../link/hooks.ts'
import lettering from '../../ui/Lettering.module.css'
import { Table } from '../../ui/Table.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Group } from '../../ui/Column.tsx'
import shared from '../Settings.module.css'
import type { MachineUpdates } from './machine.ts'
import { Search } from './Search.tsx'
import style from './Updates.module.css'

type Agents = Output<'settings.view'>['agents']

/** How often the state of updates is read again, in milliseconds: during a search, then while the page stays open. */
const renewEvery = { looking: 1_000, usual: 15_000 }

/** The program that runs on the office's machine, and the versions that may take its place. */
export function UpdatesSection({ agents }: { readonly agents: Agents }) {
  const { shown, wrong, code, reload } = useRead('updates.state', {})
  const here = shown?.here ?? null
  useEffect(() => {
    if (here === null) return
    const renewing = setTimeout(reload, here.looking ? renewEvery.looking : renewEvery.usual)
    return () => clearTimeout(renewing)
  }, [here, reload])
  if (wrong !== null)
    return <p className={lettering.paragraph}>{code === 'onlyAtHost' ? words.elsewhere.station : wrong}</p>
  if (shown === null) return <p role="status">{appWords.loading}</p>
  if (here === null) return <Elsewhere version={shown.version} />
  return <UpdatesPage here={here} agents={agents} onChanged={reload} />
}

/** The page where the host does not update itself: its version, and who replaces it. */
const Elsewhere = ({ version }: { readonly version: string | null }) => (
  <div className={style.page}>
    {version !== null && (
      <Group title={words.installed.title}>
        <p>{words.installed.program(version)}</p>
      </Group>
    )}
    <Group title={words.search.title}>
      <p className={lettering.paragraph}>{words.elsewhere.host}</p>
    </Group>
  </div>
)

/** The page where the office's machine updates itself. */
function UpdatesPage({
  here,
  agents,
  onChanged,
}: {
  readonly here: MachineUpdates
  readonly agents: Agents
  readonly onChanged: () => void
}) {
  return (
    <div className={style.page}>
      <Installed here={here} onChanged={onChanged} />
      {here.source !== null && here.on && <Waiting here={here} onChanged={onChanged} />}
      <Search here={here} agents={agents} onChanged={onChanged} />
      {here.source !== null && <Refused refused={here.refused} />}
    </div>
  )
}

function Installed({ here, onChanged }: { readonly here: MachineUpdates; readonly onChanged: () => void }) {
  const { zone } = useOffice()
  const takeLeft = useCommand('updates.takeLeft')
  const { version, since, trial, left, leftAgain } = here
  return (
    <Group title={words.installed.title}>
      <p>{words.installed.version(version, since, zone)}</p>
      {trial && <p className={lettering.attention}>{words.installed.trial}</p>}
      {left !== null && (
        <>
          <p>{words.installed.left(left)}</p>
          {leftAgain && (
            <div className={shared.acts}>
              <Button onPress={() => void takeLeft({ version: left }).then(onChanged)}>
                {words.installed.takeLeft(left)}
              </Button>
            </div>
          )}
        </>
      )}
    </Group>
  )
}

function Waiting({
  here: { waiting, source },
  onChanged,
}: {
  readonly here: MachineUpdates
  readonly onChanged: () => void
}) {
  const plan = useCommand('updates.plan')
  const { waiting: sentences } = words
  if (waiting === null || source === null)
    return (
      <Group title={sentences.title}>
        <p>{sentences.none}</p>
      </Group>
    )
  const { version, notes, atClosing } = waiting
  return (
    <Group title={sentences.title}>
      <p className={lettering.strong}>{sentences.version(version)}</p>
      <p className={lettering.paragraph}>
        {atClosing ? sentences.byClosing : sentences.byHours(source.between)}
      </p>
      <p className={classes(shared.small, style.brings)}>
        {notes === null ? sentences.noNotes : sentences.notes}
      </p>
      {notes !== null && <p className={style.notes}>{notes}</p>}
      <div className={shared.acts}>
        <Button
          kind={atClosing ? 'plain' : 'primary'}
          onPress={() => void plan({ version, atClosing: !atClosing }).then(onChanged)}
        >
          {atClosing ? sentences.atHours : sentences.atClosing}
        </Button>
      </div>
    </Group>
  )
}

function Refused({ refused }: Pick<MachineUpdates, 'refused'>) {
  const { zone } = useOffice()
  const { title, none, columns } = words.refused
  return (
    <Group title={title}>
      {refused.length === 0 ? (
        <p>{none}</p>
      ) : (
        <Table caption={title} captionHidden columns={[columns.at, columns.said]}>
          {refused.map(({ at, said }) => (
            <tr key={`${at} ${said}`}>
              <th scope="row">{words.when(at, zone)}</th>
              <td>{said}</td>
            </tr>
          ))}
        </Table>
      )}
    </Group>
  )
}
