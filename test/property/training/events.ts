import { fc } from '@fast-check/vitest'
import { situations } from '../../../shared/contract/training/calls.ts'

// A guided day, who came, what their sheet said: of few ids, so that they meet the tickets of the other facts.

const id = fc.nat(5).map((n) => `0198c1f2-0000-7abc-8def-${String(n).padStart(12, '0')}`)

export const trainingEvents = {
  lessonBegun: fc.record({
    lessonId: id,
    counterId: fc.constantFrom('1', 'inconnu'),
    arrivals: fc.array(
      fc.record({
        situation: fc.constantFrom(null, ...situations),
        at: fc.constant(1_772_523_000_000),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  }),
  lessonArrived: fc.record({ lessonId: id, arrival: fc.nat(7), ticketId: id }),
  lessonSheetSeen: fc.record({
    ticketId: id,
    capacity: fc.constantFrom(null, 'self', 'mandate'),
    identity: fc.constantFrom(null, 'declared', 'cni'),
  }),
}
