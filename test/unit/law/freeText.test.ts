import { describe, expect, test } from 'vitest'
import type { LocalDate, ProcedureId } from '../../../shared/contract/ids.ts'
import { procedureOn, shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { assess } from '../../../shared/procedures/assess.ts'
import { unlawfulIn } from '../../../shared/procedures/freeText.ts'
import { modelOf } from '../../../shared/procedures/model.ts'

// A piece that may not be asked is caught whatever the words; what may be asked never is.

const date = '2026-03-03' as LocalDate
const rulesOf = (id: string) => {
  const procedure = procedureOn(shippedCatalogue(), id as ProcedureId, date)
  if (!procedure) throw new Error(`no rules for ${id}`)
  return procedure
}
const caught = (id: string, label: string): string | undefined => {
  const procedure = rulesOf(id)
  const { pieces } = assess(procedure, { date, answers: {}, pieces: [] })
  return unlawfulIn(procedure, pieces, label)?.title
}

describe('a proof of domicile, where declaring it is enough (CRPA R113-8)', () => {
  test.each([
    'JUSTIFICATIF DE DOMICILE',
    'justificatifs de domicile',
    'un justificatif récent de votre domicile',
    'Merci d’apporter un justificatif de moins de 3 mois de domicile',
    'justificatif de revenus et de domicile',
    'justif. de domicile',
    'preuve de son adresse',
    'document prouvant l’adresse',
    'attestation de domicile',
    'une facture d’EDF',
    'dernière facture d’électricité',
    'quittances d’électricité',
    'facture téléphonique',
  ])('« %s » is caught as an unlawful ask', (label) => {
    for (const id of ['recensement', 'deces', 'rsa', 'autre'])
      expect(caught(id, label), id).toBe('Justificatif de domicile')
  })

  test('an election of domicile is no such proof (CASF L264-2)', () => {
    expect(caught('rsa', 'Attestation d’élection de domicile')).toBeUndefined()
    expect(caught('rsa', 'justificatif d’élection de domicile')).toBeUndefined()
  })

  test('an address of somewhere else is no domicile', () => {
    expect(
      caught('prestations-familiales', 'Justificatif de garde d’enfant, adresse de la crèche'),
    ).toBeUndefined()
    expect(caught('rsa', 'Attestation de l’employeur avec son adresse')).toBeUndefined()
    expect(caught('rsa', 'justificatif de votre nouvelle adresse')).toBe('Justificatif de domicile')
  })

  test('a bill is what is paid at the till, and no proof there', () => {
    expect(caught('paiement', 'Facture d’eau')).toBeUndefined()
    expect(caught('paiement', 'un justificatif de domicile')).toBe('Justificatif de domicile')
  })
})

describe('a certified copy (CRPA R113-10), a certified signature (R113-5)', () => {
  test.each([
    'Photocopies certifiées conformes',
    'acte certifié conforme',
    'copie du diplôme, certifiée conforme',
    'copie conforme à l’original',
    'document conforme à l’original',
    'faire certifier conforme la copie',
  ])('« %s » is caught as an unlawful ask', (label) => {
    for (const id of ['autre', 'elections', 'pacs', 'cni'])
      expect(caught(id, label), id).toBe('Copie certifiée conforme')
  })

  test.each([
    'Signature légalisée',
    'lettre avec signature à légaliser',
    'faire légaliser votre signature',
    'certification de la signature',
  ])('« %s » is caught as an unlawful ask', (label) => {
    expect(caught('autre', label)).toBe('Légalisation de signature')
  })

  test.each([
    'Copie du certificat de nationalité',
    'Copie du passeport',
    'Document signé',
    'La façade est non conforme au plan',
    'Les travaux ne sont pas conformes à l’original',
    'Plan conforme au règlement',
    'Facture des travaux',
  ])('« %s » may be asked', (label) => {
    expect(caught('autre', label)).toBeUndefined()
  })
})

test('no procedure refuses, in its own words, a piece that it may ask', () => {
  const refused = shippedCatalogue().procedures.flatMap((procedure) => {
    const { pieces } = assess(procedure, { date: procedure.validFrom, answers: {}, pieces: [] })
    const forbidden = new Set(
      pieces.filter(({ status }) => status === 'mayNotBeAsked').map(({ pieceId }) => pieceId),
    )
    return modelOf(procedure)
      .pieces.filter(({ data }) => !forbidden.has(data.id) && !data.mots)
      .map(({ rule }) => rule.titre)
      .filter((title) => unlawfulIn(procedure, pieces, title) !== null)
      .map((title) => `${procedure.procedureId} : ${title}`)
  })
  expect(refused).toEqual([])
})
