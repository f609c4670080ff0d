import { describe, expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { shippedProcedure, situationOf, tellSituations, withStatus } from '../../fixtures/situations.ts'

const legalisation = shippedProcedure('legalisation')
const seen = (answers: Readonly<Record<string, string>>) => assess(legalisation, situationOf({}, answers))
const never = ['demande-administration', 'justificatif-domicile', 'copie-certifiee-conforme']

tellSituations('legalisation', [
  {
    situation: 'the document is signed here, with an identity document that bears the signature',
    interview: [
      ['signature', 'ici'],
      ['connue-par', 'titre'],
    ],
    case: 'signature donnée ici, pièce d’identité',
    required: ['document', 'identite'],
    mayNotBeAsked: never,
    cents: 0,
    dueByPerson: ['signer'],
    dueByAdministration: ['legaliser', 'jamais-exigee'],
  },
  {
    situation: 'no identity document: two known witnesses',
    interview: [
      ['signature', 'ici'],
      ['connue-par', 'témoins'],
    ],
    case: 'signature donnée ici, deux témoins',
    required: ['document', 'identite-temoins'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'someone whom the mayor knows shows nothing but the document',
    interview: [
      ['signature', 'ici'],
      ['connue-par', 'connue du maire'],
    ],
    case: 'signature donnée ici, connue du maire',
    required: ['document'],
    mayNotBeAsked: never,
    cents: 0,
  },
  {
    situation: 'signed at home: it is signed again, in front of the agent',
    interview: [
      ['signature', 'déjà donnée'],
      ['connue-par', 'titre'],
    ],
    case: 'à signer de nouveau, pièce d’identité',
    required: ['document', 'identite'],
    mayNotBeAsked: never,
    cents: 0,
    dueByPerson: ['signer'],
  },
  {
    situation: 'who can’t sign has no signature to certify: sent to a notary, nothing asked',
    interview: [['signature', 'impossible']],
    case: 'ne peut signer',
    required: [],
    mayNotBeAsked: never,
    cents: 0,
    dueByPerson: [],
    dueByAdministration: ['jamais-exigee', 'ne-peut-signer'],
  },
])

describe('a certified signature, the law behind', () => {
  const start = seen({})

  test('no administration may demand it (R113-5), and the person is told so', () => {
    const demand = start.pieces.find(({ pieceId }) => pieceId === 'demande-administration')
    expect(demand).toMatchObject({ status: 'mayNotBeAsked', toConfirm: false })
    expect(start.dueByAdministration.map(({ dueId }) => dueId)).toContain('jamais-exigee')
  })

  test.each(['elections', 'copie-acte', 'recensement', 'naissance', 'deces', 'cni', 'autre'])(
    'nor does the counter ever ask for one, in %s',
    (id) => {
      const procedure = shippedProcedure(id)
      const { pieces } = assess(procedure, situationOf({}))
      const caught = unlawfulIn(procedure, pieces, 'une lettre à signature légalisée')
      expect(caught?.sources.map(({ label }) => label)).toContain('CRPA R113-5')
    },
  )

  test('the signer is there in person: nobody signs for them, not even a representative', () => {
    expect(start.whoMayAct.map(({ capacity }) => capacity)).toEqual(['self'])
  })

  test('the residence in the town is not proved, by the signer nor by the witnesses that a fiche sends for it', () => {
    const domicile = start.pieces.find(({ pieceId }) => pieceId === 'justificatif-domicile')
    expect(domicile?.consignes).toMatchObject([{ against: ['CRPA R113-8', 'CGCT L2122-30'] }])
    expect(unlawfulIn(legalisation, start.pieces, 'justificatif de domicile des témoins')?.title).toBe(
      'Justificatif de domicile',
    )
  })

  test('it says who signed and nothing else', () => {
    expect(start.delivers).toMatchObject([
      { worth: 'Atteste qui a signé, et rien d’autre ; ni le contenu ni sa vérité.', onTheSpot: true },
    ])
  })

  test('no acknowledgement is due, and there is no silence: it is done on the spot', () => {
    expect(start.acknowledgement).toMatchObject({ due: false, exception: 'R112-4 2°' })
    expect(start.silence.sense).toBe('sansObjet')
  })

  test('before any answer, the document is on the list', () => {
    expect(withStatus(start, 'required')).toEqual(['document'])
  })
})
