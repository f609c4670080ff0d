import { Gauge, OctagonPause } from 'lucide-react'
import type { StationInTrouble } from '../../shared/contract/network/calls.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { stationTrouble as words } from '../../shared/messages/network/trouble.fr.ts'
import { Acts } from './Acts.tsx'
import { useAct } from './acts.ts'
import { DecisionCard } from './DecisionCard.tsx'

/** A station that asks too often, with what suspends it; or one that is suspended, with what resumes it. */
export function StationTrouble({
  station: { stationId, name, software, suspendedAt, asks },
  zone,
}: {
  readonly station: StationInTrouble
  readonly zone: string
}) {
  const act = useAct()
  if (suspendedAt !== null)
    return (
      <DecisionCard
        tone="attention"
        icon={<OctagonPause aria-hidden size={24} />}
        title={words.suspended(name, software)}
        help={words.suspendedHelp(hour(suspendedAt, zone))}
      >
        <Acts
          acts={[{ label: words.resume(software), press: () => void act('station.resume', { stationId }) }]}
        />
      </DecisionCard>
    )
  if (asks === null) return null
  return (
    <DecisionCard
      tone="stop"
      icon={<Gauge aria-hidden size={24} />}
      title={words.asks(name, software, asks.what, asks.aMinute)}
      help={words.asksHelp}
    >
      <Acts
        acts={[{ label: words.suspend(software), press: () => void act('station.suspend', { stationId }) }]}
      />
    </DecisionCard>
  )
}
