import { fc } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { PureOffice } from '../../fixtures/pureOffice.ts'
import { coinsOf } from '../../fixtures/till.ts'

// A till's life: years of it in a story, whatever is refused in between. The model counts coins and papers as a careful
// régisseur would on a sheet, and knows nothing of the books' own way.

export const opening = Date.UTC(2026, 10, 20, 8)
const hour = 3_600_000
const day = 24 * hour

type Paid = {
  readonly number: number
  readonly cents: number
  readonly means: string
  alive: boolean
  remitted: boolean
  readonly stamp: string | null
}
export type Model = {
  open: string | null
  cash: number
  float: number
  cheques: number
  paid: Paid[]
  numbers: number
  collected: number
  /** What was collected on each of the till's days, and which of them are closed. */
  days: Map<string, number>
  closedMonths: Set<string>
  closedYears: Set<string>
  closedDays: Map<string, number>
  quittances: number
}
type Step = fc.Command<Model, PureOffice>

const prices: Readonly<Record<string, (date: string) => number>> = {
  copie: (date) => (date <= '2026-03-31' ? 18 : 20),
  concession: () => 15_000,
  taxe: () => 10_050,
}

export const reached = new Map<string, number>()
const told = (name: string, run: (model: Model, real: PureOffice) => string | undefined): Step => ({
  check: () => true,
  toString: () => name,
  run: (model, real) => {
    const before = [real.seq, real.office.till.last.number, real.documents.size]
    const refusal = run(model, real)
    const outcome = `${name.split(' ')[0]!} ${refusal ?? 'done'}`
    reached.set(outcome, (reached.get(outcome) ?? 0) + 1)
    // Nothing is burnt by a refusal.
    if (refusal !== undefined)
      expect([real.seq, real.office.till.last.number, real.documents.size]).toEqual(before)
    expectBooks(model, real)
  },
})

const inParis = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })
const today = (real: PureOffice) => inParis.format(real.now)
const refusal = (decision: object) =>
  'refusal' in decision ? (decision as { refusal: string }).refusal : undefined

/** What the page shows is what the sheet says. */
function expectBooks(model: Model, real: PureOffice): void {
  const view = real.view('till.view', 'agent1')
  const held = (means: string) =>
    model.paid
      .filter((one) => one.means === means && one.alive && !one.remitted)
      .reduce((sum, { cents }) => sum + cents, 0)
  expect(view.held).toEqual({
    cash: model.cash,
    cheque: held('cheque'),
    card: held('card'),
    transfer: 0,
    online: 0,
  })
  expect([view.float, view.cheques, view.perpetual]).toEqual([model.float, model.cheques, model.collected])
  expect(real.office.till.last.number).toBe(model.numbers)
  expect(view.today.collected).toBe(model.open === null ? 0 : (model.days.get('now') ?? 0))
  expect(view.today.byMeans.cash + view.today.byMeans.cheque + view.today.byMeans.card).toBe(
    view.today.collected,
  )
  expect(view.today.byProduct.reduce((sum, { cents }) => sum + cents, 0)).toBe(view.today.collected)
  for (const cents of Object.values(view.held))
    expect(cents, 'never less than nothing').toBeGreaterThanOrEqual(0)
  expect(
    [...real.documents.values()].filter((one) => one !== 'erased' && one.facts.kind === 'quittance').length,
  ).toBe(model.quittances)
}

const collectedToday = (model: Model, cents: number): void => {
  model.collected += cents
  model.days.set('now', (model.days.get('now') ?? 0) + cents)
}
const acting = (model: Model, real: PureOffice): string | undefined =>
  model.open === null ? 'tillClosed' : model.open === today(real) ? undefined : 'tillLeftOpen'

const openTill = (gap: number, explained: boolean) =>
  told(`open ${gap} ${explained}`, (model, real) => {
    const more = Math.max(5000 - model.float, -model.cash)
    const expected = model.cash + more
    const counted = Math.max(0, expected + gap)
    const decision = real.act(
      'till.open',
      { coins: coinsOf(counted), ...(explained ? { reason: 'Compté deux fois' } : {}) },
      'agent1',
    )
    const wanted =
      model.open !== null
        ? 'tillAlreadyOpen'
        : counted !== expected && !explained
          ? 'reasonMissing'
          : undefined
    expect(refusal(decision)).toBe(wanted)
    if (wanted) return wanted
    model.numbers += (more === 0 ? 0 : 1) + (counted === expected ? 0 : 1)
    model.float += more
    model.cash = counted
    model.open = today(real)
    model.days.set('now', 0)
    return undefined
  })

const counting = (name: 'till.count' | 'till.close', gap: number, explained: boolean) =>
  told(`${name} ${gap} ${explained}`, (model, real) => {
    const counted = Math.max(0, model.cash + gap)
    const decision = real.act(
      name,
      { coins: coinsOf(counted), ...(explained ? { reason: 'Compté deux fois' } : {}) },
      'agent2',
    )
    const barred =
      name === 'till.close' ? (model.open === null ? 'tillClosed' : undefined) : acting(model, real)
    const wanted = barred ?? (counted !== model.cash && !explained ? 'reasonMissing' : undefined)
    expect(refusal(decision)).toBe(wanted)
    if (wanted) return wanted
    if (counted !== model.cash) model.numbers += 1
    model.cash = counted
    if (name === 'till.close') {
      const date = model.open!
      model.closedDays.set(date, (model.closedDays.get(date) ?? 0) + (model.days.get('now') ?? 0))
      model.days.delete('now')
      model.open = null
    }
    return undefined
  })

const pay = (productId: string, quantity: number, means: string, extra: number, agent: string) =>
  told(`pay ${productId}×${quantity} ${means} +${extra} ${agent}`, (model, real) => {
    const price = prices[productId]
    const due = (price?.(today(real)) ?? 10) * quantity
    const decision = real.act(
      'till.collect',
      { lines: [{ productId, quantity }], due, means, given: due + extra },
      agent,
    )
    const cash = means === 'cash'
    const wanted =
      agent === 'agent3'
        ? 'notOfTheTill'
        : (acting(model, real) ??
          (price === undefined
            ? 'unknownProduct'
            : means === 'transfer'
              ? 'meansNotAllowed'
              : cash && due > 40_000
                ? 'cashTooMuch'
                : cash && productId === 'taxe' && due > 30_000
                  ? 'cashTooMuch'
                  : cash && model.cash - model.float + due > 60_000
                    ? 'tillFull'
                    : cash && extra < 0
                      ? 'givenTooLittle'
                      : cash && extra > model.cash
                        ? 'noChange'
                        : undefined))
    expect(refusal(decision)).toBe(wanted)
    if (wanted) return wanted
    model.numbers += 1
    model.paid.push({ number: model.numbers, cents: due, means, alive: true, remitted: false, stamp: null })
    if (cash) model.cash += due
    if (means === 'cheque') model.cheques += 1
    if (means !== 'card') model.quittances += 1
    collectedToday(model, due)
    return undefined
  })

const exempt = (quantity: number) =>
  told(`exempt ${quantity}`, (model, real) => {
    const lines = [{ productId: 'copie', quantity, exemptionId: 'indigence' }]
    const decision = real.act('till.collect', { lines, due: 0 }, 'agent1')
    const wanted = acting(model, real)
    expect(refusal(decision)).toBe(wanted)
    if (wanted) return wanted
    model.numbers += 1
    model.paid.push({
      number: model.numbers,
      cents: 0,
      means: 'none',
      alive: true,
      remitted: false,
      stamp: null,
    })
    return undefined
  })

const stamp = (which: number) =>
  told(`stamp ${which}`, (model, real) => {
    const digits = String(which).padStart(16, '4')
    const decision = real.act('till.stamp', { productId: 'accueil', stamp: digits }, 'agent1')
    const used = model.paid.some((one) => one.alive && one.stamp === digits)
    const wanted = acting(model, real) ?? (used ? 'stampUsed' : undefined)
    expect(refusal(decision)).toBe(wanted)
    if (wanted) return wanted
    model.numbers += 1
    model.paid.push({
      number: model.numbers,
      cents: 0,
      means: 'none',
      alive: true,
      remitted: false,
      stamp: digits,
    })
    return undefined
  })

const correct = (which: number) =>
  told(`correct ${which}`, (model, real) => {
    const all: (Paid | undefined)[] = [...model.paid.slice(-6), undefined]
    const first = all[which % all.length]
    const decision = real.act(
      'till.correct',
      { number: first?.number ?? model.numbers + 3, reason: 'Erreur' },
      'agent1',
    )
    const wanted =
      acting(model, real) ??
      (first === undefined
        ? 'unknownEntry'
        : first.remitted
          ? 'alreadyRemitted'
          : !first.alive
            ? 'alreadyCorrected'
            : first.means === 'cash' && model.cash < first.cents
              ? 'notEnoughCash'
              : undefined)
    expect(refusal(decision)).toBe(wanted)
    if (wanted || first === undefined) return wanted
    first.alive = false
    model.numbers += 1
    if (first.means === 'cash') model.cash -= first.cents
    if (first.means === 'cheque') model.cheques -= 1
    collectedToday(model, -first.cents)
    return undefined
  })

const remit = (wrong: number) =>
  told(`remit ${wrong}`, (model, real) => {
    const cash = Math.max(0, model.cash - model.float)
    const owed = model.paid.filter((one) => one.alive && !one.remitted && one.means !== 'cash')
    const decision = real.act('till.remit', { coins: coinsOf(cash + wrong) }, 'agent2')
    const nothing = cash === 0 && owed.reduce((sum, { cents }) => sum + cents, 0) === 0
    const wanted =
      acting(model, real) ?? (nothing ? 'nothingToRemit' : wrong > 0 ? 'countDiffers' : undefined)
    expect(refusal(decision)).toBe(wanted)
    if (wanted) return wanted
    model.numbers += 1
    model.cash -= cash
    model.cheques = 0
    for (const one of model.paid) one.remitted = true
    return undefined
  })

const closePeriod = (back: number, years: boolean) =>
  told(`closePeriod ${back} ${years}`, (model, real) => {
    const date = today(real)
    const moment = new Date(`${date.slice(0, 7)}-01T00:00:00Z`)
    moment.setUTCMonth(moment.getUTCMonth() - back)
    const period = moment.toISOString().slice(0, years ? 4 : 7)
    const decision = real.act('till.closePeriod', { period }, 'supervisor')
    const sum = [...model.closedDays].filter(([on]) => on.startsWith(period))
    const monthsOpen = [...new Set([...model.closedDays.keys()].map((on) => on.slice(0, 7)))].filter(
      (month) => !model.closedMonths.has(month),
    )
    const yearsOpen = [...new Set([...model.closedMonths].map((month) => month.slice(0, 4)))].filter(
      (year) => !model.closedYears.has(year),
    )
    const earlier = years
      ? monthsOpen.some((month) => month.slice(0, 4) <= period) || yearsOpen.some((year) => year < period)
      : monthsOpen.some((month) => month < period)
    const wanted =
      period >= date.slice(0, period.length)
        ? 'periodNotOver'
        : model.open !== null && model.open.slice(0, period.length) <= period
          ? 'tillStillOpen'
          : earlier
            ? 'earlierPeriodFirst'
            : (years ? yearsOpen : monthsOpen).includes(period)
              ? undefined
              : 'nothingToClose'
    expect(refusal(decision)).toBe(wanted)
    if (wanted) return wanted
    expect((decision as { output: { collected: number } }).output.collected).toBe(
      sum.reduce((all, [, cents]) => all + cents, 0),
    )
    ;(years ? model.closedYears : model.closedMonths).add(period)
    return undefined
  })

const passes = (ms: number) =>
  told(`passes ${ms / day}`, (_, real) => {
    real.clock += ms
    return undefined
  })
const restart = told('restart', (_, real) => {
  real.restart()
  return undefined
})

const few = fc.constantFrom(0, 0, 0, 0, -7, 120)
export const steps: fc.Arbitrary<Step>[] = [
  fc.tuple(few, fc.boolean()).map(([gap, why]) => openTill(gap, why)),
  fc.tuple(few, fc.boolean()).map(([gap, why]) => openTill(gap, why)),
  fc.tuple(few, fc.boolean()).map(([gap, why]) => counting('till.count', gap, why)),
  fc.tuple(few, fc.boolean()).map(([gap, why]) => counting('till.close', gap, why)),
  ...[1, 2, 3, 4].map(() =>
    fc
      .tuple(
        fc.constantFrom('copie', 'copie', 'concession', 'taxe', 'tombola'),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('cash', 'cash', 'cheque', 'card', 'transfer'),
        fc.constantFrom(0, 0, 50, 2000, 100_000, -1),
        fc.constantFrom('agent1', 'agent1', 'agent2', 'agent3'),
      )
      .map(([product, many, means, extra, agent]) => pay(product, many, means, extra, agent)),
  ),
  fc.nat(3).map(stamp),
  fc.integer({ min: 1, max: 3 }).map(exempt),
  fc.nat(40).map(correct),
  fc.nat(40).map(correct),
  fc.constantFrom(0, 0, 5).map(remit),
  fc.tuple(fc.nat(3), fc.boolean()).map(([back, years]) => closePeriod(back, years)),
  fc.constantFrom(hour, day, 3 * day, 20 * day, 45 * day, 400 * day).map(passes),
  fc.constant(restart),
]
