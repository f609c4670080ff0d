import { use } from 'react'
import { useNow } from '../link/clock.ts'
import { useAgentHeard } from '../link/agentHere.ts'
import { useCounterActs } from '../counter/acts.ts'
import { useLinkState, useView, useCommand } from '../link/hooks.ts'
import { PresenceContext } from '../people/presence.ts'
import { Bar } from './Bar.tsx'
import { HandHelping } from 'lucide-react'
import { safetyWords as words } from '../../shared/messages/safety/safety.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { useOffice } from '../link/office.ts'
import { useChord } from '../safety/chord.ts'
import { Mark } from '../safety/Mark.tsx'
import { Button } from '../ui/Button.tsx'
import style from './Bar.module.css'
import { openCounter } from './openCounter.ts'
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

/**
 * Help asked from the bar by the same three keys, with a mark and nothing else; a colleague's in the place of what is
 * less pressing. The form is for the whole page.
 */
function BarAlert() {
  const { zone } = useOffice()
  const view = useView('safety.view', {})
  const raise = useCommand('alert.raise')
  const answer = useCommand('alert.answer')
  useChord(() => void raise({}))
  const own = view?.alerts.findLast((alert) => alert.own)
  const other = view?.alerts.find((alert) => !alert.own)
  return (
    <>
      {own && <Mark alert={own} onPress={openCounter} />}
      {other && (
        <span className={style.asked} role="status">
          <HandHelping aria-hidden size={20} />
          <span className={style.askedSaid}>{words.asked(other.place, hour(other.at, zone))}</span>
          <Button size="dense" onPress={() => void answer({ alertId: other.alertId })}>
            {words.go}
          </Button>
        </span>
      )}
    </>
  )
}
