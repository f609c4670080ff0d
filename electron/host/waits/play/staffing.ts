import type { AgentId, CounterId, Instant, ServiceId } from '../../../../shared/contract/ids.ts'
import type { Office } from '../../../../shared/domain/state.ts'
import type { Counter } from '../../../../shared/domain/queue/state.ts'
import { servicesAt } from '../../../../shared/domain/people/skills.ts'
import type { Shift } from '../../history/dayPlan.ts'

type Step = { readonly agentId: AgentId } & (
  | { readonly name: 'counter.open'; readonly input: { readonly counterId: CounterId } }
  | { readonly name: 'counter.close' | 'counter.resume'; readonly input: Record<string, never> }
  | {
      readonly name: 'counter.pause'
      readonly input: { readonly reason: string; readonly kind: 'break'; readonly until: Instant }
    }
  | {
      readonly name: 'counter.skills'
      readonly input: { readonly services: ServiceId[] | null }
    }
)

const pauseReason = 'Pause'

/** Who holds which counter through a day: what has to be done at an instant so that it is as the shifts say. */
export function staffing(shifts: readonly Shift[]) {
  const ordered = shifts.toSorted((a, b) => a.from - b.from)
  const counters = [...new Set(ordered.map(({ counterId }) => counterId))]
  const wanted = (counterId: CounterId, now: Instant) =>
    ordered.find((shift) => shift.counterId === counterId && shift.from <= now && now < shift.to)
  const nextOf = (agentId: AgentId, now: Instant) =>
    ordered.find((shift) => shift.agentId === agentId && shift.from > now)

  /** When a shift begins or ends. */
  const changes = (): readonly Instant[] => ordered.flatMap(({ from, to }) => [from, to])

  /** Made one at a time: the next is looked for once the office has changed by the one before. */
  function* steps(office: () => Office, now: Instant): Generator<Step> {
    // Counters are left before others are taken: an agent may go from one to another.
    for (const counterId of counters) {
      const counter = office().counters.get(counterId)
      const shift = wanted(counterId, now)
      if (!counter?.agentId || counter.ticketId !== null || shift?.agentId === counter.agentId) continue
      const { agentId } = counter
      const next = nextOf(agentId, now)
      if (shift || next?.counterId !== counterId) yield { agentId, name: 'counter.close', input: {} }
      else if (counter.pause === null)
        yield {
          agentId,
          name: 'counter.pause',
          input: { reason: pauseReason, kind: 'break', until: next.from },
        }
    }
    for (const counterId of counters) {
      const shift = wanted(counterId, now)
      const counter = () => office().counters.get(counterId)
      if (!shift || counter()?.ticketId !== null) continue
      const { agentId } = shift
      if (counter()?.agentId !== agentId) yield { agentId, name: 'counter.open', input: { counterId } }
      const held = counter()
      // Its agent is still busy at another counter.
      if (held?.agentId !== agentId) continue
      if (held.pause !== null) yield { agentId, name: 'counter.resume', input: {} }
      if (!receives(office(), held, shift))
        yield {
          agentId,
          name: 'counter.skills',
          input: { services: shift.services === null ? null : [...shift.services] },
        }
    }
  }

  /** The agents who can call now, the longest free first. */
  const free = (office: Office, now: Instant): readonly AgentId[] =>
    counters
      .flatMap((counterId) => {
        const counter = office.counters.get(counterId)
        const shift = wanted(counterId, now)
        if (!counter || counter.ticketId !== null || counter.pause !== null) return []
        return shift?.agentId === counter.agentId
          ? [{ agentId: shift.agentId, since: freeSince(counter) }]
          : []
      })
      .toSorted((a, b) => a.since - b.since)
      .map(({ agentId }) => agentId)

  return { changes, steps, free }
}

/** Since when a counter is free: its opening, or the last act there. */
const freeSince = ({ since, last }: Counter): number => Math.max(since, last?.at ?? 0)

/** Whether a counter receives what its shift says already. */
function receives(office: Office, held: Counter, { agentId, services }: Shift): boolean {
  const able = office.skills.get(agentId) ?? []
  const then = services === null ? able : able.filter((id) => services.includes(id))
  const now = servicesAt(office, held)
  return now.length === then.length && now.every((id) => then.includes(id))
}
