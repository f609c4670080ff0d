import { describe, expect, test } from 'vitest'
import { compareSigned, type HashesOf, type Signed } from '../../../db/journal/anchored.ts'
import { marksOf } from '../../../db/journal/anchor.ts'
import { chainHash, noHash } from '../../../db/journal/rows.ts'
import type { Instant } from '../../../shared/contract/ids.ts'

/** The hashes of a chain of these bodies, from event 1. */
function chain(bodies: readonly string[]): readonly string[] {
  let hash = noHash
  return bodies.map((body) => (hash = chainHash(hash, body)))
}
const bodies = (length: number, change: (at: number) => string = String) =>
  Array.from({ length }, (_, at) => change(at + 1))
const lived = chain(bodies(50))

const journal = (hashes: readonly string[], resumptions: HashesOf['resumptions'] = []): HashesOf => ({
  seq: hashes.length,
  hashAt: (seq) => hashes[seq - 1],
  resumptions,
})
/** An anchor of that event, marked from another one. */
const signed = (hashes: readonly string[], seq: number, { resumed = 0, from = seq - 1 } = {}): Signed =>
  ({
    seq,
    hash: hashes[seq - 1]!,
    at: seq as Instant,
    resumed,
    marks: marksOf(hashes.slice(from, seq)),
  }) as Signed

const anchors = [signed(lived, 10), signed(lived, 30, { from: 10 }), signed(lived, 50, { from: 30 })]

describe('a journal beside what was signed of it', () => {
  test('is sound when each event signed is there, however far it went since', () => {
    expect(compareSigned(anchors, journal(lived))).toEqual({ is: 'sound' })
    expect(compareSigned(anchors, journal(chain(bodies(60))))).toEqual({ is: 'sound' })
    expect(compareSigned([], journal([]))).toEqual({ is: 'sound' })
  })

  test('is behind when it ends before', () => {
    expect(compareSigned(anchors, journal(lived.slice(0, 35)))).toMatchObject({
      is: 'behind',
      known: { seq: 50 },
    })
  })

  test('was rewritten from the first event whose mark is another, and from the last that holds where there is none', () => {
    const changed = journal(chain(bodies(50, (at) => (at === 17 ? 'changed' : String(at)))))
    expect(compareSigned(anchors, changed)).toMatchObject({ is: 'rewritten', first: 17 })
    const unmarked = anchors.map((one) => ({ ...one, marks: '' }))
    expect(compareSigned(unmarked, changed)).toMatchObject({ is: 'rewritten', first: 11 })
  })

  test('was rewritten, and not behind, when it was cut and went on by itself past what was signed', () => {
    const other = journal(chain(bodies(60, (at) => (at > 35 ? `other ${at}` : String(at)))))
    expect(compareSigned(anchors, other)).toMatchObject({ is: 'rewritten', first: 36 })
  })
})

describe('a resumption', () => {
  // Restored up to the 25th event, written in by the restore, gone on with at the 35th.
  const resumed = chain(bodies(40, (at) => (at > 25 ? `resumed ${at}` : String(at))))
  const resumption = [{ since: 25, resumed: 1 }]

  test('excuses what was signed of the events that a restore lost, once something signed after it holds', () => {
    const after = [...anchors, signed(resumed, 35, { resumed: 1 })]
    expect(compareSigned(after, journal(resumed, resumption))).toEqual({ is: 'sound' })
  })

  test('excuses nothing by itself', () => {
    expect(compareSigned(anchors, journal(resumed, resumption)).is).not.toBe('sound')
  })

  test('excuses nothing of before it', () => {
    const tampered = chain(
      bodies(40, (at) => (at > 25 ? `resumed ${at}` : at === 5 ? 'changed' : String(at))),
    )
    const after = [...anchors, signed(tampered, 35, { resumed: 1 })]
    expect(compareSigned(after, journal(tampered, resumption))).toMatchObject({ is: 'rewritten', first: 1 })
  })

  test('of another branch excuses nothing of this one', () => {
    const after = [...anchors, signed(resumed, 35, { resumed: 1 }), signed(resumed, 40, { resumed: 1 })]
    expect(compareSigned(after, journal(resumed.slice(0, 36), resumption))).toMatchObject({ is: 'behind' })
  })
})
