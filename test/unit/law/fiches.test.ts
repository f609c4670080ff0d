import { describe, expect, test } from 'vitest'
import { treeOfXml } from '../../../electron/host/law/fiches/xml.ts'
import { ProcedureId, LocalDate } from '../../../shared/contract/ids.ts'
import { assess } from '../../../shared/procedures/assess.ts'
import { procedureFrom } from '../../../shared/procedures/catalogue.ts'
import sourcesJson from '../../../shared/procedures/compiled/sources.json' with { type: 'json' }
import { type Draft, partsOf, waiting, withValidated } from '../../../shared/procedures/fiches/draft.ts'
import { centsOf } from '../../../shared/procedures/fiches/facts.ts'
import type { Fiche } from '../../../shared/procedures/fiches/fiche.ts'
import { draftOf } from '../../../shared/procedures/fiches/make.ts'
import { readFiche } from '../../../shared/procedures/fiches/read.ts'
import { readyFrom } from '../../../shared/procedures/fiches/ready.ts'
import { slug } from '../../../shared/procedures/fiches/slug.ts'
import { headerOf, RuleFile } from '../../../shared/procedures/format.ts'
import { Article } from '../../../shared/procedures/formatSources.ts'
import { lintRules, lintSources } from '../../../shared/procedures/lint.ts'
import { ficheXml } from '../../fixtures/fiche.ts'
import { z } from 'zod'

const dates = { from: '2026-12-01', review: '2027-12-01' }

function read(xml: string): Fiche {
  const fiche = readFiche(treeOfXml(xml))
  if ('fault' in fiche) throw new Error(fiche.fault)
  return fiche
}

const fiche = read(ficheXml)
const draft = draftOf(fiche)
const allValidated = (one: Draft) =>
  withValidated(one, new Set(partsOf(one).map(({ id }) => id)), 'Mme Ndiaye', '2026-11-25')

function ready(one: Draft) {
  const made = readyFrom(one, dates)
  if ('waiting' in made) throw new Error(made.waiting.join())
  return made
}

const pathsOf = (titles: readonly { readonly title: string }[]) =>
  titles.map(({ title }) => title).join(' › ')

describe('a fiche in the current XML', () => {
  test('gives its title, its date and its schema', () => {
    expect(fiche).toMatchObject({
      id: 'F99901',
      title: 'Carte d’essai d’un usager',
      description: 'Pour obtenir la carte d’essai & la garder.',
      date: '2026-01-09',
      schema: '3.4',
      audience: 'Particuliers',
    })
  })

  test('gives every line of its lists of pieces, with the situations and cases that lead there', () => {
    expect(fiche.pieces.map((piece) => [piece.certainty, pathsOf(piece.conditions), piece.title])).toEqual([
      ['type', 'En France › Première demande', 'Photo d’identité de moins de 6 mois'],
      ['type', 'En France › Première demande', 'Justificatif de domicile :'],
      ['type', 'En France › Première demande', 'facture d’eau'],
      ['type', 'En France › Première demande', 'quittance de loyer'],
      ['type', 'En France › Première demande', 'Si vous êtes mineur, l’accord d’un parent'],
      ['type', 'En France › Renouvellement', 'Photo d’identité de moins de 6 mois'],
      ['type', 'En France › Renouvellement', 'Ancienne carte'],
      ['type', 'En France › Renouvellement', 'ou déclaration de perte'],
      ['phrase', 'À l’étranger', 'Passeport'],
      ['phrase', 'À l’étranger', 'Carte consulaire'],
    ])
  })

  test('gives amounts, forms, references, delays, services and offices', () => {
    expect(fiche.amounts.map(({ text, cents, price }) => [text, cents, price])).toEqual([
      ['1 012,50 €', 101_250, true],
    ])
    expect(fiche.forms).toEqual([
      {
        cerfa: '99901*02',
        title: 'Demande de carte d’essai',
        url: 'https://www.formulaires.service-public.gouv.fr/gf/cerfa_99901.do',
        notice: false,
      },
    ])
    expect(fiche.references.map(({ legi, complement }) => [legi, complement])).toEqual([
      ['LEGIARTI000031370025', 'Domicile'],
    ])
    expect(fiche.delays.map(({ durations }) => durations)).toEqual([['6 mois'], ['6 mois'], ['3 mois']])
    expect(fiche.services.map(({ title }) => title)).toEqual(['Demande en ligne'])
    expect(fiche.offices).toEqual([{ title: 'Consulat', pivots: ['consulat'] }])
  })

  test('says what it could not read: prose, conditions of the site, silence, remedy, unknown elements', () => {
    expect(fiche.unread.map(({ kind, text }) => [kind, text])).toEqual([
      ['pièces', 'Les originaux sont demandés.'],
      ['coût', 'La carte coûte 1 012,50 €.'],
      ['coût', 'Elle est gratuite pour certains.'],
      ['délai', 'La fabrication dépend du lieu.'],
      ['élément', 'Élément « Nouveaute2027 » inconnu du lecteur.'],
      ['silence', 'La fiche ne dit pas ce que vaut le silence de l’administration.'],
      ['recours', 'La fiche ne dit pas comment contester la décision.'],
      ['condition', 'FragmentConditionne selon T2, T3 : Les originaux sont demandés.'],
    ])
  })
})

describe('its draft', () => {
  const piece = (titre: string) => draft.pièces.find((one) => one.titre === titre)

  test('has each piece once, with the answers that ask for it', () => {
    expect(draft.pièces.map(({ titre }) => titre)).toEqual([
      'Photo d’identité de moins de 6 mois',
      'Justificatif de domicile',
      'L’accord d’un parent',
      'Ancienne carte',
      'Déclaration de perte',
      'Passeport',
      'Carte consulaire',
    ])
    expect(piece('Justificatif de domicile')).toMatchObject({
      précisions: ['facture d’eau', 'quittance de loyer'],
      lignes: 3,
    })
  })

  test('asks no question whose every answer gives the same piece', () => {
    expect(piece('Photo d’identité de moins de 6 mois')?.cas).toEqual([
      [{ question: 'question-1', réponse: 'en-france' }],
    ])
  })

  test('asks « Si… » apart: nobody is asked for the piece without it', () => {
    expect(piece('L’accord d’un parent')?.cas.flat().at(-1)?.réponse).toBe('oui')
    expect(draft.questions.map(({ question }) => question)).toContain(
      'Le cas est-il : « Si vous êtes mineur » ?',
    )
  })

  test('« l’un des » and « ou » make pieces that stand for one another', () => {
    expect(piece('Passeport')?.groupe).toBe(piece('Carte consulaire')?.groupe)
    expect(piece('Ancienne carte')?.groupe).toBe(piece('Déclaration de perte')?.groupe)
    expect(piece('Passeport')?.groupe).not.toBe(piece('Ancienne carte')?.groupe)
    expect(piece('Photo d’identité de moins de 6 mois')?.groupe).toBeNull()
  })

  test('says that silence is unknown, and cites its source and its date', () => {
    const silence = draft['en-tête'].find(({ clé }) => clé === 'silence')?.contenu
    expect(silence).toMatchObject({ sens: 'inconnu' })
    expect(draft.mention).toContain('DILA')
    expect(draft.mention).toContain('du 2026-01-09')
    expect(draft.mention).toContain('Licence Ouverte 2.0')
  })

  test('waits for a person on every part', () => {
    expect(waiting(draft)).toEqual(partsOf(draft).map(({ id }) => id))
    expect(new Set(waiting(draft)).size).toBe(partsOf(draft).length)
    expect(partsOf(draft).every(({ état }) => état === 'à valider')).toBe(true)
  })
})

describe('a rule', () => {
  test('comes of no draft while one part waits, whichever it is', () => {
    expect(readyFrom(draft, dates)).toEqual({ waiting: waiting(draft) })
    const ids = partsOf(draft).map(({ id }) => id)
    for (const left of ids) {
      const almost = withValidated(draft, new Set(ids.filter((id) => id !== left)), 'M. Roy', '2026-11-25')
      expect(readyFrom(almost, dates)).toEqual({ waiting: [left] })
    }
  })

  test('is accepted by the linter once a person validated each part, with sources all to confirm', () => {
    const { rules, sources } = ready(allValidated(draft))
    const known = new Set([...Object.keys(sourcesJson), ...Object.keys(sources.articles)])
    expect(lintSources('sources/f99901.yaml', sources)).toEqual([])
    expect(lintRules('rules/f99901/1.yaml', rules, known)).toEqual([])
    expect(Object.values(sources.articles).map(({ marque }) => marque)).toEqual(['F', 'F'])
    expect(sources.articles['vdd-f99901-2026-01-09-ref-1']).toMatchObject({
      legi: 'LEGIARTI000031370025',
      extrait: null,
    })
    expect(headerOf(RuleFile.parse(rules))).toMatchObject({
      procédure: 'f99901',
      du: '2026-12-01',
      silence: { sens: 'inconnu' },
      formulaires: [{ cerfa: '99901*02' }],
    })
  })

  test('asks at the counter what the fiche asks, in the cases that it says', () => {
    const { rules, sources } = ready(allValidated(draft))
    const articles = { ...z.record(z.string(), Article).parse(sourcesJson), ...sources.articles }
    const procedure = procedureFrom(rules, articles)
    const wanted = (answers: Readonly<Record<string, string>>) =>
      assess(procedure, { date: LocalDate.parse('2026-12-03'), answers, pieces: [] })
        .pieces.filter(({ status }) => status === 'required' || status === 'alternative')
        .map(({ title }) => title)
    expect(wanted({ 'question-1': 'en-france', 'question-2': 'renouvellement' })).toEqual([
      'Photo d’identité de moins de 6 mois',
      'Ancienne carte',
      'Déclaration de perte',
    ])
    const first = { 'question-1': 'en-france', 'question-2': 'premiere-demande' }
    expect(wanted({ ...first, 'question-3': 'non' })).toEqual([
      'Photo d’identité de moins de 6 mois',
      'Justificatif de domicile',
    ])
    expect(wanted({ ...first, 'question-3': 'oui' })).toContain('L’accord d’un parent')
    expect(wanted({ 'question-1': 'a-l-etranger' })).toEqual(['Passeport', 'Carte consulaire'])
  })

  test('keeps nothing longer than a rule may be: the draft has the whole', () => {
    const long = { ...draft, titre: { ...draft.titre, texte: `Carte ${'très '.repeat(200)}longue` } }
    const root = ready(allValidated(long)).rules['f99901'] as { readonly titre: string }
    expect(root.titre.length).toBeLessThanOrEqual(400)
    expect(root.titre.endsWith(' …')).toBe(true)
  })
})

describe('amounts and words', () => {
  test.each([
    ['25 €', 2500],
    ['1 218,00 €', 121_800],
    ['12,5 €', 1250],
    ['24,9161 €', null],
    ['61 %', null],
    ['gratuit', null],
  ])('%s is %s cents', (text, cents) => expect(centsOf(text)).toBe(cents))

  test.each([
    ['Carte périmée depuis + de 5 ans', 'carte-perimee-depuis-de-5-ans'],
    ['Œuvre d’art', 'oeuvre-d-art'],
    ['…', ''],
  ])('« %s » as a word of a rule is « %s »', (text, word) => expect(slug(text, 40)).toBe(word))

  test('a word of a rule is cut between words', () => {
    expect(slug('Carte d’identité périmée depuis moins de cinq ans', 40)).toBe(
      'carte-d-identite-perimee-depuis-moins-de',
    )
    expect(slug('a'.repeat(60), 40)).toHaveLength(40)
    expect(ProcedureId.safeParse(slug('a'.repeat(60), 40)).success).toBe(true)
  })
})
