import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { DocumentsClosing } from '../../../shared/contract/documents/closings.ts'
import type { DocumentSeal } from '../../../shared/contract/documents/issued.ts'
import { closedOn, closingHash, verifyClosings } from '../../../shared/documents/closings.ts'
import { toBase64url } from '../../../shared/documents/base64url.ts'
import { officeKey } from '../../fixtures/papers.ts'
import { officePublicKey, PureOffice } from '../../fixtures/pureOffice.ts'

const day = 86_400_000
const at = (text: string) => Date.parse(`${text}+01:00`)

/** An office whose documents are certificates given at the entrance. */
class Story {
  readonly pure: PureOffice
  constructor(from: string) {
    this.pure = PureOffice.school(at(from))
  }
  act(name: 'day.open' | 'day.close', actor = 'supervisor') {
    return this.pure.act(name, {}, actor)
  }
  issue(times = 1) {
    for (let time = 0; time < times; time++)
      this.pure.act('ticket.certify', { serviceId: 'titres', why: 'nobodyServes' }, 'agent1')
  }
  goTo(text: string) {
    this.pure.clock = at(text)
  }
  /** A day, opened, lived and closed. */
  live(date: string, documents: number) {
    this.goTo(`${date}T09:00:00`)
    this.act('day.open')
    this.issue(documents)
    this.goTo(`${date}T17:00:00`)
    this.act('day.close')
  }
  closings(): DocumentsClosing[] {
    return this.pure.recorded.flatMap(({ event }) => (event.type === 'documentsClosed' ? [event.data] : []))
  }
  seals(): DocumentSeal[] {
    return this.pure.recorded.flatMap(({ event }) => {
      if (event.type !== 'documentIssued') return []
      const { ticketId: _t, visitId: _v, counterId: _c, fileId: _f, ...seal } = event.data
      return [seal]
    })
  }
  names(): string[] {
    return this.closings().map(({ name }) => name)
  }
  verdict() {
    return verifyClosings(this.closings(), this.seals(), officePublicKey)
  }
}

test('a day is closed with the first and last number of each series, their count and the perpetual total', () => {
  const story = new Story('2026-03-03T08:00:00')
  story.live('2026-03-03', 3)
  story.live('2026-03-04', 2)
  const [first, second] = story.closings()
  const [series] = first!.series
  expect(first).toMatchObject({ period: 'day', name: '2026-03-03', count: 3, perpetual: 3 })
  expect(first!.series).toHaveLength(1)
  expect(series).toMatchObject({ first: 1, last: 3, hash: story.seals()[2]!.hash })
  expect(second).toMatchObject({ name: '2026-03-04', count: 2, perpetual: 5, previous: first!.hash })
  expect(second!.series).toMatchObject([{ name: series!.name, first: 4, last: 5 }])
})

test('a day on which nothing was issued is closed too: that nothing was is what it proves', () => {
  const story = new Story('2026-03-03T08:00:00')
  story.live('2026-03-03', 0)
  expect(story.closings()).toMatchObject([{ name: '2026-03-03', series: [], count: 0, perpetual: 0 }])
  expect(story.verdict()).toEqual({ holds: true, count: 1 })
})

test('a month is closed by the first day opened after it, a year too, whatever days are skipped', () => {
  const story = new Story('2026-11-27T08:00:00')
  story.live('2026-11-27', 2)
  story.live('2026-11-30', 1)
  story.live('2026-12-31', 4)
  story.live('2027-03-01', 1)
  expect(story.names()).toEqual([
    '2026-11-27',
    '2026-11-30',
    '2026-11',
    '2026-12-31',
    '2026-12',
    '2026',
    '2027-03-01',
  ])
  expect(story.closings().map(({ count }) => count)).toEqual([2, 1, 3, 4, 4, 7, 1])
  expect(story.verdict()).toEqual({ holds: true, count: 7 })
})

test('a day left open overnight is closed under its own date by the next opening, with the month and the year that end there', () => {
  const story = new Story('2026-12-31T08:00:00')
  story.goTo('2026-12-31T09:00:00')
  story.act('day.open')
  story.issue(2)
  story.goTo('2027-01-04T09:00:00')
  story.act('day.open')
  expect(story.names()).toEqual(['2026-12-31', '2026-12', '2026'])
  const types = story.pure.recorded.slice(-5).map(({ event }) => event.type)
  expect(types).toEqual(['documentsClosed', 'dayClosed', 'documentsClosed', 'documentsClosed', 'dayOpened'])
  expect(story.verdict()).toEqual({ holds: true, count: 3 })
})

test('a date opened again is not closed twice: what was issued since completes it, and nothing more is said if nothing was', () => {
  const story = new Story('2026-03-03T08:00:00')
  story.live('2026-03-03', 1)
  story.act('day.open')
  story.act('day.close')
  expect(story.names()).toEqual(['2026-03-03'])
  story.act('day.open')
  story.issue(2)
  story.act('day.close')
  expect(story.names()).toEqual(['2026-03-03', '2026-03-03.2'])
  expect(story.closings()[1]).toMatchObject({ count: 2, perpetual: 3, series: [{ first: 2, last: 3 }] })
  story.live('2026-04-01', 0)
  expect(story.names()).toEqual(['2026-03-03', '2026-03-03.2', '2026-03', '2026-04-01'])
  expect(story.verdict()).toEqual({ holds: true, count: 4 })
})

// An act: so many days go by first (none, a night, a month or more), then this happens.
const acts = fc.array(
  fc.tuple(
    fc.constantFrom(0, 0, 0, 1, 1, 3, 31, 200),
    fc.constantFrom('open', 'close', 'issue', 'issue', 'restart'),
  ),
  { maxLength: 40 },
)

property.prop([acts])(
  'days make months, months make years and all make the total, whatever is skipped, opened again or left open overnight',
  (done) => {
    const story = new Story('2026-10-29T09:00:00')
    story.pure.careful = false
    for (const [days, what] of done) {
      story.pure.clock += days * day
      if (what === 'issue') story.issue()
      else if (what === 'restart') story.pure.restart()
      else story.act(`day.${what}`)
    }
    const closings = story.closings()
    expect(story.verdict()).toEqual({ holds: true, count: closings.length })
    const of = (period: DocumentsClosing['period'], start = '') =>
      closings.filter((one) => one.period === period && closedOn(one.name).startsWith(start))
    const sum = (some: readonly DocumentsClosing[]) => some.reduce((total, { count }) => total + count, 0)
    for (const month of of('month'))
      expect(sum(of('month', closedOn(month.name)))).toBe(sum(of('day', closedOn(month.name))))
    for (const year of of('year'))
      expect(sum(of('year', closedOn(year.name)))).toBe(sum(of('month', closedOn(year.name))))
    expect(closings.findLast(({ period }) => period === 'day')?.perpetual ?? 0).toBe(sum(of('day')))
    // None missing: each date that had a day which is over has its closing, each month and year over too.
    const dates = story.pure.recorded.flatMap(({ event }) =>
      event.type === 'dayOpened' ? [event.data.date] : [],
    )
    const over = story.pure.recorded.flatMap(({ event }, place) => {
      if (event.type !== 'dayClosed') return []
      const opened = story.pure.recorded.slice(0, place).findLast((one) => one.event.type === 'dayOpened')
      return opened?.event.type === 'dayOpened' ? [opened.event.data.date] : []
    })
    expect(new Set(of('day').map(({ name }) => closedOn(name)))).toEqual(new Set(over))
    const latest = dates.at(-1) ?? ''
    for (const [period, length] of [
      ['month', 7],
      ['year', 4],
    ] as const) {
      const ended = over.map((date) => date.slice(0, length)).filter((one) => one < latest.slice(0, length))
      expect(new Set(of(period).map(({ name }) => closedOn(name)))).toEqual(new Set(ended))
    }
    expect(new Set(closings.map(({ period, name }) => `${period} ${name}`)).size).toBe(closings.length)
  },
)

test('whatever is changed, taken out, put twice or signed by another is found, and the first that does not hold is named', () => {
  const story = new Story('2026-11-30T08:00:00')
  story.live('2026-11-30', 2)
  story.live('2026-12-31', 3)
  story.live('2027-01-04', 1)
  const closings = story.closings()
  const seals = story.seals()
  const of = (some: readonly DocumentsClosing[], those = seals) =>
    verifyClosings(some, those, officePublicKey)
  const stranger = officeKey(8)
  const sealed = (closing: DocumentsClosing, change: Partial<DocumentsClosing>, key = officeKey(7)) => {
    const changed = { ...closing, ...change }
    const hash = closingHash(changed)
    return { ...changed, hash, signature: toBase64url(key.sign(new TextEncoder().encode(hash))) }
  }
  expect(of(closings)).toEqual({ holds: true, count: closings.length })
  closings.forEach((closing, index) => {
    const { period, name } = closing
    const [one] = closing.series
    const broken = (changed: DocumentsClosing) => of(closings.with(index, changed))
    const wrong = (why: string) => ({ holds: false, period, name, why })
    expect(broken({ ...closing, count: closing.count + 1 })).toEqual(wrong('altered'))
    expect(broken({ ...closing, signature: closings[index - 1]?.signature ?? 'A' })).toEqual(wrong('forged'))
    expect(broken(sealed(closing, {}, stranger))).toEqual(wrong('forged'))
    expect(broken(sealed(closing, { previous: 'e'.repeat(64) }))).toEqual(wrong('unlinked'))
    expect(broken(sealed(closing, { perpetual: closing.perpetual + 1 }))).toEqual(wrong('totals'))
    expect(broken(sealed(closing, { series: [{ ...one!, last: one!.last + 1 }] }))).toEqual(wrong('series'))
    expect(broken(sealed(closing, { series: [{ ...one!, hash: 'f'.repeat(64) }] }))).toEqual(wrong('series'))
    expect(of(closings.toSpliced(index, 0, closing))).toMatchObject({ holds: false, name })
    if (index < closings.length - 1)
      expect(of(closings.toSpliced(index, 1)), `without ${name}`).toMatchObject({ holds: false })
  })
  const without = seals.filter(({ number }) => number !== seals[1]!.number)
  expect(of(closings, without), 'a document taken out').toMatchObject({ name: '2026-11-30', why: 'series' })
  const december = closings.findIndex(({ name }) => name === '2026-12')
  expect(of(closings.toSpliced(december, 2)), 'a month and its year').toEqual({
    holds: false,
    period: 'day',
    name: '2027-01-04',
    why: 'missing',
  })
})
