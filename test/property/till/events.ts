import { fc } from '@fast-check/vitest'
import { nothingHeld } from '../../../shared/domain/till/state.ts'
import { coinsOf, deed } from '../../fixtures/till.ts'

// Any facts of the till, in any order: the state must stand them all, whatever they are worth.

const hex = fc.constantFrom('0'.repeat(64), 'a'.repeat(64))
const number = fc.integer({ min: 1, max: 6 })
const cents = fc.integer({ min: -500, max: 500 })
const date = fc.constantFrom('2026-03-03', '2026-03-04', '2026-04-01')
const line = fc.record({
  productId: fc.constantFrom('copie', 'inconnu'),
  title: fc.constant('Photocopie'),
  quantity: fc.integer({ min: -2, max: 2 }),
  unitCents: fc.constant(18),
  cents,
  exemptionId: fc.constantFrom(null, 'indigence'),
})
const moves = fc.record(Object.fromEntries(Object.keys(nothingHeld).map((means) => [means, cents])))
const sums = ['collected', 'exemptions', 'stamps', 'floats', 'gaps', 'remitted']
const counts = ['entries', 'written', 'payments', 'reversals']

export const tillEvents = {
  tillDeedSet: fc.record({ deed: fc.constantFrom(deed(), deed({ products: deed().products.slice(0, 1) })) }),
  tillOpened: fc.record({ date }),
  tillEntered: fc.record({
    number,
    at: fc.constant(1_772_523_000_000),
    date,
    kind: fc.constantFrom('payment', 'stamp', 'reversal', 'float', 'gap', 'remittance'),
    agentId: fc.constantFrom('agent1', 'inconnu'),
    counterId: fc.constantFrom(null, '1'),
    lines: fc.array(line, { maxLength: 3 }),
    means: fc.constantFrom(null, 'cash', 'card'),
    moves,
    cheques: fc.integer({ min: -1, max: 1 }),
    given: fc.constant(0),
    change: fc.constant(0),
    of: fc.option(number),
    stamp: fc.constantFrom(null, 'b'.repeat(32)),
    noteId: fc.constant(null),
    previous: hex,
    hash: hex,
  }),
  tillPaperGiven: fc.record({
    entry: number,
    documentId: fc.constant('0198c1f2-0000-7abc-8def-000000000042'),
    kind: fc.constantFrom('quittance', 'bordereau'),
    number: fc.constantFrom('QT-2026-1', 'BV-2026-1'),
    issuedAt: fc.constant(1_772_523_000_000),
  }),
  tillCounted: fc.record({
    coins: fc.constantFrom([], coinsOf(5000)),
    counted: fc.constant(5000),
    expected: fc.constant(5000),
    cheques: fc.constant(null),
    gap: fc.option(number),
    noteId: fc.constant(null),
  }),
  tillPeriodClosed: fc
    .constantFrom(
      { kind: 'day', period: '2026-03-03' },
      { kind: 'month', period: '2026-03' },
      { kind: 'month', period: '2026-12' },
      { kind: 'year', period: '2026' },
    )
    .chain((closed) =>
      fc.record({
        kind: fc.constant(closed.kind),
        period: fc.constant(closed.period),
        number,
        at: fc.constant(1_772_523_000_000),
        entries: fc.constantFrom(null, { from: 1, to: 3 }),
        totals: fc.record({
          ...Object.fromEntries(sums.map((sum) => [sum, cents])),
          ...Object.fromEntries(counts.map((count) => [count, fc.nat(5)])),
          byMeans: moves,
          byProduct: fc.constantFrom([], [{ productId: 'copie', title: 'C', quantity: 1, cents: 18 }]),
        }),
        held: moves,
        perpetual: cents,
        perpetualWritten: fc.nat(500),
        school: fc.boolean(),
        lastEntry: hex,
        previous: hex,
        hash: hex,
      }),
    ),
}
