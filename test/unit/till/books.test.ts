import { describe, expect, test } from 'vitest'
import { coinsOf, deed, paying, tillOffice } from '../../fixtures/till.ts'
import type { PureOffice } from '../../fixtures/pureOffice.ts'
import { accepted, refusalOf } from '../../property/officeSteps.ts'

/** 3 March 2026, 9 h in Paris. */
const nine = Date.UTC(2026, 2, 3, 8)
const day = 86_400_000

function openTill(clock = nine): PureOffice {
  const office = tillOffice(clock)
  accepted(office.act('till.open', { coins: coinsOf(5000) }, 'agent1'))
  return office
}
const pay = (office: PureOffice, means = 'cash') =>
  accepted(office.act('till.collect', paying('copie', 18, { means }), 'agent1')).output.number
const correct = (office: PureOffice, number: number, more = {}) =>
  office.act('till.correct', { number, reason: 'Erreur de saisie', ...more }, 'agent1')

describe('corrections', () => {
  test('a payment is taken back by an entry that names it, never edited', () => {
    const office = openTill()
    const number = pay(office)
    const before = office.office.till.entries.get(number)
    const { output } = accepted(correct(office, number))
    expect(output).toMatchObject({ number: number + 1, back: 18, instead: null })
    expect(office.office.till.entries.get(number)).toEqual(before)
    const [line] = office.view('till.view', 'agent1').lines
    expect(line).toMatchObject({ kind: 'reversal', cents: -18, of: number })
    expect(office.view('till.view', 'agent1').held.cash).toBe(5000)
    expect(JSON.stringify(office.recorded)).not.toContain('Erreur de saisie')
  })

  test('the right one is written after it, with its own quittance', () => {
    const office = openTill()
    const number = pay(office)
    const instead = paying('copie', 36, { means: 'card' }, 2)
    const { output } = accepted(correct(office, number, { instead }))
    expect(output.instead).toMatchObject({ number: number + 2, due: 36 })
    expect(office.view('till.view', 'agent1').held).toMatchObject({ cash: 5000, card: 36 })
  })

  test('a quittance whose payment is taken back is cancelled by another paper, which names it and says why', () => {
    const office = openTill()
    const number = pay(office)
    const instead = paying('copie', 36, {}, 2)
    const { output } = accepted(correct(office, number, { instead }))
    expect([output.cancellation?.number, output.instead?.document?.number]).toEqual([
      'AN-2026-1',
      'QT-2026-2',
    ])
    const papers = [...office.documents.values()].flatMap((one) => (one === 'erased' ? [] : [one.facts]))
    expect(papers.map(({ kind, relates }) => [kind, relates?.number ?? null])).toEqual([
      ['quittance', null],
      ['annulation', 'QT-2026-1'],
      ['quittance', null],
    ])
    expect(papers[1]).toMatchObject({ reason: 'Erreur de saisie', relates: { how: 'cancellation' } })
    expect(papers[2]).toMatchObject({ corrects: number })
    const related = office.recorded.filter(({ event }) => event.type === 'documentRelated')
    expect(related).toMatchObject([{ event: { data: { number: 'AN-2026-1', how: 'cancellation' } } }])
    const lines = office.view('till.view', 'agent1').lines.map(({ document }) => document?.number ?? null)
    expect(lines).toEqual(['QT-2026-2', 'AN-2026-1', 'QT-2026-1', null])
    // What gave no paper has none to cancel.
    const silent = accepted(correct(office, pay(office, 'card')))
    expect(silent.output.cancellation).toBeNull()
  })

  test('what does not exist, is no payment, was taken back or remitted can’t be corrected', () => {
    const office = openTill()
    expect(refusalOf(correct(office, 999))).toBe('unknownEntry')
    // The float's entry is the first of all.
    expect(refusalOf(correct(office, 1))).toBe('notCorrectable')
    const number = pay(office)
    accepted(correct(office, number))
    expect(refusalOf(correct(office, number))).toBe('alreadyCorrected')
    expect(refusalOf(correct(office, number + 1))).toBe('notCorrectable')
    const other = pay(office)
    accepted(office.act('till.remit', { coins: coinsOf(18) }, 'agent1'))
    expect(refusalOf(correct(office, other))).toBe('alreadyRemitted')
  })

  test('a wrong replacement takes nothing back', () => {
    const office = openTill()
    const number = pay(office)
    expect(refusalOf(correct(office, number, { instead: paying('copie', 1) }))).toBe('tariffChanged')
    expect(office.office.till.corrected.size).toBe(0)
  })

  test('a payment of the day before is taken back today', () => {
    const office = openTill()
    const number = pay(office, 'cheque')
    accepted(office.act('till.close', { coins: coinsOf(5000), cheques: 1 }, 'agent1'))
    office.clock = nine + day
    accepted(office.act('till.open', { coins: coinsOf(5000) }, 'agent1'))
    accepted(correct(office, number))
    expect(office.view('till.view', 'agent1')).toMatchObject({
      cheques: 0,
      today: { collected: -18, reversals: 1 },
      perpetual: 0,
    })
  })
})

describe('counting', () => {
  test('a gap wants its reason, and is written so that the books say what is there', () => {
    const office = openTill()
    const count = (cents: number, more = {}) =>
      office.act('till.count', { coins: coinsOf(cents), ...more }, 'agent1')
    expect(refusalOf(count(4990))).toBe('reasonMissing')
    expect(accepted(count(4990, { reason: 'Pièce perdue' })).output).toMatchObject({
      expected: 5000,
      gap: -10,
    })
    expect(accepted(count(4990)).output.gap).toBe(0)
    const view = office.view('till.view', 'agent1')
    expect([view.held.cash, view.today.gaps, view.due.count]).toEqual([4990, -10, false])
    pay(office)
    expect(office.view('till.view', 'agent1').due.count).toBe(true)
  })

  test('a cheque that is not there wants its reason', () => {
    const office = openTill()
    pay(office, 'cheque')
    const count = (cheques: number, more = {}) =>
      office.act('till.count', { coins: coinsOf(5000), cheques, ...more }, 'agent1')
    expect(refusalOf(count(0))).toBe('reasonMissing')
    accepted(count(1))
    accepted(count(0, { reason: 'Au coffre' }))
  })

  test('a deficit that leaves too little is seen when something must be given back', () => {
    const office = openTill()
    const number = pay(office)
    accepted(office.act('till.count', { coins: coinsOf(10), reason: 'Vol constaté' }, 'agent1'))
    expect(refusalOf(correct(office, number))).toBe('notEnoughCash')
  })

  test('the float follows the deed at the next opening', () => {
    const office = openTill()
    expect(refusalOf(office.act('till.setDeed', deed({ float: 8000 }), 'admin'))).toBe('tillStillOpen')
    accepted(office.act('till.close', { coins: coinsOf(5000) }, 'agent1'))
    accepted(office.act('till.setDeed', deed({ float: 8000 }), 'admin'))
    office.clock = nine + day
    expect(refusalOf(office.act('till.open', { coins: coinsOf(5000) }, 'agent1'))).toBe('reasonMissing')
    accepted(office.act('till.open', { coins: coinsOf(8000) }, 'agent1'))
    expect(office.view('till.view', 'agent1')).toMatchObject({
      float: 8000,
      held: { cash: 8000 },
      perpetual: 0,
    })
  })
})

describe('remittance', () => {
  test('all that is held beyond the float goes, with its slip', () => {
    const office = openTill()
    expect(refusalOf(office.act('till.remit', { coins: [] }, 'agent1'))).toBe('nothingToRemit')
    for (const means of ['cash', 'cheque', 'card']) pay(office, means)
    expect(refusalOf(office.act('till.remit', { coins: coinsOf(17) }, 'agent1'))).toBe('countDiffers')
    const { output } = accepted(office.act('till.remit', { coins: coinsOf(18) }, 'agent1'))
    expect(output).toMatchObject({
      remitted: { cash: 18, cheque: 18, card: 18 },
      document: { number: 'BV-2026-1' },
    })
    const slip = [...office.documents.values()].find(
      (one) => one !== 'erased' && one.facts.kind === 'bordereau',
    )
    expect(slip).toMatchObject({
      facts: { totalCents: 54, cheques: 1, byProduct: [{ title: 'Photocopie A4', quantity: 3, cents: 54 }] },
    })
    const view = office.view('till.view', 'agent1')
    expect(view.held).toEqual({ cash: 5000, cheque: 0, card: 0, transfer: 0, online: 0 })
    expect(view.today.remitted).toBe(54)
  })

  test('it is due so many days after the first payment, or when the till is full', () => {
    const office = openTill()
    expect(office.view('till.view', 'agent1').due.remittance.on).toBeNull()
    pay(office)
    expect(office.view('till.view', 'agent1').due.remittance).toMatchObject({ on: '2026-04-02', late: false })
    office.clock = nine + 31 * day
    expect(office.view('till.view', 'agent1').due.remittance.late).toBe(true)
  })
})

describe('closings', () => {
  test('a day left open is closed as the day that it was, before anything else', () => {
    const office = openTill()
    pay(office)
    office.clock = nine + day
    expect(office.view('till.view', 'agent1').state).toBe('leftOpen')
    expect(refusalOf(office.act('till.collect', paying('copie', 18), 'agent1'))).toBe('tillLeftOpen')
    expect(refusalOf(office.act('till.open', { coins: [] }, 'agent1'))).toBe('tillAlreadyOpen')
    expect(accepted(office.act('till.close', { coins: coinsOf(5018) }, 'agent1')).output.date).toBe(
      '2026-03-03',
    )
    accepted(office.act('till.open', { coins: coinsOf(5018) }, 'agent1'))
  })

  test('months and years close in order, once they are over, and never twice', () => {
    const office = openTill()
    pay(office)
    const close = (period: string) => office.act('till.closePeriod', { period }, 'supervisor')
    expect(refusalOf(close('2026-03'))).toBe('periodNotOver')
    office.clock = Date.UTC(2026, 3, 2, 8)
    expect(refusalOf(close('2026-03'))).toBe('tillStillOpen')
    accepted(office.act('till.close', { coins: coinsOf(5018) }, 'agent1'))
    accepted(office.act('till.open', { coins: coinsOf(5018) }, 'agent1'))
    accepted(office.act('till.collect', paying('copie', 20), 'agent1'))
    accepted(office.act('till.close', { coins: coinsOf(5038) }, 'agent1'))
    office.clock = Date.UTC(2027, 0, 4, 8)
    expect(office.view('till.view', 'agent1').due).toMatchObject({
      months: ['2026-03', '2026-04'],
      years: [],
    })
    expect(refusalOf(close('2026-04'))).toBe('earlierPeriodFirst')
    expect(refusalOf(close('2026'))).toBe('earlierPeriodFirst')
    expect(accepted(close('2026-03')).output).toMatchObject({ collected: 18, perpetual: 38 })
    accepted(close('2026-04'))
    expect(refusalOf(close('2026-03'))).toBe('nothingToClose')
    expect(accepted(close('2026')).output).toMatchObject({ collected: 38, perpetual: 38 })
    expect(refusalOf(close('2026'))).toBe('nothingToClose')
    expect(office.view('till.view', 'agent1').closings.map(({ kind, period }) => [kind, period])).toEqual([
      ['year', '2026'],
      ['month', '2026-04'],
      ['month', '2026-03'],
      ['day', '2026-04-02'],
      ['day', '2026-03-03'],
    ])
  })

  test('training is marked on every closing and every paper', () => {
    const office = openTill()
    pay(office)
    accepted(office.act('till.close', { coins: coinsOf(5018) }, 'agent1'))
    expect(office.view('till.view', 'agent1')).toMatchObject({ school: true, closings: [{ school: true }] })
    expect([...office.documents.values()].map((one) => one !== 'erased' && one.facts.school)).toEqual([true])
  })
})
