import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../shared/contract/ids.ts'
import { law } from '../../../shared/contract/law/search.ts'
import { emptyOffice } from '../../../shared/domain/state.ts'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { searchLaw, showLaw } from '../../../electron/host/law/search.ts'
import type { LawEntry } from '../../../shared/procedures/search/index.ts'
import { snippetOf } from '../../../shared/procedures/search/snippet.ts'
import { stem, termsOf, tokensOf } from '../../../shared/procedures/search/words.ts'
import { lawEntries, library, libraryEntries, searchOf } from '../../fixtures/lawSearch.ts'

const search = searchOf(libraryEntries)
const searchAll = searchOf(lawEntries)
const first = (query: string) => search(query, 10).results[0]
const titles = (query: string) => search(query, 50).results.map(({ title }) => title)

describe('words', () => {
  test.each([
    [['carte', 'cartes', 'Cartes'], 'cart'],
    [['national', 'nationale', 'nationaux', 'nationales'], 'national'],
    [['demande', 'demandes', 'demander', 'demandé', 'demandées'], 'demand'],
    [['étranger', 'étrangère', 'ETRANGERES'], 'etrang'],
    [['pièce', 'pieces'], 'piec'],
    [['œuvre', 'oeuvres'], 'oeuvr'],
    [['bureau', 'bureaux'], 'bureau'],
  ])('%j are one word', (words, term) => {
    for (const word of words) expect(termsOf(word)).toEqual([term])
  })

  test.each([
    ['poste', 'poster', 'posture'],
    ['acte', 'action'],
    ['mairie', 'maire', 'mariage'],
  ])('%s and %s stay apart', (one, ...others) => {
    for (const other of others) if (other !== 'poster') expect(stem(one)).not.toBe(stem(other))
  })

  test.each([
    ['L114-5', 'l114-5'],
    ['L. 114-5', 'l114-5'],
    ['l 114-5', 'l114-5'],
    ['R.* 432-1', 'r432-1'],
    ['R*432-1', 'r432-1'],
    ['D114-9-1', 'd114-9-1'],
    ['114-5', '114-5'],
    ['12669*02', '12669*02'],
  ])('%s is one number', (text, term) => expect(termsOf(text)).toEqual([term]))

  test('an article is found in a text by its number with or without its letter', () => {
    expect(tokensOf('à l’article L. 114-5, au').map(({ term }) => term)).toEqual([
      'articl',
      'l114-5',
      '114-5',
    ])
  })

  test('words without meaning ask for nothing', () => {
    expect(termsOf('de la')).toEqual([])
    expect(termsOf('  ')).toEqual([])
    expect(search('de la', 10)).toEqual({ results: [], total: 0 })
    expect(search('', 10)).toEqual({ results: [], total: 0 })
  })
})

describe('what is found first', () => {
  test.each([
    ['L114-5', 'CRPA L114-5 · '],
    ['crpa l114-5', 'CRPA L114-5 · '],
    ['l. 114-5', 'CRPA L114-5 · '],
    ['R113-8', 'CRPA R113-8 · '],
    ['r 113-8', 'CRPA R113-8 · '],
    ['css l861-5', 'CSS L861-5 · '],
    ['12669*02', 'Listes électorales : nouvelle inscription'],
    ['cerfa 12669', 'Listes électorales : nouvelle inscription'],
    ['pacs', 'Quel est le coût d’un Pacs ?'],
    ['justificatifs domiciles', 'Carte d’identité / Passeport : quel justificatif de domicile ?'],
    ['JUSTIFICATIF DE DOMICILE', 'Carte d’identité / Passeport : quel justificatif de domicile ?'],
    ['droit à l’erreur', 'CRPA L123-1 · Chapitre III : Droit à régularisation en cas d’erreur'],
  ])('« %s » finds %s first', (query, title) =>
    expect(first(query)?.title.replaceAll("'", '’')).toContain(title),
  )

  test('the last word may be half typed', () => {
    expect(titles('attestation d’accu')).toContain('Attestation d’accueil')
    expect(titles('recense')[0]).toBe('Recensement militaire (ou "recensement citoyen")')
  })

  test('one wrong letter in a long word is forgiven, none in a number', () => {
    expect(titles('naisance')[0]).toContain('Déclaration de naissance')
    expect(titles('passport')[0]?.toLowerCase()).toContain('passeport')
    expect(search('L114-55', 10).total).toBe(0)
  })

  test('a text that has all the words comes alone; without one, texts that have some', () => {
    const both = search('timbre guyane', 50)
    expect(both.results.length).toBeGreaterThan(0)
    for (const { kind, id } of both.results) {
      const entry = lawEntries.find((one) => one.kind === kind && one.id === id)
      expect(`${entry?.title} ${entry?.text}`.toLowerCase()).toMatch(/timbre[^]*guyane|guyane[^]*timbre/)
    }
    expect(search('timbre xylophone', 50).total).toBe(search('timbre', 50).total)
  })

  test('« œ » and « oe » are the same letter', () => {
    expect(titles('oeuvre')).toEqual(titles('œuvre'))
    expect(titles('oeuvre').length).toBeGreaterThan(0)
  })

  test('a procedure of the office is found, and each of its pieces', () => {
    expect(searchAll('timbre fiscal', 50).results.map(({ kind, id }) => `${kind} ${id}`)).toContain(
      'piece cni/timbre',
    )
    expect(searchAll('carte nationale identité', 50).results[0]).toMatchObject({
      kind: 'procedure',
      id: 'cni',
    })
  })
})

describe('what is shown', () => {
  test('a fiche always says its date and that it is to confirm; an article of the base is verified', () => {
    expect(first('attestation d’accueil')).toMatchObject({
      kind: 'fiche',
      id: 'F2191',
      date: '2019-05-06',
      toConfirm: true,
      url: 'https://www.service-public.fr/particuliers/vosdroits/F2191',
    })
    expect(first('crpa R113-8')).toMatchObject({ kind: 'article', date: '2016-01-01', toConfirm: false })
  })

  test('the part of the text that has the words is shown, with where they are', () => {
    const result = first('timbre fiscal guyane')
    const words = result?.marks.map(([from, to]) => result.snippet.slice(from, to).toLowerCase())
    expect(new Set(words)).toEqual(new Set(['timbre', 'fiscal', 'guyane']))
    expect(result?.snippet.length).toBeLessThanOrEqual(230)
  })

  test('a snippet is cut between words, and says where it was cut', () => {
    const text = `${'mot '.repeat(200)}trésor ${'mot '.repeat(200)}fin`
    const { text: shown, marks } = snippetOf(text, tokensOf(text), new Set(['tresor']))
    expect(shown).toMatch(/^… mot .* mot …$/)
    expect(marks.map(([from, to]) => shown.slice(from, to))).toEqual(['trésor'])
    expect(snippetOf('court', tokensOf('court'), new Set())).toEqual({ text: 'court', marks: [] })
  })

  test('no more than asked are shown, with how many there are in all', () => {
    const { results, total } = search('demande', 3)
    expect(results).toHaveLength(3)
    expect(total).toBeGreaterThan(30)
  })

  test('entries have one name each, and every text of the library is one', () => {
    const names = lawEntries.map(({ kind, id }: LawEntry) => `${kind} ${id}`)
    expect(new Set(names).size).toBe(names.length)
    expect([library.fiches.length, library.articles.length]).toEqual([30, 195])
    for (const { id } of library.fiches) expect(names).toContain(`fiche ${id}`)
    for (const { id } of library.articles) expect(names).toContain(`article ${id}`)
  })
})

describe('the host answers', () => {
  const tables = {
    catalogue: shippedCatalogue(),
    office: emptyOffice,
    now: Date.parse('2026-12-01T10:00:00Z') as Instant,
  }

  test('by the versions of that day: a procedure is found once, whatever its versions', async () => {
    const { results } = await searchLaw({ text: 'titre de séjour', limit: 50 }, tables)
    const procedures = results.filter(({ kind }) => kind === 'procedure').map(({ id }) => id)
    expect(new Set(procedures).size).toBe(procedures.length)
    expect(procedures).toContain('sejour')
    const before = { ...tables, now: Date.parse('1990-01-01T10:00:00Z') as Instant }
    const old = await searchLaw({ text: 'titre de séjour', limit: 50 }, before)
    expect(old.results.filter(({ kind }) => kind === 'procedure')).toEqual([])
  })

  test('a search is answered in the form of the contract', async () => {
    const answer = await searchLaw({ text: 'silence de l’administration', limit: 5 }, tables)
    expect(law['law.search'].output.parse(answer)).toEqual(answer)
    expect(answer.results[0]).toMatchObject({ kind: 'fiche', id: 'F32388' })
  })

  test('a fiche or an article is given whole, with its source, its date and its licence', async () => {
    const fiche = law['law.show'].output.parse(await showLaw({ kind: 'fiche', id: 'F2191' }, tables))
    expect(fiche.text).toMatchObject({
      title: 'Attestation d’accueil',
      date: '2019-05-06',
      until: null,
      toConfirm: true,
    })
    expect(fiche.text?.mention).toMatch(/2020.*DILA.*Licence Ouverte 2\.0/)
    expect(fiche.text?.lines).toContainEqual({ kind: 'titre', level: 1, text: 'Coût' })
    const article = law['law.show'].output.parse(
      await showLaw({ kind: 'article', id: 'LEGIARTI000031370025' }, tables),
    )
    expect(article.text).toMatchObject({
      title: 'Code des relations entre le public et l’administration, article R113-8',
      toConfirm: false,
    })
    expect(article.text?.mention).toMatch(/LEGI.*2026-02-05.*Licence Ouverte 2\.0/)
  })

  test('a text that rules cite is given as far as it was read', async () => {
    const { text } = law['law.show'].output.parse(
      await showLaw({ kind: 'article', id: 'decret-2014-1292' }, tables),
    )
    expect(text?.title).toContain('décret 2014-1292')
    expect(text?.lines.at(-1)?.kind).toBe('note')
  })

  test.each(['F0', 'constructor', '__proto__'])(
    'nothing is shown for an id %s that no text has',
    async (id) => {
      expect(await showLaw({ kind: 'fiche', id }, tables)).toEqual({ text: null })
      expect(await showLaw({ kind: 'article', id }, tables)).toEqual({ text: null })
    },
  )
})
