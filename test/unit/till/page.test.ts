import { describe, expect, it } from 'vitest'
import type { RequestKey } from '../../../shared/contract/onRequest.ts'
import type { ProductId } from '../../../shared/contract/till/books.ts'
import type { Done, EntryLine, Paid, TillView } from '../../../renderer/till/acts.ts'
import { readAmount, readCount, writeAmount } from '../../../renderer/ui/amounts.ts'
import { coinsOf, totalOf } from '../../../renderer/till/coins.ts'
import { proposedNow, withPaid } from '../../../renderer/till/Proposed.tsx'
import { openingCash } from '../../../renderer/till/Counts.tsx'
import { dueSaid } from '../../../renderer/till/due.ts'
import {
  askedOf,
  changeOf,
  dueOf,
  nothingPaid,
  payerDetail,
  paymentInstead,
  paymentWrong,
  stampDigits,
  stampWritten,
  taxesOf,
  withLine,
  withOneLess,
  withOneMore,
  type Payment,
} from '../../../renderer/till/payment.ts'
import { tariffOn } from '../../../shared/domain/till/deed.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { tillPage } from '../../../shared/messages/till/page.fr.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { deed } from '../../fixtures/till.ts'
import { specimens } from '../../fixtures/specimens.ts'

const id = (word: string) => word as ProductId
const made = deed()
const prices = {
  products: made.products.map(({ tariffs, ...product }) => ({
    ...product,
    tariff: tariffOn({ ...product, tariffs }, '2026-03-03' as LocalDate) ?? null,
  })),
  exemptions: made.exemptions,
}
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('amounts as they are typed', () => {
  it.each([
    ['20', 2000],
    ['20,5', 2050],
    ['20.50', 2050],
    ['1 200,00 €', 120_000],
    ['0', 0],
    ['999999,99', 99_999_999],
    ['20,', 2000],
  ])('reads « %s »', (text, cents) => expect(readAmount(text)).toBe(cents))

  it.each(['', 'dix', '-5', '+5', '1e3', '1,234', '1,2,3', '1000000', '0x10', '٣', 'NaN'])(
    'reads no amount in « %s »',
    (text) => expect(readAmount(text)).toBeUndefined(),
  )

  it('writes what it reads', () => {
    for (const cents of [0, 1, 10, 99, 100, 2050, 99_999_999])
      expect(readAmount(writeAmount(cents))).toBe(cents)
  })

  it('counts whole numbers between two bounds', () => {
    expect([
      readCount('3', 1, 9),
      readCount('0', 1, 9),
      readCount('10', 1, 9),
      readCount('3,5', 1, 9),
    ]).toEqual([3, undefined, undefined, undefined])
  })
})

describe('a payment', () => {
  const three = ['copie', 'copie', 'copie'].reduce((paid, word) => withOneMore(paid, id(word)), nothingPaid)

  it('adds one at each press of a product’s letter, on its own line', () => {
    expect(three.lines).toEqual([{ productId: 'copie', quantity: '3', exemptionId: null }])
    expect(dueOf(prices, three)).toBe(54)
  })

  it('never adds to a line that is exempt', () => {
    const exempt = withLine(three, 0, { ...three.lines[0]!, exemptionId: made.exemptions[0]!.exemptionId })
    expect(dueOf(prices, exempt)).toBe(0)
    expect(withOneMore(exempt, id('copie')).lines).toHaveLength(2)
  })

  it('takes one away, then the line', () => {
    const two = withOneLess(three, 0)
    expect(two.lines[0]?.quantity).toBe('2')
    expect(withOneLess(withOneLess(two, 0), 0).lines).toEqual([])
    expect(withOneLess(three, 5)).toBe(three)
  })

  it('says what lacks, one thing at a time, in the order of the hand', () => {
    const wrong = (change: Partial<Payment>) => paymentWrong(prices, { ...three, ...change })
    expect(paymentWrong(prices, nothingPaid)).toContain('Choisissez d’abord un produit')
    expect(wrong({ lines: [{ ...three.lines[0]!, quantity: '1,5' }] })).toContain('nombre entier')
    expect(wrong({})).toContain('Choisissez le moyen de paiement')
    expect(wrong({ means: 'cash', given: 'vingt' })).toContain('n’est pas un montant')
    expect(wrong({ means: 'cash' })).toBeNull()
  })

  it('gives change only on cash that was given', () => {
    expect(changeOf(prices, { ...three, means: 'cash', given: '1' })).toBe(46)
    expect(changeOf(prices, { ...three, means: 'cash', given: '0,50' })).toBe(-4)
    expect(changeOf(prices, { ...three, means: 'cash', given: '' })).toBeNull()
    expect(changeOf(prices, { ...three, means: 'cheque', given: '1' })).toBeNull()
  })

  it('asks what was typed and no more', () => {
    expect(askedOf(prices, { ...three, means: 'cash', given: '1', reference: 'oublié', payer: ' ' })).toEqual(
      {
        lines: [{ productId: 'copie', quantity: 3 }],
        due: 54,
        means: 'cash',
        given: 100,
        receipt: false,
      },
    )
  })

  it('asks no means when nothing is due', () => {
    const exempt = withLine(three, 0, { ...three.lines[0]!, exemptionId: made.exemptions[0]!.exemptionId })
    expect(askedOf(prices, { ...exempt, means: 'cash', given: '5' })).toEqual({
      lines: [{ productId: 'copie', quantity: 3, exemptionId: 'indigence' }],
      due: 0,
      receipt: false,
    })
  })

  it('tells taxes from the rest', () => {
    const both = withOneMore(three, id('taxe'))
    expect([dueOf(prices, both), taxesOf(prices, both)]).toEqual([10_104, 10_050])
  })

  it('written in the place of another begins as that one was', () => {
    const lines = [
      {
        productId: id('copie'),
        title: 'Photocopie A4',
        quantity: 2,
        unitCents: 18,
        cents: 36,
        exemptionId: null,
      },
    ]
    const document = { documentId: 'd', number: 'QT-2026-1' } as unknown as EntryLine['document']
    expect(paymentInstead({ number: 7, lines, means: 'cheque', document }, 'Deux copies')).toEqual({
      ...nothingPaid,
      lines: [{ productId: 'copie', quantity: '2', exemptionId: null }],
      means: 'cheque',
      corrects: { number: 7, reason: 'Deux copies', paper: 'QT-2026-1' },
    })
  })
})

describe('the payer', () => {
  const corrects = { number: 7, reason: 'Deux copies' }

  it.each([
    ['DIALLO Awa', null, 'au nom de DIALLO Awa'],
    [null, null, 'sans nom'],
    ['DIALLO Awa', { ...corrects, paper: 'QT-2026-1' }, 'comme sur le papier n°\u00a0QT-2026-1'],
    ['DIALLO Awa', { ...corrects, paper: null }, 'sans nom'],
  ])('of a page that shows %s and corrects %j is said where none is typed', (payer, corrects, said) => {
    expect(payerDetail({ payer }, { payer: ' ', corrects })).toContain(said)
    expect(payerDetail({ payer }, { payer: 'Martin', corrects })).toBe(tillPage.pay.payerHelp)
  })

  it('is not said by a host of the version before', () => {
    expect(payerDetail({}, { payer: '', corrects: null })).toBe(tillPage.pay.payerHelp)
  })
})

describe('a stamp', () => {
  it('is its sixteen digits, whatever stands between them', () => {
    expect(stampDigits('1234 5678-9012.3456\n')).toBe('1234567890123456')
    expect(stampWritten('1234567890123456')).toBe('1234 5678 9012 3456')
    expect(stampWritten('12345')).toBe('1234 5')
  })
})

describe('a count', () => {
  it('says what lacks and what is in excess in words, with no sign before the amount', () => {
    const { done } = tillPage.count
    expect([done(-10), done(10), done(0)]).toEqual([
      'Compte enregistré, il manque 0,10\u00a0€.',
      'Compte enregistré, 0,10\u00a0€ en trop.',
      'Compte enregistré, sans écart.',
    ])
    const slip = specimens.bordereau
    const notes = (gapsCents: number) => plain(draftContent({ ...slip, gapsCents }).notes.join('\n'))
    expect(notes(-10)).toContain('Écarts de caisse constatés : il manque 0,10 €.')
    expect(notes(10)).toContain('Écarts de caisse constatés : 0,10 € en trop.')
    expect(notes(0)).not.toContain('Écarts')
  })

  it('adds notes and coins, and names those that were counted', () => {
    const counted = { 5000: '1', 50: '3', 1: '' } as const
    expect(totalOf(counted)).toBe(5150)
    expect(coinsOf(counted)).toEqual([
      { face: 5000, count: 1 },
      { face: 50, count: 3 },
    ])
  })

  it('has no total while something typed is no number', () => {
    expect(totalOf({ 5000: 'un' })).toBeUndefined()
  })

  it('expects at the opening what the deed wants of the float, as far as the cash goes', () => {
    const held = { cash: 0, cheque: 0, card: 0, transfer: 0, online: 0 }
    expect(openingCash({ deed: made, held, float: 0 })).toBe(5000)
    expect(openingCash({ deed: made, held: { ...held, cash: 5200 }, float: 5000 })).toBe(5200)
    expect(openingCash({ deed: { ...made, float: 0 }, held: { ...held, cash: 3000 }, float: 5000 })).toBe(0)
  })
})

describe('what is due', () => {
  const nothing = { cash: 0, cheque: 0, card: 0, transfer: 0, online: 0 }
  const said = (
    remittance: Partial<TillView['due']['remittance']>,
    room: number | null = 60_000,
    count = false,
  ) =>
    dueSaid({
      state: 'open',
      cash: {
        payment: null,
        tax: { cents: 30_000, source: '', toConfirm: true },
        held: { cents: 60_000, source: 'art. 8', toConfirm: false },
        room,
      },
      due: {
        count,
        lastCountAt: null,
        remittance: { on: null, late: false, full: false, moves: nothing, ...remittance },
        months: [],
        years: [],
      },
    }).map(({ text, urgent }) => [plain(text), urgent])

  it('says that nothing is when nothing is', () => {
    expect(said({})).toEqual([['Rien n’est à faire.', false]])
  })

  it('warns when less than a fifth of the ceiling is left, and says when it is reached', () => {
    expect(said({}, 12_000)).toEqual([['Rien n’est à faire.', false]])
    expect(said({}, 11_999)).toEqual([['Plafond d’encaisse proche : plus que 119,99 € en espèces.', true]])
    expect(said({ full: true }, 0)).toEqual([
      ['Le plafond d’encaisse est atteint : versez au comptable.', true],
    ])
  })

  it('tells a remittance that is due from one that is late', () => {
    const on = '2026-04-02' as LocalDate
    expect(said({ on })).toEqual([['Verser au comptable le 2 avril 2026 au plus tard.', false]])
    expect(said({ on, late: true })).toEqual([['Versement en retard : il était dû le 2 avril 2026.', true]])
  })
})

describe('what is proposed to whoever is received', () => {
  const [ann, bob] = ['a/0' as RequestKey, 'b/0' as RequestKey]
  const proposed = [id('copie'), id('concession')]
  const done = (
    number: number,
    received: RequestKey | null,
    products: ProductId[],
    corrects: number | null = null,
  ) =>
    ({
      is: 'paid',
      number,
      received,
      products,
      corrects,
      due: 0,
      change: 0,
      back: null,
      paper: null,
    }) as const
  const stamped = { ...done(1, ann, [id('copie')]), is: 'stamped', corrects: null } as const
  const after = (acts: readonly Done[]) => acts.reduce<readonly Paid[]>(withPaid, [])
  const shown = (received: RequestKey | null, acts: readonly Done[], takenBack: readonly number[] = []) => {
    const lines = takenBack.map((number) => ({ number, correctedBy: 9 }) as EntryLine)
    const { products } = prices
    return proposedNow({ products, proposed, received, lines }, after(acts)).map(({ productId }) => productId)
  }

  it('leaves out all that the request paid, by a stamp too, whatever was done since', () => {
    expect(shown(ann, [])).toEqual(proposed)
    expect(shown(ann, [stamped])).toEqual(['concession'])
    expect(shown(ann, [done(1, ann, [id('copie')]), done(2, ann, [id('taxe')])])).toEqual(['concession'])
    expect(shown(bob, [done(1, ann, [id('copie')])])).toEqual(proposed)
  })

  it('proposes again what was taken back, and hides from nobody what another’s correction pays', () => {
    const first = done(1, ann, [id('copie')])
    expect(shown(ann, [first], [1])).toEqual(proposed)
    const instead = done(3, bob, [id('copie')], 1)
    expect(shown(bob, [first, instead], [1])).toEqual(proposed)
    expect(shown(ann, [first, instead], [1])).toEqual(['concession'])
    expect(shown(bob, [instead], [1])).toEqual(proposed)
  })

  it('hides from nobody what was paid while nobody was received', () => {
    expect(shown(ann, [done(1, null, [id('copie')])])).toEqual(proposed)
  })
})
