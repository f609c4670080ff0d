import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import {
  implicitDecision,
  silenceClock,
  type AwaitedRequest,
  type SilenceFacts,
} from '../../../shared/domain/law/time/silence.ts'

const day = (text: string) => text as LocalDate
const twoMonths = { count: 2, unit: 'months' } as const

/** Received on 5 January by the competent office, two months. */
const facts = (over: Partial<SilenceFacts> = {}): SilenceFacts => ({
  regime: 'rejet',
  delay: twoMonths,
  received: day('2026-01-05'),
  competentReceived: day('2026-01-05'),
  requests: [],
  ...over,
})
const missing = (asked: string, due: string, received: string | null = null): AwaitedRequest => ({
  kind: 'missing',
  asked: day(asked),
  due: day(due),
  received: received === null ? null : day(received),
})
const original = (asked: string, received: string | null = null): AwaitedRequest => ({
  kind: 'original',
  asked: day(asked),
  due: null,
  received: received === null ? null : day(received),
})
const at = (over: Partial<SilenceFacts>, today: string) => silenceClock(facts(over), day(today))

describe('silence that rejects', () => {
  test('runs from the receipt, and is a decision on its last day', () => {
    expect(at({}, '2026-03-04')).toMatchObject({
      decision: '2026-03-05',
      state: 'running',
      runsFrom: '2026-01-05',
      runsSince: 'receipt',
      waitsFor: null,
    })
    expect(at({}, '2026-03-05')).toMatchObject({ decision: '2026-03-05', state: 'decided' })
  })

  test('runs from the office first seised, even before the competent one has it (L114-3 al. 1)', () => {
    for (const competentReceived of [null, day('2026-02-20')])
      expect(at({ competentReceived }, '2026-02-01')).toMatchObject({
        decision: '2026-03-05',
        runsSince: 'firstReceipt',
      })
  })

  test('stops while pieces are awaited, and production ends the stop (L114-5 al. 3)', () => {
    const requests = [missing('2026-01-20', '2026-02-19', '2026-02-10')]
    expect(at({ requests }, '2026-02-09')).toMatchObject({
      decision: '2026-03-26',
      state: 'suspended',
      waitsFor: 'missing',
      suspendedDays: 21,
      suspensions: [{ kind: 'missing', from: '2026-01-20', until: '2026-02-10', endedBy: 'production' }],
    })
    expect(at({ requests }, '2026-02-10')).toMatchObject({ state: 'running', waitsFor: null })
    expect(at({ requests }, '2026-01-19')).toMatchObject({ state: 'running' })
  })

  test('runs again after the day given, whether pieces came later or never', () => {
    for (const received of [null, '2026-03-01']) {
      const requests = [missing('2026-01-20', '2026-02-19', received)]
      expect(at({ requests }, '2026-02-19')).toMatchObject({
        decision: '2026-04-04',
        state: 'running',
        suspendedDays: 30,
        suspensions: [{ until: '2026-02-19', endedBy: 'due' }],
      })
    }
  })

  test('two stops at once count their days once', () => {
    const requests = [
      missing('2026-02-01', '2026-02-15'),
      missing('2026-01-20', '2026-02-05', '2026-02-04'),
      missing('2026-01-25', '2026-01-30'),
    ]
    // 20 January to 15 February: 26 days.
    expect(at({ requests }, '2026-02-20')).toMatchObject({ suspendedDays: 26, decision: '2026-03-31' })
  })

  test('is not moved by what is asked when it is already a decision', () => {
    const requests = [missing('2026-03-05', '2026-03-20')]
    expect(at({ requests }, '2026-03-10')).toMatchObject({
      decision: '2026-03-05',
      state: 'decided',
      suspensions: [],
      tooLate: ['2026-03-05'],
    })
    // A stop before has put the end off: the same request then counts.
    const earlier = [missing('2026-01-20', '2026-02-19'), ...requests]
    expect(at({ requests: earlier }, '2026-03-10')).toMatchObject({
      state: 'suspended',
      decision: '2026-04-19',
      tooLate: [],
    })
  })

  test('has no date while an original is awaited, and one when it came (R113-6)', () => {
    expect(at({ requests: [original('2026-02-01')] }, '2026-06-01')).toMatchObject({
      decision: null,
      state: 'suspended',
      waitsFor: 'original',
      suspendedDays: null,
    })
    expect(at({ requests: [original('2026-02-01', '2026-02-11')] }, '2026-02-20')).toMatchObject({
      decision: '2026-03-15',
      state: 'running',
    })
  })

  test('ends on its date, be it a holiday or a Sunday', () => {
    expect(implicitDecision(facts({ received: day('2026-03-08') }))).toBe('2026-05-08')
    expect(implicitDecision(facts({ received: day('2026-03-10') }))).toBe('2026-05-10')
  })
})

describe('silence that accepts', () => {
  const accepting = { regime: 'acceptation' } as const

  test('runs from the competent office’s receipt (L114-3 al. 2), and waits for it', () => {
    expect(at({ ...accepting, competentReceived: day('2026-01-15') }, '2026-02-01')).toMatchObject({
      decision: '2026-03-15',
      runsFrom: '2026-01-15',
      runsSince: 'competentReceipt',
    })
    expect(at({ ...accepting, competentReceived: null }, '2026-06-01')).toMatchObject({
      decision: null,
      state: 'waiting',
      runsFrom: null,
      waitsFor: 'competentOffice',
    })
  })

  test('does not run while pieces are awaited, even past the day given (L114-5 al. 2)', () => {
    const requests = [missing('2026-01-20', '2026-02-19')]
    for (const today of ['2026-02-01', '2026-08-01'])
      expect(at({ ...accepting, requests }, today)).toMatchObject({
        decision: null,
        state: 'waiting',
        waitsFor: 'missing',
      })
  })

  test('runs afresh from the last pieces that came', () => {
    const requests = [
      missing('2026-01-25', '2026-02-25', '2026-02-20'),
      missing('2026-01-20', '2026-02-19', '2026-02-10'),
    ]
    expect(at({ ...accepting, requests }, '2026-03-01')).toMatchObject({
      decision: '2026-04-20',
      state: 'running',
      runsFrom: '2026-02-20',
      runsSince: 'pieces',
    })
  })

  test('what is asked once it is acquired changes nothing', () => {
    const requests = [missing('2026-03-05', '2026-04-05')]
    expect(at({ ...accepting, requests }, '2026-03-10')).toMatchObject({
      decision: '2026-03-05',
      state: 'decided',
      tooLate: ['2026-03-05'],
    })
  })

  test('an original asked stops it, and days before a fresh start are not given back twice', () => {
    const asked = original('2026-01-10', '2026-01-20')
    expect(at({ ...accepting, requests: [asked] }, '2026-02-01')).toMatchObject({
      decision: '2026-03-15',
      suspendedDays: 10,
    })
    const requests = [asked, missing('2026-01-08', '2026-02-08', '2026-01-18')]
    expect(at({ ...accepting, requests }, '2026-02-01')).toMatchObject({
      runsFrom: '2026-01-18',
      decision: '2026-03-20',
      suspendedDays: 2,
    })
  })
})
