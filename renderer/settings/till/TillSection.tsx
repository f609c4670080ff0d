import type { Output } from '../../../shared/contract/index.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { useCommand, useLink, useView } from '../../link/hooks.ts'
import { Closings } from './Closings.tsx'
import { DeedForm } from './DeedForm.tsx'
import style from './TillSettings.module.css'

/** The till as the administration has it: its deed, its closings by month and year, its books as a file. */
export function TillSection({ agents }: { readonly agents: Output<'settings.view'>['agents'] }) {
  const link = useLink()
  const view = useView('till.view', {})
  const setDeed = useCommand('till.setDeed')
  const closePeriod = useCommand('till.closePeriod')
  if (!view) return <p role="status">{appWords.connecting}</p>
  return (
    <div className={style.page}>
      <DeedForm deed={view.deed} agents={agents} onSet={async (deed) => 'output' in (await setDeed(deed))} />
      {view.deed !== null && (
        <Closings view={view} onClose={closePeriod} onExport={(input) => link.read('till.export', input)} />
      )}
    </div>
  )
}
