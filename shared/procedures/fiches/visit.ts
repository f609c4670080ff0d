import { type FicheElement, isElement, under, wordsOf } from './tree.ts'

/** One step of the way to a part of a fiche: « Votre carte est périmée ». */
export type Condition = {
  /** The choice of which it is one answer, by its rank in the fiche; null when it is not one of several. */
  readonly choice: number | null
  readonly title: string
}

/** A question that the fiche puts by its shape: situations, cases; one answer leads to one part of the fiche. */
export type Choice = {
  /** The heading under which it stands and the answer that leads there; empty at the top of the fiche. */
  readonly about: string
  readonly answers: readonly string[]
}

/**
 * How we know that a list is of pieces: the fiche says so (`type="pieces"`), its heading does, or only the sentence
 * before the list.
 */
export type Certainty = 'type' | 'titre' | 'phrase'

/** Where an element stands in the fiche. */
export type Context = {
  readonly parents: readonly FicheElement[]
  readonly headings: readonly string[]
  readonly conditions: readonly Condition[]
  readonly pieces: Certainty | null
  /** The sentence that announces the list (« l’un des documents suivants : »); null when none does. */
  readonly announced: string | null
}
export type Visit = { readonly node: FicheElement; readonly context: Context }
export type Visited = { readonly visits: readonly Visit[]; readonly choices: readonly Choice[] }

const chapter = (node: FicheElement): boolean => node.name === 'Chapitre' || node.name === 'SousChapitre'

const titleOf = (node: FicheElement): string => under(node, 'Titre').map((title) => wordsOf(title))[0] ?? ''

const piecesTitle =
  /^(pièces?|documents?|justificatifs?)( justificatives?| justificatifs?)?( nécessaires?)?( à (fournir|présenter|produire|joindre))?$/i
const asks =
  /\b(fournir|fournissant|fournissez|présenter|présentez|produire|joindre|apporter|envoyer|munir|disposer d|disposer de|justifi\p{L}*|pièces?|documents?)\b/iu
const notPieces = /\b(informations?|conditions?|aides?|situations?|titres suivants)\b/i

/** Whether a sentence announces pieces: it asks for something and stops on a colon. */
const announces = (sentence: string): boolean =>
  sentence.endsWith(':') &&
  asks.test(sentence.slice(-160)) &&
  !notPieces.test(sentence.slice(-90).replace(/sous certaines conditions/i, ''))

/** What stands around the fiche's own text: other fiches, the path to it, its links. */
const around: ReadonlySet<string> = new Set([
  'FilDAriane',
  'Theme',
  'SousThemePere',
  'DossierPere',
  'SousDossierPere',
  'VoirAussi',
  'QuestionReponse',
  'RechercheGuidee',
  'CommentFaireSi',
])

/** Every element of a fiche's own text, in its order, each with the way to it. */
export function visit(publication: FicheElement): Visited {
  const visits: Visit[] = []
  const choices: Choice[] = []

  const enter = (node: FicheElement, context: Context): void => {
    visits.push({ node, context })
    const inner = { ...context, parents: [...context.parents, node] }
    if (node.name === 'ListeSituations' || node.name === 'BlocCas') return enterCases(node, inner)
    if (node.name === 'Tableau') return enterTable(node, inner)
    if (chapter(node)) return enterAll(node, inChapter(node, inner))
    return enterAll(node, inner)
  }

  const inChapter = (node: FicheElement, context: Context): Context => {
    const title = titleOf(node)
    const mark = node.attributes['type'] === 'pieces' ? 'type' : piecesTitle.test(title) ? 'titre' : null
    return {
      ...context,
      headings: title === '' ? context.headings : [...context.headings, title],
      pieces: mark ?? context.pieces,
      announced: null,
    }
  }

  const enterCases = (node: FicheElement, context: Context): void => {
    const cases = node.children.filter(isElement).filter(({ name }) => name === 'Cas' || name === 'Situation')
    const choice = cases.length > 1 ? choices.length : null
    if (choice !== null)
      choices.push({
        about: [context.headings.at(-1), context.conditions.at(-1)?.title]
          .filter((part) => part !== undefined)
          .join(' · '),
        answers: cases.map(titleOf),
      })
    for (const child of node.children.filter(isElement)) {
      const title = cases.includes(child) ? titleOf(child) : ''
      const conditions =
        title === '' ? context.conditions : [...context.conditions, { choice, title } satisfies Condition]
      enter(child, { ...context, conditions })
    }
  }

  /** A table whose first row heads its columns: each column is a case of its own. */
  const enterTable = (node: FicheElement, context: Context): void => {
    const rows = under(node, 'Rangée')
    const heads = rows.find(({ attributes }) => attributes['type'] === 'header')
    const titles = heads === undefined ? [] : under(heads, 'Cellule').map((cell) => wordsOf(cell))
    for (const child of node.children.filter(isElement)) {
      if (child.name !== 'Rangée' || child === heads) {
        enter(child, context)
        continue
      }
      visits.push({ node: child, context })
      for (const [column, cell] of under(child, 'Cellule').entries()) {
        const title = titles[column] ?? ''
        const condition: readonly Condition[] = title === '' ? [] : [{ choice: null, title }]
        enter(cell, {
          ...context,
          parents: [...context.parents, child],
          conditions: [...context.conditions, ...condition],
        })
      }
    }
  }

  const enterAll = (node: FicheElement, context: Context): void => {
    let announced: string | null = null
    const inDefinition = context.parents.some(({ name }) => name === 'Definition')
    for (const child of node.children.filter(isElement)) {
      if (around.has(child.name)) continue
      if (child.name === 'Paragraphe') {
        const sentence = wordsOf(child)
        announced = announces(sentence) ? sentence : null
      } else if (chapter(child)) announced = null
      const listed = child.name === 'Liste' || child.name === 'BlocCas' || child.name === 'Tableau'
      const own = listed ? announced : null
      // The words before a list of sub-items speak of one piece: they make no list of pieces by themselves.
      const phrase = own !== null && child.name === 'Liste' && !inDefinition
      const pieces = context.pieces ?? (phrase ? 'phrase' : null)
      enter(child, {
        ...context,
        pieces,
        announced: own ?? (listed || node.name === 'Liste' ? context.announced : null),
      })
    }
  }

  enter(publication, { parents: [], headings: [], conditions: [], pieces: null, announced: null })
  return { visits, choices }
}
