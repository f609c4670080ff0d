import { beforeEach, describe, expect, test } from 'vitest'
import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { given, FilesOffice } from '../../fixtures/filesOffice.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'
import { strangeReasons, strangeRemedies } from '../../../shared/domain/law/names.ts'

// What who signs a refusal writes of it: facts and texts, no order to the person, and a judge who hears them.

const today = '2026-03-03'
const ask = 'Vous devez fournir un bail signé'
const asking = { refusal: 'orderInReasons', details: [ask] }
const court = 'tribunal administratif de Melun, 43 rue du Général-de-Gaulle, 77000 Melun'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  const delegation = { agentId: 'agent1', procedures: null, from: '2026-01-01', until: null, act: null }
  given(
    office.act('paper.set', { lines: [], delegations: [{ ...delegation, capacity: 'authority' }] }, 'admin'),
  )
})

const written = {
  facts: 'La terrasse occupe tout le trottoir devant l’école.',
  law: [{ title: 'CGCT, art. L2212-2', said: 'Le maire veille à la commodité du passage.' }],
}
const file = () =>
  office.open({ procedureId: 'autre', label: 'Terrasse', person: { familyName: 'Roux', firstName: 'Adèle' } })
const remedies = { prior: 'no', authority: null, court } as const
const refuse = (more: object = {}) =>
  office.act('document.issue', { what: { kind: 'refus', fileId: file(), ...written, remedies, ...more } })

describe('the reasons of a refusal ask nothing', () => {
  test.each([
    ['in its facts', { facts: ask }],
    ['in what a text is said to say', { law: [{ ...written.law[0], said: ask }] }],
    ['in the title of a text', { law: [{ title: ask, said: null }] }],
  ])('%s, as its paper and as the decision on its file', (_where, more) => {
    expect(refuse(more)).toMatchObject(asking)
    const decision = { fileId: file(), decision: 'refused', on: today, ...written, ...more }
    expect(office.act('file.decide', decision)).toMatchObject(asking)
  })

  test('in the law of an invitation to put right', () => {
    const what = {
      kind: 'regularisation',
      fileId: file(),
      breach: 'La déclaration n’est pas signée.',
      law: [{ title: 'CRPA, art. L123-1', said: ask }],
      formalities: ['Signer la déclaration'],
      dueOn: '2026-06-01',
      consequence: 'La sanction est encourue.',
    }
    expect(office.act('document.issue', { what })).toMatchObject(asking)
  })

  test('while they tell what a text requires and what was not done', () => {
    expect(refuse()).not.toHaveProperty('refusal')
    for (const reason of [
      'Le demandeur doit présenter un plan, d’après l’article 4 du règlement.',
      'Vous n’avez pas fourni le plan demandé le 2 mars.',
      'Il ressort des pièces que vous présentez que le logement est loué.',
      'Vous n’apportez pas la preuve que le bail court encore.',
      'Vous ne nous joignez aucun plan, et vous quittez le logement le 1er mai.',
      'Vous présentez une facture au nom d’un tiers.',
    ])
      expect(strangeReasons([reason])).toBeNull()
  })
})

describe('where a refusal is contested', () => {
  test.each([
    'La décision est définitive, 77000 Melun',
    'Aucun recours devant le tribunal, 77000 Melun',
    'la mairie, 1 rue Haute, 77000 Melun',
  ])('is a judge, never the words « %s »', (said) => {
    expect(refuse({ remedies: { ...remedies, court: said } })).toEqual({
      refusal: 'nameMalformed',
      details: [said],
    })
  })

  test('is any judge by name', () => {
    for (const said of [
      court,
      'le président du tribunal judiciaire, 77000 Melun',
      'le juge aux affaires familiales',
    ])
      expect(strangeRemedies({ authority: null, court: said })).toBeNull()
  })

  test.each([
    'tribunal administratif de Melun',
    'tribunal  administratif de Melun',
    'tribunal\u00a0administratif de Melun',
    'le juge administratif',
    'la juridiction administrative',
    'Cour nationale du droit d’asile',
    'Conseil d’État',
  ])('has the delay that a text sets before « %s », whoever says that there is none', (said) => {
    given(refuse({ remedies: { ...remedies, court: `${said}, 43 rue Haute, 77000 Melun`, delay: 'none' } }))
    const [paper] = [...office.pure.documents.values()]
    expect(paper).toMatchObject({ facts: { remedies: { delay: { count: 2, unit: 'months' } } } })
  })
})

describe('what the office sets once and every paper says', () => {
  const regulation = {
    procedureId: 'autre',
    piece: 'Plan de la terrasse',
    title: 'Règlement des terrasses',
    number: '2025-41',
    date: '2025-06-12',
  }
  const law = (more: object) =>
    office.act('office.setLaw', { regulations: [{ ...regulation, ...more }] }, 'admin')

  test('names a piece and a text, and asks nothing more', () => {
    expect(law({ piece: 'Bail à fournir' })).toMatchObject({ refusal: 'pieceWithoutText' })
    expect(law({ number: ask })).toMatchObject({ refusal: 'nameMalformed' })
    expect(law({})).not.toHaveProperty('refusal')
  })

  test('and what was accepted once blocks nothing', () => {
    given(law({}))
    const { settings } = office.pure.office
    const older = { ...regulation, piece: 'Bail à fournir' }
    const remedy = { procedureId: 'autre', authority: null, court: 'la mairie, 1 rue Haute' }
    office.pure.office = {
      ...office.pure.office,
      settings: {
        ...settings!,
        law: { ...settings!.law, regulations: [older], remedies: [remedy] } as OfficeSettings['law'],
      },
    }
    const set = (more: object) =>
      office.act('office.setLaw', { regulations: [older], remedies: [remedy], ...more }, 'admin')
    expect(set({})).not.toHaveProperty('refusal')
    expect(set({ regulations: [{ ...older, piece: 'Quittance à fournir' }] })).toHaveProperty('refusal')
    expect(set({ remedies: [{ ...remedy, court: 'la mairie' }] })).toHaveProperty('refusal')
  })

  test.each([
    ['the street', (settings: OfficeSettings) => ({ address: { ...settings.address, street: ask } })],
    [
      'a regulation',
      (settings: OfficeSettings) => ({
        law: { ...settings.law, regulations: [{ ...regulation, title: ask }] },
      }),
    ],
  ])('is as sound when it is born, in the words of %s', (_what, more) => {
    const { settings, agents } = schoolOffice
    const born = new PureOffice(Date.UTC(2026, 2, 3, 9))
    const as = (words: object) =>
      born.act('office.create', { settings: { ...settings, ...words }, agents, school: true }, 'admin')
    expect(as(more(settings))).toEqual({ refusal: 'nameMalformed', details: [ask] })
    expect(as({})).not.toHaveProperty('refusal')
  })

  test('names who hears an appeal, with no words to the person', () => {
    const of = (words: object) =>
      office.act('office.setLaw', { remedies: [{ procedureId: 'autre', ...words }] }, 'admin')
    expect(of({ court: ask })).toMatchObject({ refusal: 'nameMalformed' })
    expect(of({ authority: ask })).toMatchObject({ refusal: 'nameMalformed' })
    expect(of({ court: 'Aucun recours n’est ouvert' })).toMatchObject({ refusal: 'nameMalformed' })
    expect(of({ court: 'la mairie, 1 rue Haute' })).toMatchObject({ refusal: 'nameMalformed' })
    expect(of({ court })).not.toHaveProperty('refusal')
  })
})
