import { useMemo } from 'react'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { Message } from '../ui/Message.tsx'
import { useLink, useLinkState, useView } from '../link/hooks.ts'
import { tillActsOver } from './acts.ts'
import { TillPage } from './TillPage.tsx'

/** The till, over the page's link. */
export default function Till() {
  const link = useLink()
  const view = useView('till.view', {})
  const agents = useView('agents.view', {})
  const office = useView('office.view', {})
  const me = useLinkState(({ agentId }) => agentId)
  const acts = useMemo(() => tillActsOver(link), [link])
  if (office && !office.created) return <Message title={appWords.officeNotCreated} />
  if (!view || !agents || !office) return <Message title={appWords.connecting} />
  return <TillPage view={view} agents={agents.agents} me={me} acts={acts} />
}
