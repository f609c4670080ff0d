import { describe, expect, test } from 'vitest'
import { contract, type DomainCommand } from '../../../shared/contract/index.ts'
import { coinsOf, deed, paying, tillOffice } from '../../fixtures/till.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { accepted } from '../../property/officeSteps.ts'

/** 3 March 2026, 9 h in Paris. */
const nine = Date.UTC(2026, 2, 3, 8)

/** The till open this morning, its float counted. */
function openTill(made = deed()): PureOffice {
  const office = tillOffice(nine, made)
  accepted(office.act('till.open', { coins: coinsOf(made.float) }, 'agent1'))
  return office
}

/** The refusal of an act that changes nothing: no event, no row, no number. */
function refused<N extends DomainCommand>(office: PureOffice, name: N, input: unknown, actor = 'agent1') {
  const before = [office.seq, office.tillNotes.size, office.documents.size, office.office.till.last.number]
  const decision = office.act(name, input, actor)
  expect([office.seq, office.tillNotes.size, office.documents.size, office.office.till.last.number]).toEqual(
    before,
  )
  return 'refusal' in decision ? decision.refusal : 'accepted'
}

const issuedBy = (office: PureOffice, kind: string) =>
  [...office.documents.values()].flatMap((one) => (one !== 'erased' && one.facts.kind === kind ? [one] : []))

describe('who collects, what and how', () => {
  test('without a deed nothing is collected, and the deed names agents of the office', () => {
    const office = PureOffice.school(nine)
    expect(refused(office, 'till.collect', paying('copie', 18))).toBe('tillNotMade')
    const other = tillOffice(nine)
    expect(refused(other, 'till.setDeed', deed({ mandataires: ['inconnu'] }), 'admin')).toBe('unknownAgent')
  })

  test('the régisseur and the mandataires of the deed collect, nobody else', () => {
    const office = openTill()
    expect(refused(office, 'till.collect', paying('copie', 18), 'agent3')).toBe('notOfTheTill')
    accepted(office.act('till.collect', paying('copie', 18), 'agent2'))
    expect(office.view('till.view', 'agent1').me).toBe('regisseur')
    expect(office.view('till.view', 'agent2').me).toBe('mandataire')
    expect(office.view('till.view', 'agent3').me).toBeNull()
  })

  test('what a visit gives to pay is proposed once the person is received: called, nobody would have paid it', () => {
    const [copy] = deed().products
    const office = openTill(deed({ products: [{ ...copy, procedureId: 'copie-acte' }] }))
    accepted(office.act('day.open', {}, 'supervisor'))
    accepted(office.act('counter.open', { counterId: '1' }, 'agent1'))
    accepted(office.act('ticket.take', { serviceId: 'etat-civil', procedureId: 'copie-acte' }, 'kiosk'))
    accepted(office.act('ticket.callNext', {}, 'agent1'))
    expect(office.view('till.view', 'agent1').proposed).toEqual([])
    accepted(office.act('ticket.start', {}, 'agent1'))
    expect(office.view('till.view', 'agent1').proposed).toEqual(['copie'])
  })

  test('a closed till collects nothing', () => {
    const office = tillOffice(nine)
    expect(refused(office, 'till.collect', paying('copie', 18))).toBe('tillClosed')
    expect(refused(office, 'till.count', { coins: [] })).toBe('tillClosed')
  })

  test('only what the deed lists, at the tariff of the day', () => {
    const office = openTill()
    expect(refused(office, 'till.collect', paying('tombola', 200))).toBe('unknownProduct')
    expect(refused(office, 'till.collect', paying('ancien', 500))).toBe('tariffExpired')
    expect(refused(office, 'till.collect', paying('copie', 20))).toBe('tariffChanged')
    expect(refused(office, 'till.collect', paying('accueil', 3000))).toBe('stampExpected')
    expect(accepted(office.act('till.collect', paying('copie', 54, {}, 3), 'agent1')).output.due).toBe(54)
  })

  test('the tariff changes with its day', () => {
    const office = openTill()
    accepted(office.act('till.close', { coins: coinsOf(5000) }, 'agent1'))
    office.clock = Date.UTC(2026, 3, 1, 8)
    accepted(office.act('till.open', { coins: coinsOf(5000) }, 'agent1'))
    expect(refused(office, 'till.collect', paying('copie', 18))).toBe('tariffChanged')
    accepted(office.act('till.collect', paying('copie', 20), 'agent1'))
  })

  test('the till takes only the means of payment that its deed lists', () => {
    const office = openTill()
    expect(refused(office, 'till.collect', paying('copie', 18, { means: 'transfer' }))).toBe(
      'meansNotAllowed',
    )
    expect(refused(office, 'till.collect', paying('copie', 18, { means: undefined }))).toBe('meansNotAllowed')
    accepted(office.act('till.collect', paying('copie', 18, { means: 'card' }), 'agent1'))
  })

  test('an amount that is not a whole number of cents is not understood', () => {
    const { input } = contract['till.collect']
    for (const due of ['12', 1.5, -1, Number.NaN, 100_000_000, null])
      expect(input.safeParse(paying('copie', due as number)).success, String(due)).toBe(false)
    expect(input.safeParse(paying('copie', 18)).success).toBe(true)
  })

  test('a deed that does not hold together is not understood', () => {
    const { input } = contract['till.setDeed']
    const [first] = deed().products
    const overlapping = [
      { cents: 1, from: '2026-01-01', to: null, source: 's' },
      { cents: 2, from: '2026-02-01', to: null, source: 's' },
    ]
    for (const change of [
      { products: [first, first] },
      { products: [{ ...first, tariffs: overlapping }] },
      { products: [{ ...first, tariffs: [] }] },
      { means: ['cash', 'cash'] },
      { means: ['crypto'] },
      { exemptions: [{ exemptionId: 'e', title: 't', source: 's', products: ['autre'] }] },
      { remitEveryDays: 32 },
      { float: 0.5 },
    ])
      expect(input.safeParse({ ...deed(), ...change }).success, JSON.stringify(change)).toBe(false)
  })
})

describe('cash', () => {
  test('what is given less what is given back is what is due', () => {
    const office = openTill()
    const { output } = accepted(office.act('till.collect', paying('copie', 18, { given: 100 }), 'agent1'))
    expect(output).toMatchObject({ due: 18, change: 82, drawer: false })
    expect(office.view('till.view', 'agent1').held.cash).toBe(5018)
    expect(refused(office, 'till.collect', paying('copie', 18, { given: 17 }))).toBe('givenTooLittle')
  })

  test('nothing is given back that the till does not hold', () => {
    const office = openTill(deed({ float: 0 }))
    expect(refused(office, 'till.collect', paying('copie', 18, { given: 20 }))).toBe('noChange')
    accepted(office.act('till.collect', paying('copie', 18, { given: 18 }), 'agent1'))
  })

  test('ceilings: of a payment, of taxes in cash (CGI 1680), of what is held', () => {
    const office = openTill()
    expect(refused(office, 'till.collect', paying('concession', 45_000, {}, 3))).toBe('cashTooMuch')
    expect(refused(office, 'till.collect', paying('taxe', 30_150, {}, 3))).toBe('cashTooMuch')
    accepted(office.act('till.collect', paying('taxe', 20_100, {}, 2), 'agent1'))
    accepted(office.act('till.collect', paying('taxe', 30_150, { means: 'card' }, 3), 'agent1'))
    accepted(office.act('till.collect', paying('concession', 30_000, {}, 2), 'agent1'))
    expect(office.view('till.view', 'agent1').cash.room).toBe(9900)
    expect(refused(office, 'till.collect', paying('concession', 15_000))).toBe('tillFull')
    accepted(office.act('till.remit', { coins: coinsOf(50_100) }, 'agent1'))
    accepted(office.act('till.collect', paying('concession', 15_000), 'agent1'))
  })

  test('the drawer opens for cash alone, where the printer has one', () => {
    const office = openTill()
    const screen = office.office.settings!.printers[0]!
    const printers = [{ ...screen, drawer: 'pin2' as const }]
    office.office = { ...office.office, settings: { ...office.office.settings!, printers } }
    const drawer = (means: string) =>
      accepted(office.act('till.collect', paying('copie', 18, { means }), 'agent1')).output.drawer
    expect([drawer('cash'), drawer('cheque'), drawer('card')]).toEqual([true, false, false])
  })
})

describe('exemptions and stamps', () => {
  test('an exemption is the deed’s, for its products, and collects nothing', () => {
    const office = openTill()
    const exempt = (productId: string, exemptionId: string, more = {}) => ({
      lines: [{ productId, quantity: 2, exemptionId }],
      due: 0,
      ...more,
    })
    expect(refused(office, 'till.collect', exempt('copie', 'amitie'))).toBe('unknownExemption')
    expect(refused(office, 'till.collect', exempt('concession', 'indigence'))).toBe('unknownExemption')
    expect(refused(office, 'till.collect', exempt('copie', 'indigence', { means: 'cash' }))).toBe(
      'nothingDue',
    )
    accepted(office.act('till.collect', exempt('copie', 'indigence', { receipt: true }), 'agent1'))
    const view = office.view('till.view', 'agent1')
    expect([view.held.cash, view.today.collected, view.today.exemptions]).toEqual([5000, 0, 1])
    expect(issuedBy(office, 'recu')[0]?.facts).toMatchObject({
      dueCents: 0,
      means: null,
      lines: [{ exemption: { source: 'Délibération du 15 décembre 2025, art. 4' } }],
    })
  })

  test('a stamp is recorded by its number, once, and nothing is collected', () => {
    const office = openTill()
    const stamp = { productId: 'accueil', stamp: '1234 5678 9012 3456', receipt: true }
    expect(refused(office, 'till.stamp', { ...stamp, productId: 'copie' })).toBe('notByStamp')
    accepted(office.act('till.stamp', stamp, 'agent1'))
    expect(refused(office, 'till.stamp', { ...stamp, stamp: '1234567890123456' }, 'agent2')).toBe('stampUsed')
    expect(office.view('till.view', 'agent1').today).toMatchObject({ collected: 0, stamps: 1 })
    expect(JSON.stringify(office.recorded)).not.toContain('1234567890123456')
    expect([...office.tillNotes.values()]).toEqual([expect.objectContaining({ stamp: '1234567890123456' })])
    expect(contract['till.stamp'].input.safeParse({ ...stamp, stamp: '123' }).success).toBe(false)
  })

  test('a stamp recorded by mistake is free again once it is taken back', () => {
    const office = openTill()
    const stamp = { productId: 'accueil', stamp: '1234567890123456' }
    const { output } = accepted(office.act('till.stamp', stamp, 'agent1'))
    accepted(office.act('till.correct', { number: output.number, reason: 'Mauvais chiffre' }, 'agent1'))
    accepted(office.act('till.stamp', stamp, 'agent1'))
    expect(office.view('till.view', 'agent1').today.stamps).toBe(1)
  })
})

describe('papers', () => {
  test('every payment in cash or by cheque has its quittance, another one its receipt on request', () => {
    const office = openTill()
    const kind = (means: string, receipt = false) =>
      accepted(office.act('till.collect', paying('copie', 18, { means, receipt }), 'agent1')).output.document
        ?.number ?? null
    expect([kind('cash'), kind('cheque'), kind('card'), kind('card', true)]).toEqual([
      'QT-2026-1',
      'QT-2026-2',
      null,
      'RE-2026-1',
    ])
  })

  test('a quittance says its till, its texts, what was given and who collected', () => {
    const office = openTill()
    const { number } = accepted(
      office.act('till.collect', paying('copie', 18, { given: 50, payer: 'Roux' }), 'agent2'),
    ).output
    expect(issuedBy(office, 'quittance')[0]?.facts).toMatchObject({
      entry: number,
      paidOn: '2026-03-03',
      dueCents: 18,
      givenCents: 50,
      changeCents: 32,
      payer: 'Roux',
      till: { name: 'Régie de recettes de l’accueil' },
      regisseur: { familyName: 'Belkacem' },
      mandataire: { familyName: 'Le Goff' },
      lines: [{ article: 'Acte constitutif, art. 3, 1°', tariff: { from: '2026-01-01', to: '2026-03-31' } }],
    })
    expect(JSON.stringify(office.recorded)).not.toContain('Roux')
  })

  test('a quittance names who is received at this counter, unless another payer is typed', () => {
    const office = openTill()
    const acts = [
      ['day.open', {}, 'supervisor'],
      ['counter.open', { counterId: '1' }, 'agent1'],
      ['ticket.take', { serviceId: 'titres' }, 'kiosk'],
      ['ticket.callNext', {}, 'agent1'],
      ['ticket.start', {}, 'agent1'],
      ['sheet.update', { person: { familyName: 'Diallo', firstName: 'Awa' } }, 'agent1'],
      ['till.collect', paying('copie', 18, { given: 50 }), 'agent1'],
      ['till.collect', paying('copie', 18, { given: 50, payer: 'Roux' }), 'agent1'],
    ] as const
    for (const [name, input, actor] of acts) accepted(office.act(name, input, actor))
    expect(issuedBy(office, 'quittance').map(({ facts }) => ('payer' in facts ? facts.payer : null))).toEqual(
      ['DIALLO Awa', 'Roux'],
    )
    expect(JSON.stringify(office.recorded)).not.toMatch(/Diallo/i)
  })

  test('a quittance without its mandatory mentions is refused, and nothing is collected', () => {
    const office = openTill()
    office.personal.agents.clear()
    expect(refused(office, 'till.collect', paying('copie', 18))).toBe('mentionMissing')
  })
})
