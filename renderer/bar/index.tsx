import { use } from 'react'
import { useNow } from '../link/clock.ts'
import { useAgentHeard } from '../link/agentHere.ts'
import { useCounterActs } from '../counter/acts.ts'
import { useLinkState, useView } from '../link/hooks.ts'
import { PresenceContext } from '../people/presence.ts'
import { Bar } from './Bar.tsx'
import { BarAlert } from './BarAlert.tsx'
import { useScans } from './scan.ts'

/**
 * The counter's thin bar, above the ministry's own software: the same data and the same acts as the whole page, in
 * 56 pixels. Who holds the counter was said in the whole window.
 */
export default function BarStation() {
  useAgentHeard()
  const view = useView('counter.view', {})
  const office = useView('office.view', {})
  const now = useNow(view?.state === 'calling' ? 1_000 : 5_000)
  const away = useLinkState((link) => link.state) === 'away'
  const named = useLinkState((link) => link.agentId) !== null
  const known = use(PresenceContext) !== undefined || named
  const acts = useCounterActs()
  useScans(acts.copy)
  return (
    <Bar
      view={known ? view : undefined}
      office={office}
      now={now}
      away={away}
      acts={acts}
      alert={<BarAlert />}
    />
  )
}
