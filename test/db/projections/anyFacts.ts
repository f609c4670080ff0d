import fc from 'fast-check'
import type { Event } from '../../../shared/contract/events.ts'
import { facts, fromVisit, newEvent } from '../facts.ts'

type Make = (ticket: number, index: number, some: number) => Event

const makes: readonly Make[] = [
  (one) => facts.taken(one),
  (one, _, some) =>
    facts.taken(one, 'é€\u{1F600}\uFFFD', { announced: { p50: 60 * some, p90: 900, sure: 0.5 } }),
  (one, index, some) =>
    facts.entered(one, [index, index + 5, index + 60].slice(0, 1 + (some % 3)), some === 0 ? null : 'filed'),
  (one, index, some) => facts.joined(one, Math.max(0, index - 3), some === 0),
  (one) => facts.left(one),
  (one, _, some) => facts.called(one, some === 0 ? 'arrivalOrder' : 'legalPriority', some),
  (one) => facts.absent(one),
  (one) => facts.returned(one),
  (one) => facts.started(one),
  (one) => facts.parked(one),
  (one) => facts.resumed(one),
  (one, _, some) => facts.transferred(one, ['titres', 'etat-civil', 'elections', 'inconnu'][some]),
  (one) => facts.unserved(one),
  (one, _, some) => facts.prioritySet(one, ([null, 'law', 'deadline', 'local'] as const)[some] ?? null),
  (one) => facts.requestAdded(one),
  (one) => facts.requestClosed(one, 'refused'),
  (one) => facts.closed(one),
  (_, __, some) => facts.interrupted(some),
  (_, __, some) => facts.undisturbed(some),
  // What was just told, most often; the first event of all is the office's birth.
  (one, index, some) => facts.undone(one, 'call', Math.max(1, index + 1 - some)),
  () => facts.dayClosed(),
  (one, index) => facts.issued(one, index),
  (one, index, some) => facts.issuedOfFile(one, index, some),
  (one, _, some) => facts.printed(one, some + 1),
  (one) => facts.handedOverTo(one),
  (one, _, some) =>
    facts.related(one, (['duplicate', 'correction', 'cancellation'] as const)[some] ?? 'duplicate', some),
  (one, _, some) => facts.replaced(one, `NEUF${some}`),
  (one) => facts.tillEntered(one),
  (one) => facts.tillPaperGiven(one),
  (one) => facts.tillPeriodClosed(one),
  (one, _, some) => facts.fileOpened(one, { visit: some === 0 ? null : fromVisit(one) }),
  (one) => facts.fileOpened(one, { channel: 'assisted', assistance: 'filing', visit: fromVisit(one) }),
  (one) => facts.fileDescribed(one),
  (one) => facts.fileAcknowledged(one),
  (one) => facts.fileClosed(one),
  (one, _, some) => facts.fileActUndone(one, some === 0 ? one : some),
]

/** Any facts on a few tickets and documents, in any order: the read tables must stand them all. */
export const anyFacts = (maxLength: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...makes), fc.nat(5), fc.nat(3)), { maxLength })
    .map((acts) => acts.map(([make, one, some], index) => newEvent(index, make(one, index, some))))
