import { describe, expect, it } from 'vitest'
import type { AgentId } from '../../../shared/contract/ids.ts'
import { PaperSettings } from '../../../shared/contract/documents/paperSettings.ts'
import {
  deedDraftOf,
  deedFrom,
  exemptionFrom,
  productDraftOf,
  productFrom,
} from '../../../renderer/settings/till/deedDraft.ts'
import {
  delegationBlank,
  delegationFrom,
  linesWrong,
  logoFrom,
  paperDraftOf,
  paperOf,
} from '../../../renderer/settings/documents/paperDraft.ts'
import { deed } from '../../fixtures/till.ts'

const made = deed()
const wrongOf = (draft: Parameters<typeof deedFrom>[0]) => {
  const read = deedFrom(draft)
  return 'wrong' in read ? Object.keys(read.wrong) : []
}

describe('the deed as it is typed', () => {
  it('typed over without a change is the same deed', () => {
    expect(deedFrom(deedDraftOf(made))).toEqual({ deed: made })
  })

  it('blank, lacks all that a deed must say', () => {
    expect(wrongOf(deedDraftOf(null))).toEqual([
      'name',
      'act',
      'actOn',
      'regisseur',
      'accountantName',
      'street',
      'postalCode',
      'city',
      'means',
      'products',
    ])
  })

  it('a ceiling has its text, or is none', () => {
    const draft = deedDraftOf(made)
    expect(wrongOf({ ...draft, held: { cents: '600', source: ' ', toConfirm: false } })).toEqual([
      'heldSource',
    ])
    const without = deedFrom({ ...draft, held: { cents: '', source: 'art. 8', toConfirm: false } })
    expect('deed' in without && without.deed.ceilings.held).toBeNull()
  })

  it('a remittance waits a month at most', () => {
    expect(wrongOf({ ...deedDraftOf(made), remitEveryDays: '32' })).toEqual(['remitEveryDays'])
  })

  it('a product taken away takes its exemption along', () => {
    const products = made.products.filter(({ productId }) => productId !== 'copie')
    const read = deedFrom({ ...deedDraftOf(made), products })
    expect('deed' in read && read.deed.exemptions).toEqual([])
  })

  it('the régisseur is no mandataire of themselves', () => {
    const read = deedFrom({ ...deedDraftOf(made), regisseur: 'agent2' as AgentId })
    expect('deed' in read && read.deed.mandataires).toEqual([])
  })
})

describe('a product as it is typed', () => {
  const copy = productDraftOf(made.products[0]!)
  const wrong = (draft: typeof copy) => {
    const read = productFrom(draft, null, new Set())
    return 'wrong' in read ? read.wrong : null
  }

  it('typed over is the same, under the id that it has', () => {
    expect(productFrom(copy, made.products[0]!.productId, new Set())).toEqual({ product: made.products[0] })
  })

  it('new, has a short word of its own', () => {
    const read = productFrom(copy, null, new Set(['photocopie-a4']))
    expect('product' in read && read.product.productId).toBe('photocopie-a4-2')
  })

  it('two tariffs never hold on one day; a tariff without text is none', () => {
    const [first, second] = [copy.tariffs[0]!, copy.tariffs[1]!]
    expect(wrong({ ...copy, tariffs: [{ ...first, to: '' }, second] })?.tariffs).toContain('même jour')
    expect(wrong({ ...copy, tariffs: [{ ...first, to: '2026-04-01' }, second] })?.tariffs).toContain(
      'même jour',
    )
    expect(wrong({ ...copy, tariffs: [{ ...first, source: '' }] })?.each[0]?.source).toContain('Sans texte')
    expect(wrong({ ...copy, tariffs: [{ ...first, to: '2025-01-01' }] })?.each[0]?.to).toContain('précède')
    expect(wrong({ ...copy, tariffs: [] })?.tariffs).toContain('au moins un tarif')
  })
})

it('an exemption has its text, and at least one product where it is not for all', () => {
  expect(exemptionFrom({ title: 'RSA', source: '', products: [] }, null, new Set())).toEqual({
    wrong: {
      source: 'Sans texte, rien n’est exigible. Citez l’article ou la délibération.',
      products: 'Choisissez au moins un produit.',
    },
  })
})

describe('the papers’ head as it is typed', () => {
  const settings = PaperSettings.parse({
    lines: ['Département'],
    dataContact: 'dpd@fontaine.example',
    reasons: [],
  })

  it('typed over is the same; empty lines are none', () => {
    expect(paperOf(paperDraftOf(settings))).toEqual(settings)
    expect(
      paperOf({ ...paperDraftOf(settings), lines: '\n Un \n\n<b>Deux</b>\n', dataContact: ' ' }),
    ).toEqual({
      ...settings,
      lines: ['Un', '<b>Deux</b>'],
      dataContact: null,
    })
  })

  it('it has four lines at most, of two hundred letters', () => {
    const draft = paperDraftOf(settings)
    expect(linesWrong({ ...draft, lines: 'a\nb\nc\nd' })).toBeNull()
    expect(linesWrong({ ...draft, lines: 'a\nb\nc\nd\ne' })).toContain('Quatre lignes')
    expect(linesWrong({ ...draft, lines: 'x'.repeat(201) })).toContain('200')
  })
})

describe('a logo', () => {
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => head[at] ?? at & 255)

  it('is a PNG that the settings take', () => {
    const read = logoFrom(bytes(98_280))
    expect('logo' in read && PaperSettings.safeParse({ logo: read.logo }).success).toBe(true)
  })

  it('is refused one byte beyond, and when it is another file', () => {
    expect(logoFrom(bytes(98_281))).toHaveProperty('wrong')
    expect(logoFrom(Uint8Array.from([0xff, 0xd8, 0xff]))).toHaveProperty('wrong')
    expect(logoFrom(new Uint8Array())).toHaveProperty('wrong')
  })
})

describe('a delegation', () => {
  const typed = {
    ...delegationBlank,
    agentId: 'agent2' as AgentId,
    from: '2026-01-04',
    capacity: 'authority' as const,
  }

  it('may have no end and no act', () => {
    expect(delegationFrom(typed)).toEqual({
      delegation: {
        agentId: 'agent2',
        procedures: null,
        from: '2026-01-04',
        until: null,
        act: null,
        capacity: 'authority',
      },
    })
  })

  it('says in which quality its agent signs', () => {
    const read = delegationFrom({ ...typed, capacity: delegationBlank.capacity })
    expect('wrong' in read && Object.keys(read.wrong)).toEqual(['capacity'])
  })

  it('never ends before it begins, nor is for no procedure', () => {
    const read = delegationFrom({ ...typed, until: '2026-01-03', procedures: [] })
    expect('wrong' in read && Object.keys(read.wrong)).toEqual(['procedures', 'until'])
  })
})
