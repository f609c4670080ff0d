import { Map } from 'immutable'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { KioskSeries } from '../../../shared/contract/queue/provisional.ts'
import { rankAt } from '../../../shared/domain/queue/provisional.ts'
import { ticketNumber } from '../../../shared/messages/format/numbers.ts'
import { spokenCall } from '../../../shared/messages/public/voice.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { accepted, refusalOf } from '../../property/officeSteps.ts'

/** 3 March 2026, 8 h 30 in Paris. */
const opening = Date.UTC(2026, 2, 3, 7, 30)
const minute = 60_000
const day = 86_400_000
const kiosks = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const

let office: PureOffice
beforeEach(() => {
  office = PureOffice.school(opening)
  office.careful = false
  accepted(office.act('day.open', {}, 'supervisor'))
})

const at = (minutes: number) => {
  office.clock = opening + minutes * minute
}
const lend = (kioskId: string = kiosks[0], station = 'kiosk') => accepted(lending(kioskId, station)).output
/** At a station that is another one where it says so. */
const lending = (kioskId: string, station = 'kiosk') =>
  office.act('series.lend', { kioskId }, 'kiosk', undefined, station)

/** One code a paper. */
let codes = 0
const newCode = () => `23456${String(++codes).padStart(3, '0').replaceAll('0', 'A').replaceAll('1', 'B')}`

type Paper = { readonly number: string; readonly minutes: number } & Readonly<Record<string, unknown>>
const joining = ({ minutes, ...more }: Paper) =>
  office.act(
    'ticket.join',
    {
      ticketId: office.newId(),
      serviceId: 'titres',
      procedureId: null,
      purpose: 'request',
      lang: 'fr',
      code: newCode(),
      takenAt: opening + minutes * minute,
      awaySince: opening + minutes * minute - minute,
      kioskId: kiosks[0],
      ...more,
    },
    'kiosk',
  )
const join = (paper: Paper): Output<'ticket.join'> => accepted(joining(paper)).output
const take = () => accepted(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')).output.number
const line = () => office.view('queue.view', 'supervisor').waiting.map(({ number }) => number)

describe('the series of a kiosk', () => {
  test('the first kiosk has P, the next PA, each its own for ever; asked again on the day, nothing is written', () => {
    expect(lend()).toMatchObject({ series: 'P', date: '2026-03-03', count: 0 })
    expect(lend(kiosks[1]).series).toBe('PA')
    const { changes } = office
    expect([lend().series, lend(kiosks[1]).series]).toEqual(['P', 'PA'])
    expect(office.changes).toBe(changes)
  })

  test('past midnight, while the day goes on, a kiosk goes on from its last number; the next day begins again', () => {
    office.clock = opening + 15 * 3_600_000
    expect(join({ number: `${lend().series}1`, minutes: 15 * 60 }).received).toBe('waiting')
    office.clock = opening + 16 * 3_600_000
    expect(lend()).toMatchObject({ series: 'P', date: '2026-03-03', count: 1 })
    expect(join({ number: 'P2', minutes: 16 * 60 }).received).toBe('waiting')
  })

  test('a series that a service has is lent to nobody', () => {
    const { settings } = office.office
    const services = settings!.services.map((service, rank) =>
      rank === 0 ? { ...service, letter: 'P' } : service,
    )
    office.office = { ...office.office, settings: { ...settings!, services } }
    expect(lend().series).toBe('PA')
  })

  test('a service takes no letter that a kiosk has for its own numbers', () => {
    lend()
    const { services } = office.office.settings!
    const given = { ...services[0]!, serviceId: 'piscine', name: { fr: 'Piscine' }, letter: 'P' }
    const { serviceId, name, letter, procedures } = given
    expect(refusalOf(office.act('service.set', { serviceId, name, letter, procedures }, 'admin'))).toBe(
      'letterTaken',
    )
    accepted(office.act('service.set', { serviceId, name, letter: 'Q', procedures }, 'admin'))
  })

  test('when all are lent, a kiosk takes the one that was not asked for since the longest, never one of today', () => {
    const some = (n: number) => `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`
    for (let n = 0; n < 27; n++) lend(some(n), `borne ${n}`)
    expect(refusalOf(lending(kiosks[0]))).toBe('seriesExhausted')
    office.clock = opening + day
    lend(some(0), 'borne 0')
    expect(lend().series, 'P is asked for today, PA was yesterday').toBe('PA')
  })

  test('a station has a series each time that it asks, whatever ids it makes up, and never more than its share', () => {
    const some = (n: number) => `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`
    const lent = Array.from({ length: 27 }, (_, n) => {
      office.clock += 1
      return lend(some(n), 'hostile').series
    })
    expect(new Set(lent)).toEqual(new Set(['P', 'PA', 'PB', 'PC']))
    expect(lend().series, 'the others have theirs').toBe('PD')
    expect(office.office.lent.size).toBe(5)
  })

  test('a browser that keeps nothing is lent again what the one before never used, rather than what it did', () => {
    const some = (n: number) => `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`
    for (const n of [0, 1, 2, 3]) {
      at(n)
      lend(some(n))
    }
    join({ number: 'P1', minutes: 1 })
    at(4)
    expect(lend(some(4)), 'P gave a number today').toMatchObject({ series: 'PA', count: 0 })
    at(5)
    expect(lend(some(5)).series).toBe('PB')
    expect(
      join({ number: 'P2', minutes: 2 }).number,
      'a paper of its station joins, whoever printed it',
    ).toBe('P2')
  })

  test('the id that another station’s kiosk has opens nothing of it', () => {
    expect(lend(kiosks[0], 'borne 1').series).toBe('P')
    expect(lend(kiosks[0], 'borne 2').series, 'said by another station').toBe('PA')
    expect(office.office.lent.get('P' as KioskSeries)?.stationId).toBe('borne 1')
    expect(refusalOf(joining({ number: 'P1', minutes: 0 })), 'a paper of another station').toBe(
      'seriesNotLent',
    )
  })

  test('a series is given back by a station that is one no more, and at a day’s end once no paper of it can join', () => {
    const station = office.newId()
    accepted(
      office.act(
        'station.pair',
        {
          stationId: station,
          role: 'kiosk',
          place: { name: 'Hall', counterId: null },
          kind: 'program',
          until: null,
          tokenHash: 'a'.repeat(43),
        },
        'admin',
      ),
    )
    lend(kiosks[0], station)
    lend(kiosks[1])
    accepted(office.act('station.revoke', { stationId: station }, 'admin'))
    expect([...office.office.lent.keys()]).toEqual(['PA'])
    accepted(office.act('day.close', {}, 'supervisor'))
    expect(office.office.lent.size, 'papers of it may still join').toBe(1)
    office.clock = opening + 8 * day
    accepted(office.act('day.open', {}, 'supervisor'))
    accepted(office.act('day.close', {}, 'supervisor'))
    expect(office.office.lent.size).toBe(0)
  })

  test('a number of two letters is shown and said whole', () => {
    expect([ticketNumber('P12'), ticketNumber('PA12')]).toEqual(['P\u00a012', 'PA\u00a012'])
    expect(spokenCall('PA12', '3', true)[0]).toEqual(['letter-p', 'letter-a', 'number-12'])
  })
})

describe('a provisional ticket that joins', () => {
  test('it takes its place by its true arrival, under its printed number, and is called at its turn', () => {
    lend()
    at(1)
    expect(take()).toBe('A1')
    at(10)
    expect(take()).toBe('A2')
    at(20)
    expect(join({ number: 'P1', minutes: 5 })).toMatchObject({ number: 'P1', received: 'waiting' })
    expect(join({ number: 'P2', minutes: 6 })).toMatchObject({ takenAt: opening + 6 * minute })
    expect(take()).toBe('A3')
    expect(line()).toEqual(['A1', 'P1', 'P2', 'A2', 'A3'])
    accepted(office.act('counter.open', { counterId: '1' }, 'agent1'))
    accepted(office.act('ticket.callNext', {}, 'agent1'))
    accepted(office.act('counter.undo', {}, 'agent1'))
    expect(line(), 'an act taken back puts each at their rank').toEqual(['A1', 'P1', 'P2', 'A2', 'A3'])
    accepted(office.act('ticket.callNext', {}, 'agent1'))
    accepted(office.act('ticket.start', {}, 'agent1'))
    accepted(office.act('visit.close', { outcome: 'information' }, 'agent1'))
    expect(accepted(office.act('ticket.callNext', {}, 'agent1')).output).toMatchObject({
      ticket: { number: 'P1' },
      reason: { code: 'arrivalOrder', overtaken: 0 },
    })
    expect(office.view('display.view', 'display').calls[0]?.number).toBe('P1')
  })

  test('two kiosks cut off together join in the order of the hours, whichever returns first', () => {
    lend()
    lend(kiosks[1])
    at(30)
    join({ number: 'PA1', minutes: 8, kioskId: kiosks[1] })
    join({ number: 'P1', minutes: 7 })
    join({ number: 'PA2', minutes: 9, kioskId: kiosks[1] })
    join({ number: 'P2', minutes: 8 })
    expect(line()).toEqual(['P1', 'PA1', 'P2', 'PA2'])
  })

  test('who came back too late from an absence is behind who came before their return', () => {
    lend()
    accepted(
      office.act(
        'rules.set',
        { rules: { absentCalls: 1, absentDelaySeconds: 0, returnToleranceMinutes: 0 } },
        'supervisor',
      ),
    )
    take()
    accepted(office.act('counter.open', { counterId: '1' }, 'agent1'))
    accepted(office.act('ticket.callNext', {}, 'agent1'))
    accepted(office.act('ticket.markAbsent', {}, 'agent1'))
    at(10)
    accepted(office.act('ticket.return', { number: 'A1' }, 'agent1'))
    at(20)
    join({ number: 'P1', minutes: 5 })
    join({ number: 'P2', minutes: 15 })
    expect(line()).toEqual(['P1', 'A1', 'P2'])
  })

  test('the same paper joins once, by whatever command', () => {
    lend()
    const ticketId = office.newId()
    const first = join({ number: 'P1', minutes: 0, ticketId })
    const { changes } = office
    expect(join({ number: 'P1', minutes: 0, ticketId })).toEqual(first)
    expect(office.changes).toBe(changes)
    expect(refusalOf(joining({ number: 'P1', minutes: 0 })), 'a number once').toBe('numberUsed')
    expect(line()).toEqual(['P1'])
  })

  test('its hour is one that the host can believe: after the cut and the opening, not in the future', () => {
    lend()
    at(30)
    expect(join({ number: 'P1', minutes: 90 }).takenAt).toBe(opening + 30 * minute)
    expect(join({ number: 'P2', minutes: -60, awaySince: 0 }).takenAt, 'the opening').toBe(opening)
    const cut = { awaySince: opening + 20 * minute }
    expect(join({ number: 'P3', minutes: 10, ...cut }).takenAt).toBe(opening + 20 * minute)
  })

  test('a kiosk that was heard all along puts nobody before those who came: its papers come as of now', () => {
    lend()
    at(30)
    take()
    office.silences = []
    const hostile = { minutes: -20, awaySince: 0 }
    expect(join({ number: 'P1', ...hostile }).takenAt, 'never cut').toBe(office.now)
    expect(line()).toEqual(['A1', 'P1'])
    const heard = (minutes: number) => (opening + minutes * minute) as Instant
    office.silences = [
      { from: heard(10), to: heard(12) },
      { from: heard(25), to: heard(40) },
    ]
    at(41)
    const hours = [
      join({ number: 'P2', ...hostile }),
      join({ number: 'P3', minutes: 11 }),
      join({ number: 'P4', minutes: 20 }),
      join({ number: 'P5', minutes: 26, awaySince: 0 }),
      join({ number: 'P6', minutes: 40.1 }),
      join({ number: 'P7', minutes: 40.5 }),
    ].map(({ takenAt }) => (takenAt - opening) / minute)
    expect(hours, 'the true hour of a true cut alone').toEqual([10, 11, 25, 26, 40.1, 41])
  })

  test('no paper takes the code of another ticket of the day', () => {
    lend()
    const taken = accepted(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')).output
    const code = office.office.tickets.get(taken.ticketId)!.code
    expect(refusalOf(joining({ number: 'P1', minutes: 0, code }))).toBe('codeUsed')
    expect(() => joining({ number: 'P1', minutes: 0, code: 'un code' }), 'nor what is no code').toThrow()
    join({ number: 'P1', minutes: 0, code: 'ABCDEFGH' })
    expect(refusalOf(joining({ number: 'P2', minutes: 0, code: 'ABCDEFGH' }))).toBe('codeUsed')
  })

  test('a service that gives no more tickets, a procedure that it has no more: the paper is kept all the same', () => {
    lend()
    accepted(office.act('service.close', { serviceId: 'titres' }, 'supervisor'))
    join({ number: 'P1', minutes: 0, procedureId: 'pacs' })
    expect(line()).toEqual(['P1'])
    expect(office.office.tickets.first()?.procedureId).toBeNull()
  })

  test('once its day is over, it leaves a trace: not received, by the service’s doing; the numbers of the new day are free', () => {
    lend()
    accepted(office.act('day.close', {}, 'supervisor'))
    at(10)
    expect(join({ number: 'P1', minutes: 5 }).received).toBe('missed')
    office.clock = opening + day
    accepted(office.act('day.open', {}, 'supervisor'))
    expect(join({ number: 'P2', minutes: 5 }).received).toBe('missed')
    expect(line()).toEqual([])
    lend()
    at(24 * 60 + 10)
    expect(join({ number: 'P1', minutes: 24 * 60 + 5 }).received).toBe('waiting')
    const told = office.recorded.flatMap(({ event }) => (event.type === 'ticketJoined' ? [event.data] : []))
    expect(told.map(({ number, missed }) => [number, missed])).toEqual([
      ['P1', true],
      ['P2', true],
      ['P1', false],
    ])
  })

  test('a morning begun without the host: who took a number before the day was opened waits for it, and then waits in it', () => {
    lend()
    accepted(office.act('day.close', {}, 'supervisor'))
    const early = { number: 'P1', minutes: 24 * 60 - 10, ticketId: office.newId() }
    office.clock = opening + day
    expect(refusalOf(joining(early)), 'its day is to come').toBe('dayNotOpen')
    accepted(office.act('day.open', {}, 'supervisor'))
    expect(join(early)).toMatchObject({ received: 'waiting', takenAt: opening + day })
    // Yesterday's day left open past its night: today's is to come as well.
    const late = { number: 'P1', minutes: 48 * 60 - 10, ticketId: office.newId() }
    office.clock = opening + 2 * day
    expect(refusalOf(joining(late))).toBe('dayNotOpen')
    // It never came: whoever held the paper was not received.
    office.clock = opening + 3 * day
    expect(join(late).received).toBe('missed')
  })

  test('of those whom the hour of the opening makes equal, the first to join is the first in line, however long the journal is', () => {
    for (const seq of [1, 2 ** 20, 2 ** 20 + 1, 2 ** 24 + 1]) {
      const ranks: number[] = []
      for (let n = 0; n < 100; n++) {
        const tickets = Map([
          ['0', { rankedAt: opening, arrival: seq }],
          ...ranks.map((arrival, index) => [String(index + 1), { rankedAt: opening, arrival }] as const),
        ] as const)
        const { day: today } = office.office
        ranks.push(rankAt({ tickets: tickets as never, day: today }, opening as Instant))
      }
      expect(ranks).toEqual([...new Set(ranks)].toSorted((a, b) => a - b))
      expect(ranks.every((rank) => rank > seq && rank < seq + 1)).toBe(true)
    }
  })

  test('a service withdrawn while the kiosk was cut off leaves its papers their trace', () => {
    lend()
    accepted(office.act('day.close', {}, 'supervisor'))
    accepted(office.act('service.withdraw', { serviceId: 'titres' }, 'admin'))
    expect(join({ number: 'P1', minutes: 0 }).received).toBe('missed')
    accepted(office.act('day.open', {}, 'supervisor'))
    expect(join({ number: 'P2', minutes: 0 }).received, 'nobody would call them').toBe('missed')
  })

  test('a paper of no series of this kiosk, or older than seven days, is refused', () => {
    expect(refusalOf(joining({ number: 'P1', minutes: 0 }))).toBe('seriesNotLent')
    lend()
    expect(refusalOf(joining({ number: 'PA1', minutes: 0 }))).toBe('seriesNotLent')
    expect(refusalOf(joining({ number: 'A1', minutes: 0 }))).toBe('seriesNotLent')
    expect(refusalOf(joining({ number: 'P1', minutes: 0, serviceId: 'inconnu' }))).toBe('unknownService')
    office.clock = opening + 8 * day
    expect(refusalOf(joining({ number: 'P1', minutes: 0 }))).toBe('joinTooLate')
  })
})
