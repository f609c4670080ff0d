import { fc, test as property } from '@fast-check/vitest'
import { afterAll, expect } from 'vitest'
import { evolve } from '../../../shared/domain/evolve.ts'
import { emptyOffice } from '../../../shared/domain/state.ts'
import { freeze, thaw } from '../../../shared/domain/snapshot.ts'
import { emptyTill, type Till } from '../../../shared/domain/till/state.ts'
import { closingFault, entryFault } from '../../../shared/domain/till/check.ts'
import { tillAfter } from '../../../shared/domain/till/evolve.ts'
import type { TillClosing, TillEntry } from '../../../shared/contract/till/books.ts'
import type { PureOffice } from '../../fixtures/pureOffice.ts'
import { officeText } from '../../fixtures/officeText.ts'
import { coinsOf, tillOffice } from '../../fixtures/till.ts'
import { opening, reached, steps, type Model } from './acts.ts'
import { longCases } from '../../fixtures/longCases.ts'

/** The whole journal read again: each line holds, each closing is the sum of what it closes, and live equals replay. */
function expectChain(real: PureOffice): void {
  let till: Till = emptyTill
  const entries: TillEntry[] = []
  const closings: TillClosing[] = []
  for (const { event, at } of real.recorded) {
    if (event.type === 'tillEntered') {
      expect(entryFault(till, event.data), `entry ${event.data.number}`).toBeNull()
      entries.push(event.data)
    }
    if (event.type === 'tillPeriodClosed') {
      expect(closingFault(till, event.data), `closing ${event.data.number}`).toBeNull()
      closings.push(event.data)
    }
    till = tillAfter(till, event, at)
  }
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1))
  const sum = (of: readonly TillClosing[]) => of.reduce((all, { totals }) => all + totals.collected, 0)
  const days = closings.filter(({ kind }) => kind === 'day')
  expect(sum(days) + till.today.totals.collected).toBe(till.perpetual)
  for (const { kind, period, totals, number } of closings.filter((one) => one.kind !== 'day')) {
    const below = closings.filter(
      (one) =>
        one.number < number &&
        one.kind === (kind === 'year' ? 'month' : 'day') &&
        one.period.startsWith(period),
    )
    expect(sum(below)).toBe(totals.collected)
  }
  const replayed = real.recorded.reduce(evolve, emptyOffice)
  expect(officeText(replayed)).toBe(officeText(real.office))
  expect(officeText(thaw(freeze(real.office)))).toBe(officeText(real.office))
}

property.prop([fc.commands(steps, { maxCommands: 80, size: 'max' })], longCases(0.4))(
  'the books always balance, numbers have no gap, nothing is held that is less than nothing, and closings add up to the perpetual total',
  (story) => {
    const real = tillOffice(opening)
    // Reading the whole state before and after each act is what short stories do.
    real.careful = false
    const model: Model = {
      open: null,
      cash: 0,
      float: 0,
      cheques: 0,
      paid: [],
      numbers: 0,
      collected: 0,
      days: new Map(),
      closedMonths: new Set(),
      closedYears: new Set(),
      closedDays: new Map(),
      quittances: 0,
    }
    fc.modelRun(() => ({ model, real }), story)
    expectChain(real)
  },
)

property.prop([fc.nat(), fc.nat()])('one figure changed anywhere in the books is seen', (which, by) => {
  const real = tillOffice(opening)
  const act = (name: 'till.open' | 'till.collect' | 'till.close', input: object) =>
    real.act(name, input, 'agent1')
  act('till.open', { coins: coinsOf(5000) })
  for (const means of ['cash', 'cheque', 'card'])
    act('till.collect', { lines: [{ productId: 'copie', quantity: 2 }], due: 40, means })
  act('till.close', { coins: coinsOf(5040) })
  const books = real.recorded.filter(
    ({ event }) => event.type === 'tillEntered' || event.type === 'tillPeriodClosed',
  )
  const at = which % books.length
  const text = JSON.stringify(books[at]!.event.data)
  const digits = [...text.matchAll(/(?<=:)\d/g)]
  const place = digits[by % digits.length]!.index
  const other = String((Number(text[place]) + 1) % 10)
  const changed: unknown = JSON.parse(text.slice(0, place) + other + text.slice(place + 1))
  let till: Till = emptyTill
  const faults: string[] = []
  for (const { event, at: when } of real.recorded) {
    const one = books[at]?.event === event ? ({ ...event, data: changed } as typeof event) : event
    const fault =
      one.type === 'tillEntered'
        ? entryFault(till, one.data)
        : one.type === 'tillPeriodClosed'
          ? closingFault(till, one.data)
          : null
    if (fault !== null) {
      faults.push(fault)
      break
    }
    till = tillAfter(till, one, when)
  }
  expect(faults).toHaveLength(1)
})

afterAll(() => {
  // A generator that reaches nothing is seen.
  for (const outcome of [
    'open done',
    'open reasonMissing',
    'open tillAlreadyOpen',
    'till.count done',
    'till.close done',
    'pay done',
    'pay notOfTheTill',
    'pay tillClosed',
    'pay tillLeftOpen',
    'pay unknownProduct',
    'pay meansNotAllowed',
    'pay cashTooMuch',
    'pay noChange',
    'exempt done',
    'stamp done',
    'stamp stampUsed',
    'correct done',
    'correct alreadyCorrected',
    'correct alreadyRemitted',
    'correct unknownEntry',
    'remit done',
    'remit countDiffers',
    'closePeriod done',
    'closePeriod earlierPeriodFirst',
    'closePeriod tillStillOpen',
  ])
    expect(reached.get(outcome) ?? 0, `${outcome}: ${JSON.stringify([...reached])}`).toBeGreaterThan(0)
})
