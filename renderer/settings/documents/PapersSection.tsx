import type { Output } from '../../../shared/contract/index.ts'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { useCommand, useView } from '../../link/hooks.ts'
import { PapersForm } from './PapersForm.tsx'
import { Shields } from './Shields.tsx'
import style from './Papers.module.css'

type Agents = Output<'settings.view'>['agents']

/** What the office puts on its papers, with a proof beside it; then who speaks under a pseudonym. */
export function PapersSection({
  settings,
  agents,
}: {
  readonly settings: OfficeSettings
  readonly agents: Agents
}) {
  const view = useView('paper.view', {})
  const law = useView('law.procedures', {})
  const set = useCommand('paper.set')
  const shield = useCommand('agent.shield')
  if (!view || !law) return <p role="status">{appWords.connecting}</p>
  const procedures = [
    ...new Map(law.procedures.map((each) => [each.procedureId, each.title.fr])).entries(),
  ].map(([procedureId, title]) => ({ value: procedureId, title }))
  return (
    <div className={style.page}>
      <PapersForm
        settings={settings}
        paper={view.paper}
        agents={agents}
        procedures={procedures}
        grounds={view.grounds}
        onSet={async (paper) => 'output' in (await set(paper))}
      />
      <Shields
        shields={view.shields}
        agents={agents}
        onShield={async (input) => 'output' in (await shield(input))}
      />
    </div>
  )
}
