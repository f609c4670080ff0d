import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { shippedProcedure, situationOf, tellSituations, withStatus } from '../../fixtures/situations.ts'

const deces = shippedProcedure('deces')
const seen = (answers: Readonly<Record<string, string>>) => assess(deces, situationOf({}, answers))

const never = ['justificatif-domicile', 'copie-certifiee-conforme']
const ofTheDeceased = ['livret-defunt', 'identite-defunt']

tellSituations('deces', [
  {
    situation: 'a relative declares a death: the certificate, and what is known of the person',
    interview: [
      ['declarant', 'proche'],
      ['circonstances', 'non'],
    ],
    case: 'proche',
    required: ['certificat-deces'],
    alternative: ofTheDeceased,
    notRequired: ['identite-declarant'],
    mayNotBeAsked: never,
    cents: 0,
    dueByPerson: ['renseigner'],
    dueByAdministration: ['acte', 'verification', 'transcription'],
  },
  {
    situation: 'an undertaker declares for the family, without a mandate to show',
    interview: [
      ['declarant', 'pompes funèbres'],
      ['circonstances', 'non'],
    ],
    case: 'pompes funèbres',
    required: ['certificat-deces'],
    alternative: ofTheDeceased,
    notRequired: ['identite-declarant', 'mandat-famille'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'signs of a violent death: the police report holds back the burial, not the act',
    interview: [
      ['declarant', 'proche'],
      ['circonstances', 'oui'],
    ],
    case: 'proche, mort violente',
    required: ['certificat-deces', 'proces-verbal'],
    alternative: ofTheDeceased,
    notRequired: ['identite-declarant'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'a nursing home has twenty-four hours, which are its own duty',
    interview: [
      ['declarant', 'établissement'],
      ['circonstances', 'non'],
      ['jour-deces', '2026-03-02'],
    ],
    case: 'établissement',
    required: ['certificat-deces'],
    alternative: ofTheDeceased,
    notRequired: ['identite-declarant'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { etablissement: { usage: '2026-03-03', etablissement: '2026-03-03' } },
    dueByPerson: ['renseigner', 'avis-etablissement'],
  },
  {
    situation: 'the same a month later: late, and registered with the same pieces',
    interview: [
      ['declarant', 'établissement'],
      ['circonstances', 'non'],
      ['jour-deces', '2026-02-02'],
    ],
    case: 'établissement',
    required: ['certificat-deces'],
    alternative: ofTheDeceased,
    notRequired: ['identite-declarant'],
    mayNotBeAsked: never,
    cents: 0,
    deadlines: { etablissement: { usage: '2026-02-03', etablissement: '2026-02-03' } },
    dueByAdministration: ['acte', 'verification', 'transcription'],
  },
  {
    situation: 'the family booklet shown stands for any other paper of the deceased',
    interview: [
      ['declarant', 'proche'],
      ['circonstances', 'non'],
    ],
    presented: ['livret-defunt'],
    case: 'proche',
    required: ['certificat-deces', 'livret-defunt'],
    notRequired: ['identite-declarant'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation:
      'a newborn who died before being declared, born alive and viable: two acts, on the doctor’s certificate',
    interview: [
      ['declarant', 'proche'],
      ['circonstances', 'né vivant'],
    ],
    case: 'proche, acte de naissance et acte de décès',
    required: ['certificat-vie'],
    alternative: ofTheDeceased,
    notRequired: ['certificat-deces', 'identite-declarant'],
    mayNotBeAsked: never,
    cents: 0,
    dueByAdministration: ['acte', 'verification', 'transcription', 'deux-actes'],
  },
  {
    situation: 'a child of whom no certificate says that they were born alive: an act of a lifeless child',
    interview: [
      ['declarant', 'proche'],
      ['circonstances', 'sans vie'],
    ],
    case: 'proche, acte d’enfant sans vie',
    required: ['certificat-accouchement'],
    alternative: ofTheDeceased,
    notRequired: ['certificat-deces', 'identite-declarant'],
    mayNotBeAsked: never,
    cents: 0,
    dueByAdministration: ['acte', 'verification', 'transcription', 'acte-enfant-sans-vie'],
  },
])

describe('twenty-four hours', () => {
  const start = seen({})

  test('are a usage for families: no date is asked of them, no piece and no refusal depends on it', () => {
    const relative = seen({ declarant: 'proche', circonstances: 'non' })
    expect(relative.question).toBeNull()
    expect(start.deadlines.map(({ deadlineId, rule }) => [deadlineId, rule?.name ?? null])).toEqual([
      ['usage', null],
      ['etablissement', 'deces'],
    ])
    expect(start.deadlines[0]?.title).toBe('Vingt-quatre heures : un usage, jamais un motif de refus')
  })

  test('no fine is announced for a late declaration: the decree of 1919 is repealed', () => {
    expect(start.ifLate).toMatchObject([{ title: 'Le décès est inscrit, même en retard', toConfirm: false }])
    const usage = start.deadlines.find(({ deadlineId }) => deadlineId === 'usage')
    expect(usage?.detail).toContain('abrogé depuis 1976')
  })

  test('a nurse’s certificate is received like a doctor’s, and the mayor allows the coffin to be closed, free', () => {
    expect(start.pieces.find(({ pieceId }) => pieceId === 'certificat-deces')?.detail).toContain('infirmier')
    const closing = start.delivers.find(({ title }) => title === 'Autorisation de fermeture du cercueil')
    expect(closing?.worth).toMatch(/^Donnée par le maire, sans frais/)
  })

  test.each(['2026-03-03', '2026-01-01', '2016-03-03'])(
    'a death of %s asks for the same pieces: time changes nothing',
    (day) => {
      const told = seen({ declarant: 'établissement', circonstances: 'non', 'jour-deces': day })
      expect(withStatus(told, 'required')).toEqual(['certificat-deces'])
      expect(told.remedy?.title).toBe('Refus de dresser l’acte')
      expect(told.dueByAdministration.map(({ dueId }) => dueId)).toContain('acte')
    },
  )
})

describe('a death, the law behind', () => {
  const start = seen({})

  test('nothing has to be proved of a kinship, and no one is excluded', () => {
    expect(start.whoMayAct[0]).toMatchObject({ capacity: 'relative', proof: null, toConfirm: false })
  })

  test('the town hall checks with the place of birth itself (C. civ. 78): it is its duty', () => {
    const duty = start.dueByAdministration.find(({ dueId }) => dueId === 'verification')
    expect(duty?.sources.map(({ label }) => label)).toEqual(['C. civ. 78', 'CRPA L113-12'])
  })

  test('a domicile asked in an agent’s own words is caught', () => {
    expect(unlawfulIn(deces, start.pieces, 'facture EDF du défunt')).toMatchObject({
      title: 'Justificatif de domicile',
      toConfirm: false,
    })
  })

  test('each paper says what it is worth: the closing of the coffin is not the act', () => {
    expect(start.delivers.map(({ title, duplicate }) => [title, duplicate])).toEqual([
      ['Copie de l’acte de décès', true],
      ['Autorisation de fermeture du cercueil', false],
    ])
  })
})
