import { describe, expect, it } from 'vitest'
import { fc, test as property } from '@fast-check/vitest'
import type { CounterId, LocalDate, ServiceId } from '../../../shared/contract/ids.ts'
import type { DayFigures } from '../../../shared/contract/history/calls.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { supervision } from '../../../shared/messages/history/supervision.fr.ts'
import { counterNow, leftAlone, withService } from '../../../renderer/supervision/names.ts'
import { bys, daysBefore, mondayOf, periods } from '../../../renderer/supervision/period.ts'
import { coverageSaid } from '../../../renderer/supervision/WaitCurve.tsx'
import { supervisionViews } from '../../fixtures/views.supervision.ts'

const date = (text: string) => text as LocalDate
const counter = (number: string) => number as CounterId
const service = (word: string) => word as ServiceId
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const { counters } = supervisionViews.usual

const day = (on: string, serviceId: string, more: Partial<DayFigures> = {}): DayFigures => ({
  date: date(on),
  serviceId: service(serviceId),
  tickets: 10,
  received: 8,
  left: 1,
  absent: 1,
  unserved: 0,
  medianWait: 600,
  p90Wait: 1200,
  medianAtLeast: false,
  p90AtLeast: false,
  overtakes: 2,
  coverage: { announced: 8, within: 7 },
  ...more,
})

const daysOf = (
  days: readonly DayFigures[],
  more: Partial<Output<'history.days'>> = {},
): Output<'history.days'> => ({ days: [...days], wholes: [], unsaid: [], ...more })

describe('counters, by number', () => {
  it('says what each does: post is work, never a pause', () => {
    expect(counters.map(counterNow).map(plain)).toEqual([
      'Reçoit B 16',
      'Hors guichet : courrier',
      'Reçoit A 42',
      'Libre',
    ])
  })

  it('adds a service to what a counter receives, once', () => {
    expect(withService(counters, counter('1'), service('elections'))).toEqual([
      'etat-civil',
      'affaires-generales',
      'elections',
    ])
    expect(withService(counters, counter('4'), service('titres'))).toEqual(['titres', 'etat-civil'])
  })

  it('finds what a counter alone receives, and who could take it over', () => {
    expect(leftAlone(counters, counter('2'))).toEqual([{ serviceId: 'elections', to: '1' }])
    const nobodyCan = counters.map((each) => ({ ...each, able: [] }))
    expect(leftAlone(nobodyCan, counter('2'))).toEqual([{ serviceId: 'elections', to: null }])
    expect(leftAlone(counters, counter('3'))).toEqual([])
  })
})

describe('days and weeks behind', () => {
  it('knows the Monday of a week, across a month and a year', () => {
    expect(mondayOf(date('2026-03-01'))).toBe('2026-02-23')
    expect(mondayOf(date('2026-03-02'))).toBe('2026-03-02')
    expect(mondayOf(date('2026-01-01'))).toBe('2025-12-29')
    expect(daysBefore(date('2026-03-03'), 29)).toBe('2026-02-02')
  })

  it('adds up what can be, and gives the range of what can’t', () => {
    const [week] = periods(
      daysOf([
        day('2026-03-03', 'titres', { medianWait: 480, p90Wait: 900 }),
        day('2026-03-02', 'titres', { medianWait: 660 }),
        day('2026-03-02', 'elections', { medianWait: null, p90Wait: null }),
      ]),
      'week',
    )
    expect(week).toEqual({
      date: '2026-03-02',
      tickets: 30,
      received: 24,
      left: 3,
      absent: 3,
      unserved: 0,
      median: { low: 480, high: 660, atLeast: false },
      p90: { low: 900, high: 1200, atLeast: false },
      overtakes: 6,
      announced: 24,
      within: 21,
      unsaid: [],
    })
  })

  it('keeps one service apart, in the order of days', () => {
    const rows = periods(
      daysOf([day('2026-03-03', 'titres'), day('2026-03-02', 'titres'), day('2026-03-02', 'elections')]),
      'day',
      'titres',
    )
    expect(rows.map((row) => row.date)).toEqual(['2026-03-02', '2026-03-03'])
    expect(rows.map((row) => row.tickets)).toEqual([10, 10])
  })

  it('takes whole days as they are told, and names one that goes unsaid among the others', () => {
    const { serviceId: _, ...whole } = day('2026-03-02', 'titres', { tickets: 14, medianWait: 300 })
    const of = daysOf([day('2026-03-02', 'titres', { tickets: 9 })], {
      wholes: [whole],
      unsaid: [
        { date: date('2026-03-02'), serviceId: service('elections'), hidden: 'beside' },
        { date: date('2026-03-03'), serviceId: null, hidden: 'few' },
        { date: date('2026-03-03'), serviceId: service('titres'), hidden: 'few' },
      ],
    })
    const said = (rows: ReturnType<typeof periods>) => rows.map((row) => [row.date, row.tickets, row.unsaid])
    expect(said(periods(of, 'day'))).toEqual([
      ['2026-03-02', 14, []],
      ['2026-03-03', 0, ['few']],
    ])
    expect(said(periods(of, 'week'))).toEqual([['2026-03-02', 14, ['few']]])
    expect(said(periods(of, 'day', 'elections'))).toEqual([['2026-03-02', 0, ['beside']]])
  })

  const someDays = fc.array(
    fc.record({ back: fc.nat(60), serviceId: fc.constantFrom('titres', 'elections'), tickets: fc.nat(200) }),
  )
  property.prop([someDays])('nobody is lost or counted twice, by day or by week', (given) => {
    const days = given.map(({ back, serviceId, tickets }) =>
      day(daysBefore(date('2026-03-03'), back), serviceId, { tickets }),
    )
    const all = given.reduce((sum, { tickets }) => sum + tickets, 0)
    for (const by of bys)
      expect(periods(daysOf(days), by).reduce((sum, row) => sum + row.tickets, 0)).toBe(all)
  })
})

describe('coverage is a sentence', () => {
  it('of thirty days, else of today, else none: never an invented share', () => {
    expect(plain(coverageSaid({ announced: 10, within: 9 }, { announced: 200, within: 182 }))).toContain(
      'Sur 30 jours, 91 % des 200 personnes',
    )
    expect(plain(coverageSaid({ announced: 40, within: 36 }, { announced: 0, within: 0 }))).toContain(
      'Aujourd’hui, 90 % des 40 personnes',
    )
    expect(plain(coverageSaid({ announced: 1, within: 0 }, undefined))).toBe(
      'Attentes annoncées tenues : trop peu de personnes pour le dire (1 sur les 30 qu’il faut).',
    )
    expect(coverageSaid({ announced: 0, within: 0 }, undefined)).toBe(supervision.curve.noCoverage)
  })
})

describe('decisions in words', () => {
  const words = supervision.decide
  it('names a counter as people say it', () => {
    expect(words.give('Guichet 3')).toBe('Confier au guichet 3')
    expect(plain(words.give('Espace famille'))).toBe('Confier à « Espace famille »')
    expect(words.giveService('Titres', 'Guichet 1')).toBe('Ouvrir Titres au guichet 1')
  })

  it('agrees with several people', () => {
    expect(plain(words.staleHelp(3))).toContain('3 personnes ne sont ni reçues ni tracées')
  })
})
