import { fc } from '@fast-check/vitest'

// Help asked, answered, incidents told: of few ids, so that they meet.

const id = fc.nat(3).map((n) => `0198c1f2-0000-7abc-8def-${String(n).padStart(12, '0')}`)
const counterId = fc.constantFrom(null, '1', 'inconnu')

export const safetyEvents = {
  alertRaised: fc.record({ alertId: id, counterId }),
  alertAnswered: fc.record({ alertId: id }),
  incidentRecorded: fc.record({
    incidentId: id,
    alertId: fc.option(id),
    counterId,
    happenedAt: fc.constant(1_772_523_000_000),
    nature: fc.constantFrom('words', 'violence'),
  }),
}
