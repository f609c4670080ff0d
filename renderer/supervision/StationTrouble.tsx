import type { StationInTrouble } from '../../shared/contract/network/calls.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { stationTrouble as words } from '../../shared/messages/network/trouble.fr.ts'
import { useAct } from '../link/hooks.ts'
import { NeedLine } from './NeedLine.tsx'

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
      <NeedLine
        tone="attention"
        name={words.suspended(name, software)}
        need={words.suspendedHelp(hour(suspendedAt, zone))}
        acts={[{ label: words.resume(software), press: () => void act('station.resume', { stationId }) }]}
      />
    )
  if (asks === null) return null
  return (
    <NeedLine
      tone="stop"
      name={words.asks(name, software, asks.what, asks.aMinute)}
      need={words.asksHelp}
      acts={[{ label: words.suspend(software), press: () => void act('station.suspend', { stationId }) }]}
    />
  )
}
