import { HandHelping } from 'lucide-react'
import { safetyWords as words } from '../../shared/messages/safety/safety.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { useOffice } from '../link/office.ts'
import { useCommand, useView } from '../link/hooks.ts'
import { useChord } from '../safety/chord.ts'
import { Mark } from '../safety/Mark.tsx'
import { Button } from '../ui/Button.tsx'
import style from './Bar.module.css'
import { openCounter } from './openCounter.ts'

/**
 * Help asked from the bar by the same three keys, with a mark and nothing else; a colleague's in the place of what is
 * less pressing. The form is for the whole page.
 */
export function BarAlert() {
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
