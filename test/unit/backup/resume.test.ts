import { describe, expect, test } from 'vitest'
import { followClosings } from '../../../electron/host/documents/closed.ts'
import { followSeries } from '../../../electron/host/documents/series.ts'
import { highest, missingFrom, numbersOf } from '../../../shared/domain/backup/numbers.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { nextReference } from '../../../shared/domain/files/recorded.ts'
import { officePublicKey, PureOffice } from '../../fixtures/pureOffice.ts'

const hour = 3_600_000
const morning = Date.parse('2026-03-03T09:00:00+01:00')

/** An office with a day open, where two people took a ticket and two were given a certificate with theirs. */
function opened(): PureOffice {
  const pure = PureOffice.school(morning)
  pure.act('day.open', {}, 'supervisor')
  for (let time = 0; time < 2; time++) {
    pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
    pure.act('ticket.certify', { serviceId: 'titres', why: 'nobodyServes' }, 'agent1')
  }
  return pure
}
const certificates = (pure: PureOffice) =>
  pure.recorded.flatMap(({ event }) => (event.type === 'documentIssued' ? [event.data] : []))
const seriesOf = (pure: PureOffice) => certificates(pure)[0]!.number.replace(/-\d+$/, '')
const numberTaken = (pure: PureOffice) => {
  const taken = pure.act('ticket.take', { serviceId: 'titres' }, 'kiosk')
  return 'output' in taken ? (taken.output as { number: string }).number : taken.refusal
}
const hash = 'a'.repeat(64)

/** An office whose day is open, and gives three tickets a day of one service. */
function limited(): PureOffice {
  const pure = PureOffice.school(morning)
  const { services } = pure.view('rules.view', 'supervisor')
  const { serviceId, rule, access, slotMinutes } = services.find(({ serviceId: id }) => id === 'titres')!
  const ofThree = { serviceId, access, slotMinutes, rule: { ...rule, quota: { tickets: 3, text: null } } }
  pure.act('rules.set', { services: [ofThree] }, 'supervisor')
  pure.act('day.open', {}, 'supervisor')
  return pure
}

describe('a journal gone on with after a restore', () => {
  test('gives no number again that is known to have been given: tickets, documents, the till', () => {
    const pure = opened()
    const series = seriesOf(pure)
    const here = numbersOf(pure.office)
    const numbers = {
      tickets: { date: '2026-03-03', counts: { A: 7 } },
      documents: { [series]: { count: 9, hash } },
      files: { '2026': 6 },
      till: { entry: { number: 4, hash }, closing: here.till.closing },
    }
    pure.act(
      'journal.note',
      { known: { seq: 900, hash, at: morning, resumed: 0 }, numbers, since: 1 },
      'supervisor',
    )
    expect(numberTaken(pure)).toBe('A8')
    pure.act('ticket.certify', { serviceId: 'titres', why: 'nobodyServes' }, 'agent1')
    expect(certificates(pure).at(-1)).toMatchObject({ number: `${series}-10`, previous: hash })
    expect(pure.office.till.last).toEqual({ number: 4, hash })
    expect(nextReference(pure.office, '2026-03-03' as LocalDate)).toBe('DO-2026-7')
  })

  test('keeps the numbers of the day that is open where those that are known are of a later one', () => {
    const pure = opened()
    const numbers = { ...numbersOf(pure.office), tickets: { date: '2026-03-06', counts: { A: 2, B: 3 } } }
    pure.act('journal.note', { known: null, numbers, since: 1 }, 'supervisor')
    expect(numberTaken(pure)).toBe('A5')
    for (const ticketId of pure.office.tickets.keys()) pure.act('ticket.leave', { ticketId }, 'agent1')
    pure.clock += 8 * hour
    expect(pure.act('day.close', {}, 'supervisor')).not.toHaveProperty('refusal')
    // The clock is behind the journal that was lost: its numbers are out too. The day after, they begin again.
    for (const number of ['A6', 'A1']) {
      pure.clock += 16 * hour
      expect(pure.act('day.open', {}, 'supervisor')).not.toHaveProperty('refusal')
      expect(numberTaken(pure)).toBe(number)
      for (const ticketId of pure.office.tickets.keys()) pure.act('ticket.leave', { ticketId }, 'agent1')
      pure.clock += 8 * hour
      expect(pure.act('day.close', {}, 'supervisor')).not.toHaveProperty('refusal')
    }
  })

  test('keeps its own numbers where they are the highest, and counts how often it was gone on with on any branch', () => {
    const pure = opened()
    const lower = {
      tickets: { date: '2026-03-03', counts: { A: 1 } },
      documents: {},
      files: {},
      till: numbersOf(pure.office).till,
    }
    pure.act('journal.note', { known: null, numbers: lower, since: 1 }, 'supervisor')
    expect(numberTaken(pure)).toBe('A5')
    pure.act(
      'journal.note',
      { known: { seq: 1, hash, at: morning, resumed: 4 }, numbers: lower, since: 1 },
      'supervisor',
    )
    expect(pure.office.resumptions.map(({ resumed }) => resumed)).toEqual([1, 5])
  })

  test('counts on to a service’s limit of the day the tickets that are here; the next day it begins again', () => {
    const pure = limited()
    expect([numberTaken(pure), numberTaken(pure)]).toEqual(['A1', 'A2'])
    pure.act('day.settleAll', { how: 'certificate', fault: 'service' }, 'supervisor')
    expect(pure.act('day.close', {}, 'supervisor')).not.toHaveProperty('refusal')
    const resume = () =>
      pure.act('journal.note', { known: null, numbers: numbersOf(pure.office), since: 1 }, 'supervisor')
    resume()
    pure.act('day.open', {}, 'supervisor')
    expect([numberTaken(pure), numberTaken(pure)]).toEqual(['A3', 'quotaReached'])
    resume()
    expect(numberTaken(pure), 'a day that is open goes on').toBe('quotaReached')
    pure.act('day.settleAll', { how: 'certificate', fault: 'service' }, 'supervisor')
    expect(pure.act('day.close', {}, 'supervisor')).not.toHaveProperty('refusal')
    resume()
    pure.clock += 24 * hour
    pure.act('day.open', {}, 'supervisor')
    expect(numberTaken(pure)).toBe('A1')
  })

  test('begins the next day’s limit again, be its numbers known before it', () => {
    const pure = limited()
    expect([numberTaken(pure), numberTaken(pure), numberTaken(pure)]).toEqual(['A1', 'A2', 'A3'])
    const numbers = { ...numbersOf(pure.office), tickets: { date: '2026-03-04', counts: { A: 7 } } }
    pure.act('journal.note', { known: null, numbers, since: 1 }, 'supervisor')
    expect(numberTaken(pure)).toBe('quotaReached')
    pure.act('day.settleAll', { how: 'certificate', fault: 'service' }, 'supervisor')
    expect(pure.act('day.close', {}, 'supervisor')).not.toHaveProperty('refusal')
    pure.clock += 24 * hour
    pure.act('day.open', {}, 'supervisor')
    expect(numberTaken(pure)).toBe('A8')
  })

  test('begins the numbers of another day from one, whatever was given the day before', () => {
    const pure = opened()
    const numbers = { ...numbersOf(pure.office), tickets: { date: '2026-03-02', counts: { A: 80 } } }
    pure.act('journal.note', { known: null, numbers, since: 1 }, 'supervisor')
    expect(numberTaken(pure)).toBe('A5')
  })

  test('verifies: the numbers that a restore lost are no gap of the documents, nor of their closings', () => {
    const pure = opened()
    const series = seriesOf(pure)
    const numbers = { ...numbersOf(pure.office), documents: { [series]: { count: 5, hash } } }
    pure.act('journal.note', { known: null, numbers, since: 1 }, 'supervisor')
    const gone = pure.recorded.length
    pure.act('ticket.certify', { serviceId: 'titres', why: 'nobodyServes' }, 'agent1')
    for (const ticketId of pure.office.tickets.keys()) pure.act('ticket.leave', { ticketId }, 'agent1')
    pure.clock += 8 * hour
    expect(pure.act('day.close', {}, 'supervisor')).not.toHaveProperty('refusal')
    const flaw = (events: typeof pure.recorded) => {
      const office = { publicKey: officePublicKey }
      const checks = [followSeries(), followClosings({ office: office as never, signatures: true })]
      for (const check of checks)
        for (const recorded of events) {
          const found = check.event(recorded)
          if (found) return found
        }
      return checks.map((check) => check.end()).find((found) => found !== undefined)
    }
    expect(flaw(pure.recorded)).toBeUndefined()
    // The same journal without the event that says so has a gap.
    expect(flaw(pure.recorded.toSpliced(gone - 1, 1))).toBeDefined()
  })
})

test('what is missing of a journal is told series by series, by what is known of it', () => {
  const link = { number: 0, hash }
  const till = { entry: link, closing: link }
  const here = { tickets: { date: '2026-03-03', counts: { A: 2, B: 5 } }, documents: {}, files: {}, till }
  const known = {
    tickets: { date: '2026-03-03', counts: { A: 7, B: 5 } },
    documents: { 'RD-2026': { count: 3, hash } },
    files: { '2026': 2 },
    till,
  }
  expect(missingFrom(here as never, known as never)).toEqual([
    { series: 'A', here: 2, known: 7 },
    { series: 'RD-2026', here: 0, known: 3 },
    { series: 'DO-2026', here: 0, known: 2 },
  ])
  expect(highest(here as never, known as never).tickets).toEqual({
    date: '2026-03-03',
    counts: { A: 7, B: 5 },
  })
})
