import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { shippedProcedure, situationOf, tellSituations, withStatus } from '../../fixtures/situations.ts'

const copy = shippedProcedure('copie-acte')
const seen = (answers: Readonly<Record<string, string>>) => assess(copy, situationOf({}, answers))
const never = ['raison', 'justificatif-domicile', 'signature-legalisee']

tellSituations('copie-acte', [
  {
    situation: 'an extract without the parents’ names is for anyone, without any paper',
    interview: [
      ['acte', 'naissance'],
      ['forme', 'sans filiation'],
    ],
    case: 'naissance ou mariage, extrait sans filiation',
    required: [],
    notRequired: ['identite'],
    mayNotBeAsked: never,
    cents: 0,
    dueByPerson: [],
    dueByAdministration: ['delivrance', 'garde', 'comedec'],
  },
  {
    situation: 'a death record, whole, is for anyone: neither its form nor its age is asked',
    interview: [['acte', 'décès']],
    case: 'décès',
    required: [],
    notRequired: ['identite'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'one’s own birth record, whole: an identity, and the parents’ names said aloud',
    interview: [
      ['acte', 'naissance'],
      ['forme', 'copie intégrale'],
      ['anciennete', 'réservé'],
      ['qualite', 'intéressé'],
    ],
    case: 'naissance ou mariage, filiation révélée',
    required: ['identite', 'noms-parents'],
    mayNotBeAsked: never,
    cents: 0,
    dueByPerson: ['parents'],
  },
  {
    situation: 'a grandchild has the extract with parents’ names',
    interview: [
      ['acte', 'naissance'],
      ['forme', 'avec filiation'],
      ['anciennete', 'réservé'],
      ['qualite', 'descendant'],
    ],
    case: 'naissance ou mariage, filiation révélée',
    required: ['identite', 'noms-parents'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'a partner by civil pact has the full copy, and proves no descent',
    interview: [
      ['acte', 'mariage'],
      ['forme', 'copie intégrale'],
      ['anciennete', 'réservé'],
      ['qualite', 'conjoint'],
    ],
    case: 'naissance ou mariage, filiation révélée',
    required: ['identite', 'noms-parents'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'a guardian shows that they represent the person',
    interview: [
      ['acte', 'naissance'],
      ['forme', 'copie intégrale'],
      ['anciennete', 'réservé'],
      ['qualite', 'représentant'],
    ],
    case: 'naissance ou mariage, filiation révélée',
    required: ['identite', 'noms-parents', 'preuve-representation'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'a sister has the extract without parents’ names only, and is told why',
    interview: [
      ['acte', 'naissance'],
      ['forme', 'copie intégrale'],
      ['anciennete', 'réservé'],
      ['qualite', 'frère ou sœur'],
    ],
    case: 'naissance ou mariage, extrait sans filiation seulement',
    required: [],
    notRequired: ['identite'],
    mayNotBeAsked: never,
    cents: 0,
    dueByAdministration: ['delivrance', 'extrait-propose', 'garde', 'comedec'],
  },
  {
    situation: 'past seventy-five years, the record is an archive open to all',
    interview: [
      ['acte', 'mariage'],
      ['forme', 'copie intégrale'],
      ['anciennete', 'ouvert'],
    ],
    case: 'naissance ou mariage, filiation révélée, archive ouverte à tous',
    required: [],
    notRequired: ['identite'],
    mayNotBeAsked: never,
    cents: 0,
  },
])

describe('who may have a full copy', () => {
  const asked = { acte: 'naissance', forme: 'copie intégrale', anciennete: 'réservé' }
  const may = (qualite: string) => withStatus(seen({ ...asked, qualite }), 'required').includes('identite')

  test.each(['intéressé', 'ascendant', 'descendant', 'conjoint', 'représentant', 'professionnel'])(
    '%s may have a full copy',
    (quality) => {
      expect(may(quality)).toBe(true)
    },
  )

  test.each(['mineur', 'frère ou sœur', 'autre'])(
    '%s may not, and is offered the extract without parents’ names',
    (quality) => {
      expect(may(quality)).toBe(false)
      const { dueByAdministration } = seen({ ...asked, qualite: quality })
      expect(dueByAdministration.map(({ dueId }) => dueId)).toContain('extrait-propose')
    },
  )
})

describe('copies, the law behind', () => {
  const start = seen({})

  test('no acknowledgement is due: the office only checks that the person has the right (R112-4 2°)', () => {
    expect(start.acknowledgement).toMatchObject({ due: false, exception: 'R112-4 2°', toConfirm: false })
  })

  test('what silence means was read nowhere, and is said to be unknown', () => {
    expect(start.silence).toMatchObject({ sense: 'inconnu', delay: null })
  })

  test('the table of R113-5 does not apply to copies of records: R113-9 excludes them', () => {
    const passport = assess(
      copy,
      situationOf({ identity: { kind: 'passport', validUntil: '2030-01-01' } }, { acte: 'décès' }),
    )
    expect(passport.pieces).toEqual(seen({ acte: 'décès' }).pieces)
  })

  test('the request is kept one year, a length read in a copy of the decree: to confirm', () => {
    expect(start.retention).toMatchObject({ months: 12, toConfirm: true })
  })

  test.each([
    ['un justificatif de domicile', 'Justificatif de domicile', ['CRPA R113-8']],
    ['la raison de la demande', 'Raison de la demande', ['décret 2017-890, art. 27 à 32']],
    ['une signature légalisée', 'Signature légalisée', ['CRPA R113-5']],
  ])('« %s » may not be asked, and its text is shown', (label, title, texts) => {
    const caught = unlawfulIn(copy, start.pieces, label)
    expect(caught?.title).toBe(title)
    expect(caught?.sources.map((source) => source.label)).toEqual(texts)
  })

  test('a partner by civil pact is named beside the spouse, as the State’s own sheets do, and one who only lives together is not', () => {
    const asked = seen({ acte: 'naissance', forme: 'copie intégrale', anciennete: 'réservé' })
    expect(asked.question?.options).toContainEqual(
      expect.objectContaining({ value: 'conjoint', title: 'Époux, épouse, partenaire de pacs' }),
    )
    expect(asked.question?.options).toContainEqual(
      expect.objectContaining({ value: 'autre', title: 'Une autre personne, dont un concubin' }),
    )
    expect(start.consignes).toEqual([])
  })

  test('a proof of descent, which the sheets ask beyond the decree, is shown as theirs and is never a piece', () => {
    const { pieces } = seen({
      acte: 'naissance',
      forme: 'avec filiation',
      anciennete: 'réservé',
      qualite: 'descendant',
    })
    expect(pieces.find(({ pieceId }) => pieceId === 'noms-parents')?.consignes).toMatchObject([
      { consigneId: 'filiation-copie-acte', against: ['décret 2017-890, art. 27 à 32'] },
    ])
  })

  test('the ages are worked out, so that nobody counts seventy-five years', () => {
    expect(seen({ acte: 'naissance', forme: 'copie intégrale' }).question?.note).toBe(
      'Un registre se clôt à la fin de son année : 75 ans, registre clos avant le 03/03/1951. 25 ans : décès avant le 03/03/2001.',
    )
  })
})
