import { fc } from '@fast-check/vitest'

// A journal gone on with, from numbers that are its own or nobody's.

const hash = fc.constantFrom('0'.repeat(64), 'a'.repeat(64))
const count = fc.nat(30)
const link = fc.record({ number: count, hash })

export const backupEvents = {
  journalResumed: fc.record({
    known: fc.option(fc.record({ seq: count, hash, at: fc.constant(1_772_550_000_000), resumed: count }), {
      nil: null,
    }),
    since: count,
    resumed: fc.integer({ min: 1, max: 3 }),
    numbers: fc.record({
      tickets: fc.option(
        fc.record({
          date: fc.constantFrom('2026-03-02', '2026-03-03'),
          counts: fc.dictionary(fc.constantFrom('A', 'B', 'P'), count, { maxKeys: 3 }),
        }),
        { nil: null },
      ),
      documents: fc.dictionary(fc.constantFrom('RD-2026', 'QU-2026'), fc.record({ count, hash }), {
        maxKeys: 2,
      }),
      files: fc.dictionary(fc.constantFrom('2025', '2026'), fc.nat(40)),
      till: fc.record({ entry: link, closing: link }),
    }),
  }),
}
