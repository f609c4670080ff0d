import { count, ticketNumber, hour } from '../../shared/messages/format/numbers.ts'
import { needWords } from '../../shared/messages/history/needs.fr.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { useAct, useView } from '../link/hooks.ts'
import { JournalResume } from '../settings/backup/JournalResume.tsx'
import { Card } from '../ui/Card.tsx'
import { useKeptFocus } from '../ui/keptFocus.ts'
import { DayDecision } from './DayDecision.tsx'
import { FigureHelp } from './FigureHelp.tsx'
import { otherDecisions, serviceLines } from './lines.ts'
import { namesOf, type Present } from './names.ts'
import { actsOf } from './needActs.tsx'
import { NeedLine } from './NeedLine.tsx'
import { OtherLine } from './OtherLine.tsx'
import style from './Needs.module.css'
import type { GoTo } from './places.ts'
import type { StationInTrouble } from '../../shared/contract/network/calls.ts'
import { stationTrouble } from '../../shared/messages/network/trouble.fr.ts'
import type { TicketId } from '../../shared/contract/ids.ts'

type Decision = Present['decisions'][number]
const words = supervision.decide

/**
 * What the office needs now, a line each: the day and what stops it, every service (the worst first, « Rien à faire » said), who
 * must come back, machines. One act at most is in accent: the first that answers the gravest line.
 */
export function Needs({
  view,
  now,
  goTo,
}: {
  readonly view: Present
  readonly now: number
  readonly goTo: GoTo
}) {
  const act = useAct()
  const names = namesOf(view)
  const others = otherDecisions(view)
  const unsent = view.unsettled.tickets.filter(({ unsentNotice }) => unsentNotice !== null)
  const stale = others.find((one) => one.what === 'dayNotClosed')
  const agents = useView('agents.view', {})?.agents
  const held = useView('office.view', {})?.counters
  const lines = serviceLines(view, now, { names, holders: agents && held && { agents, held } })
  const section = useKeptFocus(view.decisions.length + view.stations.length + unsent.length)
  const backups = useView('backups.view', {})
  const accent =
    stale === undefined && view.day !== null
      ? lines.find(({ able, tone }) => able.length > 0 && tone !== 'calm')
      : undefined
  return (
    <section aria-label={words.title} tabIndex={-1} {...section}>
      {backups && backups.journal.is !== 'sound' && (
        <Card tone="stop">
          <JournalResume journal={backups.journal} zone={backups.zone} />
        </Card>
      )}
      {view.day === null && <DayDecision view={view} goTo={goTo} />}
      <h2 className={style.head}>{needWords.title(view.total)}</h2>
      <FigureHelp figures={['waiting', 'atRisk']} />
      <ul role="list">
        {view.stations.map((station) => (
          <StationTrouble
            key={`${station.stationId} ${station.asks?.what ?? ''}`}
            station={station}
            zone={view.zone}
          />
        ))}
        {stale && <OtherLine decision={stale} view={view} now={now} goTo={goTo} />}
        {lines.map((line) => (
          <NeedLine
            key={line.service.serviceId}
            tone={line.tone}
            name={line.service.name.fr}
            // « Personne n’attend » says its figure.
            {...(line.service.waiting > 0 && { figure: count(line.service.waiting) })}
            unit={needWords.wait(line.service.waiting)}
            under={line.first}
            need={line.need}
            detail={line.detail}
            acts={actsOf(line, { view, act, goTo, accent: line === accent })}
          />
        ))}
        {unsent.map(({ ticketId, number }) => (
          <UnsentNotice key={ticketId} ticketId={ticketId} number={ticketNumber(number)} />
        ))}
        {others
          .filter((one) => one !== stale)
          .map((decision) => (
            <OtherLine key={keyOf(decision)} decision={decision} view={view} now={now} goTo={goTo} />
          ))}
      </ul>
    </section>
  )
}

function keyOf(decision: Decision): string {
  switch (decision.what) {
    case 'promiseMissed':
      return `${decision.what} ${decision.ticketId}`
    case 'pausedTooLong':
      return `${decision.what} ${decision.counterId}`
    case 'backup':
      return `${decision.what} ${decision.where}`
    case 'printer':
      return `${decision.what} ${decision.printerId} ${decision.problem === null ? 'roll' : ''}`
    default:
      return decision.what
  }
}

const unsent = needWords.unsent

/** Somebody who waits for a notice that did not leave: they are told by word of mouth, which is noted. */
function UnsentNotice({ ticketId, number }: { readonly ticketId: TicketId; readonly number: string }) {
  const act = useAct()
  return (
    <NeedLine
      tone="attention"
      name={unsent.name(number)}
      need={unsent.need(number)}
      detail={unsent.detail}
      acts={[
        {
          label: unsent.told,
          name: unsent.toldFor(number),
          press: () => void act('notice.told', { ticketId }),
        },
      ]}
    />
  )
}

/** A station that asks too often, with what suspends it; or one that is suspended, with what resumes it. */
function StationTrouble({
  station: { stationId, name, software, suspendedAt, asks },
  zone,
}: {
  readonly station: StationInTrouble
  readonly zone: string
}) {
  const act = useAct()
  if (suspendedAt !== null)
    return (
      <NeedLine
        tone="attention"
        name={stationTrouble.suspended(name, software)}
        need={stationTrouble.suspendedHelp(hour(suspendedAt, zone))}
        acts={[
          { label: stationTrouble.resume(software), press: () => void act('station.resume', { stationId }) },
        ]}
      />
    )
  if (asks === null) return null
  return (
    <NeedLine
      tone="stop"
      name={stationTrouble.asks(name, software, asks.what, asks.aMinute)}
      need={stationTrouble.asksHelp}
      acts={[
        { label: stationTrouble.suspend(software), press: () => void act('station.suspend', { stationId }) },
      ]}
    />
  )
}
