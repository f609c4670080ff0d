import { useState } from 'react'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { useView } from '../../link/hooks.ts'
import style from './Law.module.css'
import { ProcedureList } from './ProcedureList.tsx'
import { VersionPage } from './VersionPage.tsx'
import type { VersionLine } from './versions.ts'

/** The rules as a lawyer reads them: which versions there are, then one whole. */
export function RulesSection() {
  const view = useView('law.procedures', {})
  const [opened, setOpened] = useState<Pick<VersionLine, 'procedureId' | 'version'> | null>(null)
  if (!view) return <p className={style.reading}>{law.rules.reading}</p>
  const line =
    opened &&
    view.procedures.find(
      ({ procedureId, version }) => procedureId === opened.procedureId && version === opened.version,
    )
  if (!line) return <ProcedureList view={view} onOpen={setOpened} />
  return (
    <VersionPage
      key={`${line.procedureId} ${line.version}`}
      line={line}
      today={view.today}
      onBack={() => setOpened(null)}
    />
  )
}
