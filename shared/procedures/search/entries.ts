import type { LocalDate } from '../../contract/ids.ts'
import { type Catalogue, type Procedure, allProcedures } from '../catalogue.ts'
import { type Articles, type Cited, confidenceOf } from '../sources.ts'
import type { LawEntry } from './index.ts'
import { type Library, codeNames, lineOf } from './library.ts'

/** All that an office can look up: the library shipped, and the rules by which it works on that day. */
export const entriesOf = (library: Library, catalogue: Catalogue, date: LocalDate): readonly LawEntry[] => [
  ...library.fiches.map(ficheEntry),
  ...library.articles.map(articleEntry),
  ...sourceEntries(library, citedBy(catalogue)),
  ...allProcedures(catalogue, date).flatMap(procedureEntries),
]

/** Every text that the rules cite, by id. */
export const citedBy = ({ procedures }: Catalogue): Articles =>
  Object.assign({}, ...procedures.map(({ articles }) => articles))

const ficheEntry = (fiche: Library['fiches'][number]): LawEntry => ({
  kind: 'fiche',
  id: fiche.id,
  title: fiche.title,
  numbers: [fiche.id, ...fiche.forms],
  text: [fiche.description, ...fiche.lines.map((line) => lineOf(line).text)].join('\n'),
  url: fiche.url,
  date: fiche.date,
  // A fiche explains the law of its day: it is never a source of rules.
  toConfirm: true,
})

const articleEntry = ({
  code,
  num,
  id,
  from,
  section,
  text,
  url,
}: Library['articles'][number]): LawEntry => ({
  kind: 'article',
  id,
  title: `${code} ${num}${section === '' ? '' : ` · ${section}`}`,
  numbers: [num, code, codeNames[code] ?? ''],
  text,
  url,
  date: from,
  toConfirm: false,
})

/** Texts that the rules cite, save those that the library holds whole; each once, whichever procedure cites it. */
function sourceEntries(library: Library, articles: Articles): readonly LawEntry[] {
  const whole = new Set(library.articles.map(({ id }) => id))
  return Object.entries(articles)
    .filter(([, { legi }]) => legi === null || !whole.has(legi))
    .map(([id, article]) => ({
      kind: 'article',
      id,
      title: article.libellé,
      numbers: [article.article, article.libellé],
      text: article.extrait === null ? article.résumé : `${article.résumé}\n${article.extrait}`,
      url: article.url,
      date: article.du,
      toConfirm: confidenceOf(article) !== 'verifie',
    }))
}

function procedureEntries({
  procedureId,
  title,
  header,
  rules,
  articles,
  validFrom,
}: Procedure): readonly LawEntry[] {
  const unsure = (sources: readonly Cited[]): boolean =>
    sources.some((cited) => {
      const article = articles[typeof cited === 'string' ? cited : cited.source]
      return article === undefined || confidenceOf(article) !== 'verifie'
    })
  const pieces = Object.values(rules).flatMap(({ titre, _g }): LawEntry[] =>
    _g.genre === 'pièce'
      ? [
          {
            kind: 'piece',
            id: `${procedureId}/${_g.id}`,
            title: `${titre} · ${title.fr}`,
            numbers: [...(_g.mots ?? [])],
            text: [_g.détail, _g.pourquoi].filter((part) => part !== undefined).join('. '),
            url: null,
            date: validFrom,
            toConfirm: unsure(_g.sources),
          },
        ]
      : [],
  )
  return [
    {
      kind: 'procedure',
      id: procedureId,
      title: title.fr,
      numbers: header.formulaires.map(({ cerfa }) => cerfa),
      text: [
        header.population.définition,
        header.décide.détail,
        header.incomplet.détail,
        ...header.apporter.map(({ titre }) => titre.fr),
        ...pieces.map((piece) => piece.title.split(' · ')[0] ?? ''),
      ].join('\n'),
      url: null,
      date: validFrom,
      toConfirm: unsure(header.population.sources),
    },
    ...pieces,
  ]
}
