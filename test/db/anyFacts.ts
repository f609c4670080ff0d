import fc from 'fast-check'
import { facts, newEvent } from './facts.ts'

/** Any facts on a few tickets and documents, in any order: the read tables must stand them all. */
export const anyFacts = (maxLength: number) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.nat(7), fc.nat(3)), { maxLength }).map((acts) =>
    acts.map(([act, one, copy], index) => {
      const event = [
        facts.taken(one),
        facts.left(one),
        facts.called(one),
        facts.absent(one),
        facts.started(one),
        facts.closed(one),
        facts.issued(one, index),
        facts.printed(one, copy + 1),
        facts.taken(one, 'é€\u{1F600}\uFFFD'),
      ][act]
      return newEvent(index, event ?? facts.taken(one))
    }),
  )
