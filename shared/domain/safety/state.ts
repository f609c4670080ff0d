import type { CounterId, AgentId, StationId, Instant } from '../../contract/ids.ts'
import type { AlertId, IncidentNature } from '../../contract/safety/calls.ts'

/** Help that was asked for. */
export type Alert = {
  readonly alertId: AlertId
  readonly counterId: CounterId | null
  readonly agentId: AgentId | null
  readonly stationId: StationId
  readonly at: Instant
  readonly answeredAt: Instant | null
}

/** What was typed of an incident, with what the register asks beside it. */
export type IncidentRow = {
  readonly happenedAt: Instant
  readonly recordedAt: Instant
  readonly counterId: CounterId | null
  readonly nature: IncidentNature
  readonly facts: string
  readonly agentId: AgentId | null
}
