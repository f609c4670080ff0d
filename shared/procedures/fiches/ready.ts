import type { Article } from '../formatSources.ts'
import { type Draft, type Way, answerWords, waiting } from './draft.ts'
import { slug } from './slug.ts'

type Rules = Record<string, unknown>

/** The two files that a validated draft gives: a rule file, and the texts that it cites. */
export type Ready = {
  /** `rules/<procedure>/1.yaml`, before the linter has read it. */
  readonly rules: Readonly<Rules>
  /** `sources/<procedure>.yaml`: the fiche and its references, all to confirm. */
  readonly sources: { readonly texte: string; readonly articles: Readonly<Record<string, Article>> }
}

const longest = 400

/** A sentence as long as the format lets it be; the draft keeps the whole text. */
const short = (text: string): string => {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 2)
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`
}

/** The id under which rules cite the fiche: its date is part of it, since a later fiche may say something else. */
const sourceIdOf = ({ fiche }: Draft): string =>
  `vdd-${fiche.id.toLowerCase()}${fiche.date === null ? '' : `-${fiche.date}`}`

/**
 * The rules of a draft whose every part was validated, in force from `from` and to be read again by `review`
 * (`AAAA-MM-JJ`); else the parts that still wait. Nothing else makes a rule of a fiche.
 */
export function readyFrom(
  draft: Draft,
  { from, review }: { readonly from: string; readonly review: string },
): Ready | { readonly waiting: readonly string[] } {
  const left = waiting(draft)
  if (left.length > 0) return { waiting: left }
  return { rules: rulesOf(draft, from, review), sources: sourcesOf(draft) }
}

function rulesOf(draft: Draft, from: string, review: string): Rules {
  const root = draft.procédure
  const sources = [sourceIdOf(draft)]
  const questionIds = new Set(draft.pièces.flatMap(({ cas }) => cas.flat().map(({ question }) => question)))
  const grounds = groundsOf(draft, sources)
  const pieces = draft.pièces.map((piece) => [
    `${root} . ${nameOf(piece.id)}`,
    pieceRule(piece, grounds, sources),
  ])
  const prices = draft.montants.filter(({ retenu }) => retenu === 'prix')
  // A question asked for a price alone is none, and of two prices for one case the counter would show one at random:
  // both are told as a duty, with their sentence.
  const priced = prices
    .filter(({ cas }) => cas.flat().every(({ question }) => questionIds.has(question)))
    .filter(({ cas }) => prices.filter((other) => sameWays(other.cas, cas)).length === 1)
    .toSorted((a, b) => longestWay(b.cas) - longestWay(a.cas))
  const unpriced = prices.filter((price) => !priced.includes(price))
  const priceRules = priced.map((price) => [
    `${root} . ${nameOf(price.id)}`,
    priceRule(price, grounds, sources),
  ])
  const duties = [
    ...unpriced.map(({ id, phrase }) => ({ id, phrase, who: 'personne' })),
    ...draft.délais.flatMap(({ id, phrase, retenu }) =>
      retenu === 'information' ? [] : [{ id, phrase, who: retenu }],
    ),
  ].map(({ id, phrase, who }) => [
    `${root} . ${nameOf(id)}`,
    {
      titre: short(phrase),
      valeur: 'oui',
      _g: { genre: 'devoir', de: who, id, détail: short(phrase), sources },
    },
  ])
  const questions = draft.questions
    .filter(({ id }) => questionIds.has(id))
    .map((question) => [`${root} . ${nameOf(question.id)}`, questionRule(question, sources)])
  return Object.fromEntries([
    [root, headRule(draft, from, review, sources)],
    ...questions,
    ...grounds.rules(),
    ...pieces,
    ...priceRules,
    ...duties,
  ])
}

const sameWays = (ways: readonly Way[], others: readonly Way[]): boolean =>
  JSON.stringify(ways) === JSON.stringify(others)

/** The price of a narrow case comes before that of a wide one: the first that applies is shown. */
const longestWay = (ways: readonly Way[]): number => Math.max(...ways.map(({ length }) => length))

const nameOf = (id: string): string => id.replaceAll('-', ' ').replace(/ (et|ou)(?= |$)/g, '')

function headRule(draft: Draft, from: string, review: string, sources: readonly string[]): unknown {
  return {
    titre: short(draft.titre.texte),
    _g: {
      genre: 'procédure',
      procédure: draft.procédure,
      version: '1',
      du: from,
      au: null,
      revue: review,
      titre: { fr: draft.titre.texte },
      ...Object.fromEntries(draft['en-tête'].map(({ clé, contenu }) => [clé, contenu])),
      formulaires: draft.formulaires
        .filter(({ cerfa }) => /^[0-9]{5}(\*[0-9]{2})?$/.test(cerfa))
        .map(({ cerfa, titre }) => ({ cerfa, titre: short(titre), sources })),
      apporter: [],
    },
  }
}

function questionRule(question: Draft['questions'][number], sources: readonly string[]): unknown {
  const values = question.réponses.map(({ valeur }) => valeur)
  const yesNo = values.length === 2 && values[0] === 'oui' && values[1] === 'non'
  return {
    titre: short(question.question),
    question: short(question.question),
    ...(yesNo ? {} : { 'une possibilité': values.map((value) => `'${value}'`) }),
    _g: {
      genre: 'question',
      id: question.id,
      options: question.réponses.map(({ valeur, titre }) => ({ valeur, titre: short(titre) })),
      pourquoi: 'Les pièces demandées en dépendent, selon la fiche.',
      sources,
    },
  }
}

type Grounds = {
  /** The ground of some ways, by its name; null when there is always one. */
  readonly named: (ways: readonly Way[]) => string | null
  readonly rules: () => readonly (readonly [string, unknown])[]
}

/** Named grounds, one for each way and each set of ways: their titles are the words of the reasoning. */
function groundsOf(draft: Draft, sources: readonly string[]): Grounds {
  const rules = new Map<string, readonly [string, unknown]>()
  const words = (step: Way[number]): string => answerWords(draft, step)
  const expression = ({ question, réponse }: Way[number]): string =>
    réponse === 'oui' ? nameOf(question) : `${nameOf(question)} = '${réponse}'`
  const add = (key: string, make: (title: string) => object): string => {
    const name = rules.get(key)?.[0] ?? `${draft.procédure} . motif ${rules.size + 1}`
    rules.set(key, [name, make(name)])
    return name.slice(draft.procédure.length + 3)
  }
  const ground = (titre: string, condition: object) => ({
    titre: short(titre),
    ...condition,
    _g: { genre: 'motif', 'si faux': 'Ce n’est pas le cas où la fiche le demande.', sources },
  })

  const one = (way: Way): string =>
    add(way.map(expression).join(' & '), () => {
      const [first] = way
      const condition =
        way.length === 1 && first !== undefined
          ? { valeur: expression(first) }
          : { 'toutes ces conditions': way.map(expression) }
      return ground(way.map(words).join(', '), condition)
    })
  const named = (ways: readonly Way[]): string | null => {
    if (ways.some((way) => way.length === 0)) return null
    const names = ways.map(one)
    if (names.length === 1) return names[0] ?? null
    return add(names.join(' | '), () =>
      ground(ways.map((way) => way.map(words).join(', ')).join(' ; ou '), { 'une de ces conditions': names }),
    )
  }
  return { named, rules: () => [...rules.values()] }
}

function pieceRule(piece: Draft['pièces'][number], grounds: Grounds, sources: readonly string[]): unknown {
  const status = piece.groupe === null ? "'requise'" : "'alternative'"
  const ground = grounds.named(piece.cas)
  return {
    titre: short(piece.titre),
    ...(ground === null
      ? { valeur: status }
      : { variations: [{ si: ground, alors: status }, { sinon: "'dispensée'" }] }),
    _g: {
      genre: 'pièce',
      id: piece.id,
      ...(piece.précisions.length === 0 ? {} : { détail: short(piece.précisions.join(' ; ')) }),
      pourquoi: 'Demandée par la fiche, dans les cas qu’elle dit.',
      ...(piece.groupe === null ? {} : { groupe: piece.groupe }),
      ...(piece.ancienneté === null ? {} : { ancienneté: { mois: piece.ancienneté, sources } }),
      sources,
    },
  }
}

function priceRule(price: Draft['montants'][number], grounds: Grounds, sources: readonly string[]): unknown {
  const ground = grounds.named(price.cas)
  const value = price.montant
    .replaceAll(' ', '')
    .replace(',', '.')
    .replace(/€|euros?$/, ' €')
  return {
    titre: short(`Prix : ${price.montant}`),
    ...(ground === null ? {} : { 'applicable si': ground }),
    valeur: value,
    _g: { genre: 'prix', pourquoi: short(price.phrase), sources },
  }
}

/** What the rules cite: the fiche itself, and the texts that it names. Nobody has read them here: all to confirm. */
function sourcesOf(draft: Draft): Ready['sources'] {
  const { id, titre, date, url } = draft.fiche
  const label = date === null ? 'fiche sans date' : `fiche du ${date}`
  const none = { jorf: null, du: null, au: null, extrait: null, marque: 'F' } as const
  const fiche: Article = {
    libellé: short(`fiche ${id}${date === null ? '' : `, ${date}`}`),
    article: id,
    legi: null,
    ...none,
    résumé: short(titre),
    url,
    lu: label,
  }
  const cited = draft.références.map((reference): [string, Article] => [
    `${sourceIdOf(draft)}-${slug(reference.id.replace('reference', 'ref'), 8)}`,
    {
      ...none,
      libellé: short(reference.titre),
      article: reference.legi ?? reference.titre,
      legi: reference.legi?.startsWith('LEGIARTI') === true ? reference.legi : null,
      jorf: reference.legi?.startsWith('JORF') === true ? reference.legi : null,
      résumé: short(`Cité par la fiche ${id} : ${reference.titre}`),
      url: reference.url,
      lu: `${label}, texte non lu`,
    },
  ])
  return {
    texte: short(`Cités par la fiche ${id}, à confirmer`),
    articles: Object.fromEntries([[sourceIdOf(draft), fiche], ...cited]),
  }
}
