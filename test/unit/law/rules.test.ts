import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import {
  deadlineRules,
  earliestStillInTime,
  isDeadlineName,
  type DeadlineName,
} from '../../../shared/domain/law/time/deadlines.ts'
import { isOuvre } from '../../../shared/domain/law/time/workingDays.ts'
import vectors from '../../fixtures/deadlines.json' with { type: 'json' }

/** The same vectors, beside the checkout where they are there. */
const published = new URL('../../../../shared/data/deadlines/vectors.json', import.meta.url)
const day = (text: string) => text as LocalDate
const metropole = { territory: 'metropole' } as const
const compute = (name: DeadlineName, input: object) => deadlineRules[name].compute(input, metropole)

interface Vector {
  readonly id: string
  readonly input: object
  readonly expect: unknown
  readonly source: string
  readonly confidence: string
}

/** The rule of a vector: its id without its date. */
const nameOf = ({ id }: Vector): DeadlineName => {
  const name = id.replace(/-\d{4}(-\d{2}-\d{2})?$/, '')
  if (!isDeadlineName(name)) throw new Error(`no rule is called ${name}`)
  return name
}

describe('the vectors worked out from the texts', () => {
  test.each(vectors as readonly Vector[])('the delay $id is the one worked out from the text', (vector) => {
    const name = nameOf(vector)
    expect(compute(name, vector.input)).toEqual(vector.expect)
    const { source, confidence } = deadlineRules[name]
    expect({ source, confidence }).toEqual({ source: vector.source, confidence: vector.confidence })
  })

  test('are those that were given, not one less', (context) => {
    if (!existsSync(published)) return context.skip('the reference data are not beside this checkout')
    expect(vectors).toEqual(JSON.parse(readFileSync(published, 'utf8')))
    return undefined
  })
})

/** Every other rule, on a day that shows what is particular to it. */
const cases: readonly (readonly [DeadlineName, object, unknown])[] = [
  ['deces', { deces: '2026-05-07' }, { usage: '2026-05-08', etablissement: '2026-05-08' }],
  ['recensement-naissance', { naissance: '2010-02-28' }, { from: '2026-02-28', to: '2026-05-31' }],
  ['recensement-regularisation', { naissance: '2001-11-26' }, '2026-11-25'],
  ['electoral-decision-l30', { depot: '2026-03-02' }, { decision: '2026-03-05', notification: '2026-03-05' }],
  ['electoral-l30', { scrutin: '2027-04-18' }, '2027-04-08'],
  ['electoral-rapo', { notification: '2026-01-19' }, '2026-01-24'],
  ['electoral-commission', { recours: '2026-02-01' }, '2026-03-03'],
  ['pacs-acte', { etabli: '2026-01-31' }, '2026-04-29'],
  ['pacs-acte-etranger', { etabli: '2026-01-31' }, '2026-07-30'],
  ['retrait-passeport', { dispo: '2025-11-30' }, '2026-02-28'],
  ['cni-silence', { demande: '2025-12-31' }, '2026-02-28'],
  ['passeport-silence', { demande: '2026-03-08' }, '2026-05-08'],
  ['timbre-fiscal', { achat: '2024-02-29' }, { validite: '2025-02-28', remboursement: '2025-08-29' }],
  ['carte-grise', { demenagement: '2026-04-01' }, '2026-05-01'],
  ['carte-grise-silence', { demande: '2026-03-10' }, '2026-05-10'],
  ['sejour-majorite', { naissance: '2008-06-30' }, '2026-08-30'],
  ['sejour-dix-neuf-ans', { naissance: '2008-02-29' }, '2027-02-27'],
  ['sejour-entree', { entree: '2026-07-01' }, '2026-09-01'],
  ['sejour-silence', { demande: '2026-10-31' }, '2027-02-28'],
  ['sejour-silence-90-jours', { demande: '2026-01-01' }, '2026-04-01'],
  ['sejour-silence-60-jours', { demande: '2026-01-01' }, '2026-03-02'],
  ['sejour-prolongation', { delivrance: '2026-01-31' }, '2026-04-30'],
  ['attestation-accueil-rapo', { refus: '2026-07-01' }, '2026-09-01'],
  ['attestation-accueil-prefet', { recours: '2026-08-31' }, '2026-09-30'],
  ['rsa', { premierContact: '2026-05-29' }, { ouverture: '2026-05-29', mois: '2026-05-01' }],
  ['rsa-silence', { demande: '2026-05-29' }, '2026-07-29'],
  ['rsa-autres-droits', { demande: '2026-12-31' }, '2027-02-28'],
  ['rsa-rapo', { notification: '2026-12-31' }, '2027-02-28'],
  ['prestations-familiales', { conditions: '2026-01-31' }, '2026-02-01'],
  [
    'prestations-prescription',
    { exigible: '2026-02-01' },
    { prescription: '2028-02-01', fraude: '2031-02-01' },
  ],
  ['cra', { notification: '2026-03-10' }, '2026-05-10'],
  ['cra-silence', { reclamation: '2026-03-10' }, '2026-05-10'],
  ['c2s', { complet: '2026-03-10' }, '2026-05-10'],
  ['c2s-effet', { decision: '2026-12-01' }, '2027-01-01'],
  ['impot-demande', { demande: '2026-01-30' }, '2026-03-01'],
  ['impot-mise-en-demeure', { miseEnDemeure: '2026-01-30' }, '2026-03-01'],
  ['reclamation-silence', { reclamation: '2026-08-31' }, { rejet: '2027-02-28', prolonge: '2027-05-31' }],
  ['urbanisme-pieces', { demandePieces: '2026-03-15' }, '2026-06-15'],
  ['urbanisme-declaration', { depot: '2026-01-31' }, '2026-02-28'],
  ['urbanisme-maison', { depot: '2026-01-31' }, '2026-03-31'],
  ['urbanisme-demolition', { depot: '2026-01-31' }, '2026-03-31'],
  ['urbanisme-permis', { depot: '2026-01-31' }, '2026-04-30'],
  ['date-effective', { canal: 'courrier', envoi: '2026-03-02', reception: '2026-03-05' }, '2026-03-02'],
  ['date-effective', { canal: 'boite', envoi: null, reception: '2026-03-05' }, '2026-03-05'],
  ['date-effective', { canal: 'courriel', reception: '2026-03-05' }, '2026-03-05'],
  [
    'date-effective',
    { canal: 'courrier', envoi: '2026-03-02', reception: '2026-03-05', presencePersonnelle: true },
    '2026-03-05',
  ],
  ['svr', { reception: '2026-04-30', delaiMois: 4 }, '2026-08-30'],
  ['sva', { reception: '2026-04-30', delaiMois: 2 }, '2026-06-30'],
  [
    'sva-incompetent',
    { initial: '2026-01-05', competent: '2026-01-15', delaiMois: 2 },
    { acceptation: '2026-03-15', rejet: '2026-03-05' },
  ],
  ['communication-motifs', { demandeMotifs: '2026-01-31' }, '2026-02-28'],
  ['communication-motifs-recours', { motifsCommuniques: '2026-01-31' }, '2026-03-31'],
  ['recours-ta-distance', { notification: '2026-03-10', demeure: 'metropole' }, '2026-05-11'],
  ['recours-ta-distance', { notification: '2026-03-10', demeure: 'polynesieFrancaise' }, '2026-06-11'],
  ['recours-ta-distance', { notification: '2026-03-10', demeure: 'etranger' }, '2026-07-13'],
  [
    'recours-ta-distance',
    { notification: '2026-03-10', demeure: 'reunion', tribunal: 'reunion' },
    '2026-05-11',
  ],
  [
    'recours-ta-distance',
    { notification: '2026-03-10', demeure: 'metropole', tribunal: 'reunion' },
    '2026-06-11',
  ],
  ['recours-ta-raisonnable', { notification: '2024-02-29' }, '2025-02-28'],
  ['recours-administratif-silence', { recours: '2026-03-08' }, '2026-05-08'],
  ['retrait-decision', { decision: '2026-10-31' }, '2027-02-28'],
  [
    'notification-electronique',
    { miseADisposition: '2026-04-25' },
    { terme: '2026-05-10', repute: '2026-04-25' },
  ],
  ['suspension-aide', { notification: '2026-11-30' }, '2027-02-28'],
  ['services-publics-plus', { reception: '2026-05-01' }, { enLigne: '2026-05-08', courrier: '2026-05-15' }],
  ['jours-ouvres', { depuis: '2026-05-06', jours: 2 }, '2026-05-11'],
  ['jours-ouvrables', { depuis: '2026-05-06', jours: 2 }, '2026-05-09'],
  ['jours-francs', { depuis: '2026-03-10', jours: 5 }, '2026-03-16'],
]

describe('every other delay', () => {
  test.each(cases)('the delay %s of %j is the one expected', (name, input, expected) => {
    expect(compute(name, input)).toEqual(expected)
  })

  test('every rule of time is tried here', () => {
    const tried = new Set([...(vectors as readonly Vector[]).map(nameOf), ...cases.map(([name]) => name)])
    expect(Object.keys(deadlineRules).toSorted()).toEqual([...tried].toSorted())
  })

  test('each says what it is, its text, how sure it is, and from which of its fields it runs', () => {
    for (const [name, { title, source, confidence, start, input, toConfirm }] of Object.entries(
      deadlineRules,
    )) {
      expect([name, title.length > 8, source.length > 8, confidence.length > 0]).toEqual([
        name,
        true,
        true,
        true,
      ])
      expect(Object.keys(input.shape)).toContain(start)
      if (confidence !== 'verified') expect([name, toConfirm]).toEqual([name, true])
    }
  })
})

describe('cases apart', () => {
  test('pieces that never come: rejection after the day given for them, no acceptance at all', () => {
    const input = {
      reception: '2026-01-05',
      demandePieces: '2026-01-20',
      delaiPieces: '2026-02-19',
      piecesRecues: null,
      delaiMois: 2,
    }
    expect(compute('svr-piece', input)).toBe('2026-04-04')
    expect(compute('sva-piece', input)).toBeNull()
  })

  test('a birth in Alsace-Moselle or overseas is declared by the days open there', () => {
    const birth = (accouchement: string, territory: 'alsaceMoselle' | 'guadeloupe' | 'metropole') =>
      deadlineRules.naissance.compute({ accouchement }, { territory })
    // Good Friday, 3 April 2026, then the week’s end and Easter Monday.
    expect(birth('2026-03-29', 'metropole')).toBe('2026-04-03')
    expect(birth('2026-03-29', 'alsaceMoselle')).toBe('2026-04-07')
    expect(birth('2026-05-22', 'metropole')).toBe('2026-05-27')
    expect(birth('2026-05-22', 'guadeloupe')).toBe('2026-05-28')
  })

  test('eight days where a decree names the commune', () => {
    expect(compute('naissance', { accouchement: '2026-05-04', huitJours: true })).toBe('2026-05-12')
  })

  test('a commission of appeal has two months again from documents that came later (CSS R142-6)', () => {
    const input = { reclamation: '2026-03-10', documents: '2026-04-01' }
    expect(compute('cra-silence', input)).toBe('2026-06-01')
    expect(compute('cra-silence', { ...input, documents: null })).toBe('2026-05-10')
  })

  test('the register of the presidential election of 2027 closes on its own days', () => {
    expect(compute('electoral', { scrutin: '2027-04-18' })).toMatchObject({
      mairie: '2027-03-12',
      L30: '2027-04-08',
    })
  })

  test('only a birth’s declaration and the court’s delay are put off from a closed day', () => {
    const put: string[] = []
    for (const [name, { start, input, compute: answer }] of Object.entries(deadlineRules)) {
      // What needs more than its starting date, or counts working days by itself, is tried above.
      if (!input.safeParse({ [start]: '2026-01-01' }).success || name === 'ara-electronique') continue
      const alwaysOpen = Array.from({ length: 400 }, (_, back) => back).every((back) => {
        const from = new Date(Date.UTC(2026, 0, 1 + back)).toISOString().slice(0, 10)
        const result = answer({ [start]: from }, metropole)
        const ends = typeof result === 'string' ? [result] : Object.values(result ?? {})
        return ends.every((end) => end !== null && isOuvre(end, 'metropole'))
      })
      if (alwaysOpen) put.push(name)
    }
    expect(put).toEqual(['naissance', 'recours-ta'])
  })
})

describe('the earliest start that is still in time', () => {
  test.each<readonly [string, string]>([
    // 8 May 2026 is a holiday and a Friday: births whose fifth day fell from then to Sunday are declared on Monday.
    ['2026-05-08', '2026-05-03'],
    ['2026-05-11', '2026-05-03'],
    ['2026-05-12', '2026-05-07'],
    ['2026-11-25', '2026-11-20'],
  ])('on %s, births from %s on are in time', (today, earliest) => {
    expect(earliestStillInTime('naissance', day(today), 'metropole')).toBe(earliest)
  })

  test('a window before a date gives the date itself', () => {
    expect(earliestStillInTime('sejour', day('2026-08-01'), 'metropole')).toBe('2026-09-30')
  })

  test('is unknown for a rule that needs more than a date, or has no last day', () => {
    expect(earliestStillInTime('svr', day('2026-11-25'), 'metropole')).toBeNull()
    expect(earliestStillInTime('rsa', day('2026-11-25'), 'metropole')).toBeNull()
  })
})
