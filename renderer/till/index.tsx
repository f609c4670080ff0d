import { useMemo } from 'react'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { Message } from '../ui/Message.tsx'
import { askingOver } from '../link/asking.ts'
import { useLink, useLinkState, useView } from '../link/hooks.ts'
import type { Link } from '../link/link.ts'
import type { TillActs } from './acts.ts'
import { TillPage } from './TillPage.tsx'

/** The till, over the page's link. */
export default function Till() {
  const link = useLink()
  const view = useView('till.view', {})
  const agents = useView('agents.view', {})
  const office = useView('office.view', {})
  const me = useLinkState(({ agentId }) => agentId)
  const acts = useMemo(() => actsOver(link), [link])
  if (office && !office.created) return <Message title={appWords.officeNotCreated} />
  if (!view || !agents || !office) return <Message title={appWords.connecting} />
  return <TillPage view={view} agents={agents.agents} me={me} acts={acts} />
}

function actsOver(link: Link): TillActs {
  const { act, read } = askingOver(link)
  return {
    open: act('till.open'),
    takeTrainingDeed: act('till.takeTrainingDeed'),
    collect: act('till.collect'),
    stamp: act('till.stamp'),
    correct: act('till.correct'),
    count: act('till.count'),
    remit: act('till.remit'),
    close: act('till.close'),
    entry: read('till.entry'),
    document: read('document.get'),
    print: act('document.print'),
  }
}
