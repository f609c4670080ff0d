import { useEffect, useRef, useState } from 'react'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { useView } from '../link/hooks.ts'
import { JournalResume } from '../settings/backup/JournalResume.tsx'
import { Card } from '../ui/Card.tsx'
import { Button } from '../ui/Button.tsx'
import { DayDecision } from './DayDecision.tsx'
import { Decide } from './Decide.tsx'
import type { Present } from './names.ts'
import type { GoTo } from './places.ts'
import { StationTrouble } from './StationTrouble.tsx'
import style from './Supervision.module.css'

/** How many decisions are shown before the rest is asked for: two rows of the page. */
const shown = 6

/** Stations that ask too often, each thing to decide with the acts that decide it, the gravest first; then the day itself. */
export function Decisions({
  view,
  now,
  zone,
  goTo,
}: {
  readonly view: Present
  readonly now: number
  readonly zone: string
  readonly goTo: GoTo
}) {
  const words = supervision.decide
  const [all, setAll] = useState(false)
  const hidden = all ? 0 : Math.max(0, view.decisions.length - shown)
  const section = useKeptFocus(view.decisions.length + view.stations.length)
  const backups = useView('backups.view', {})
  return (
    <section aria-label={words.title} className={style.decisions} tabIndex={-1} {...section}>
      {backups && backups.journal.is !== 'sound' && (
        <Card tone="stop" className={style.whole}>
          <JournalResume journal={backups.journal} />
        </Card>
      )}
      {view.stations.map((station) => (
        <StationTrouble
          key={`${station.stationId} ${station.asks?.what ?? ''}`}
          station={station}
          zone={zone}
        />
      ))}
      {view.decisions.slice(0, all ? undefined : shown).map((decision) => (
        <Decide key={keyOf(decision)} decision={decision} view={view} now={now} zone={zone} goTo={goTo} />
      ))}
      {hidden > 0 && (
        <div className={style.across}>
          <Button onPress={() => setAll(true)}>{words.more(hidden)}</Button>
        </div>
      )}
      <DayDecision view={view} goTo={goTo} />
    </section>
  )
}

function keyOf(decision: Present['decisions'][number]): string {
  switch (decision.what) {
    case 'dayNotClosed':
      return decision.what
    case 'nobodyServes':
    case 'notEnoughTime':
      return `${decision.what} ${decision.serviceId}`
    case 'pastTarget':
    case 'promiseMissed':
      return `${decision.what} ${decision.ticketId}`
    case 'pausedTooLong':
      return `${decision.what} ${decision.counterId}`
    case 'appointmentLate':
      return `${decision.what} ${decision.appointmentId}`
    case 'backup':
      return `${decision.what} ${decision.where}`
    case 'printer':
      return `${decision.what} ${decision.printerId} ${decision.problem === null ? 'roll' : ''}`
  }
}

/** A decision that was taken goes away with its buttons: the focus then stays here rather than go back to the top. */
function useKeptFocus(decisions: number) {
  const ref = useRef<HTMLElement>(null)
  const here = useRef(false)
  useEffect(() => {
    if (here.current && document.activeElement === document.body) ref.current?.focus()
  }, [decisions])
  return {
    ref,
    onFocus: () => {
      here.current = true
    },
    onBlur: ({ relatedTarget }: { readonly relatedTarget: EventTarget | null }) => {
      // Null when the button itself went away.
      here.current = relatedTarget === null || ref.current?.contains(relatedTarget as Node) === true
    },
  }
}
