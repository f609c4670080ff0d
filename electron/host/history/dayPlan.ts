import type { AgentId, CounterId, Instant, ServiceId } from '../../../shared/contract/ids.ts'
import type { Priority } from '../../../shared/contract/queue/rules.ts'

// A day to be played: who comes, and which counters receive. Nothing in it depends on the queue's rule, so that the
// same day can be played under several.

/** Someone who comes. What they do is decided beforehand: it is the office that is tried, not them. */
export type Person = {
  readonly arrivesAt: Instant
  readonly serviceId: ServiceId
  readonly priority: Priority | null
  /** The hour of their appointment; null for who comes without one. */
  readonly appointmentAt: Instant | null
  /** How many requests the ticket brings; `serviceSeconds` is for all of them. */
  readonly requests: number
  /** From the call until they are at the counter, then the time spent there. */
  readonly walkSeconds: number
  readonly serviceSeconds: number
  /** After so long without a call the person leaves; null when they stay to the end. */
  readonly patienceSeconds: number | null
  /** Not there when first called; back so long after the absence was noted, or not at all (null). */
  readonly absence: { readonly backAfterSeconds: number | null } | null
}

/** A counter held by an agent without a break. Two shifts of one agent at one counter have a pause between them. */
export type Shift = {
  readonly counterId: CounterId
  readonly agentId: AgentId
  readonly from: Instant
  readonly to: Instant
  /** What is received there; null for all that the agent can do. */
  readonly services: readonly ServiceId[] | null
}

export type DayPlan = {
  readonly opensAt: Instant
  readonly people: readonly Person[]
  readonly shifts: readonly Shift[]
}
