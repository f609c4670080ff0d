import type {
  FicheAmount,
  FicheDelay,
  FicheForm,
  FicheOffice,
  FichePiece,
  FicheReference,
  FicheService,
  Place,
} from './fiche.ts'
import { type FicheElement, addressOf, isElement, under, wordsOf } from './tree.ts'
import type { Context, Visit } from './visit.ts'

const placeOf = ({ conditions, headings }: Context): Place => ({ conditions, headings })

const withoutLists: ReadonlySet<string> = new Set(['Liste'])
const sentenceNames: ReadonlySet<string> = new Set(['Paragraphe', 'Expression', 'Cellule', 'Titre', 'Item'])

/** The sentence that holds an element. */
const sentenceAround = ({ node, context }: Visit): string =>
  wordsOf(context.parents.findLast(({ name }) => sentenceNames.has(name)) ?? node, withoutLists)

const anyOf = /\b(l[’' ]un|une?) (des|de ces|parmi)\b|au choix|\bpar exemple\b|\ble plus couramment\b/i

export const startsWithOr = /^(soit |ou (bien )?)/i

/** Every line of every list of pieces, in the fiche's order; a line of a sub-list names the line that it details. */
export function piecesIn(visits: readonly Visit[]): readonly FichePiece[] {
  const pieces: FichePiece[] = []
  const ranks = new Map<FicheElement, number>()
  const lists = new Map<FicheElement, number>()
  for (const { node, context } of visits) {
    if (node.name !== 'Item' || context.pieces === null) continue
    const parent = context.parents.findLast(({ name }) => name === 'Item')
    const list = context.parents.findLast(({ name }) => name === 'Liste')
    if (list !== undefined && !lists.has(list)) lists.set(list, lists.size)
    ranks.set(node, pieces.length)
    pieces.push({
      ...placeOf(context),
      title: wordsOf(node, withoutLists),
      certainty: context.pieces,
      parent: parent === undefined ? null : (ranks.get(parent) ?? null),
      list: list === undefined ? -1 : (lists.get(list) ?? -1),
      oneOf: context.announced !== null && anyOf.test(context.announced),
    })
  }
  return pieces.map((piece, rank) => {
    const next = pieces[rank + 1]
    // « … » then « ou … »: the two lines stand for one another.
    const followed = next !== undefined && next.list === piece.list && startsWithOr.test(next.title)
    return startsWithOr.test(piece.title) || followed ? { ...piece, oneOf: true } : piece
  })
}

/** « 1 218,00 € » in cents; null for what is no amount of money in euros. */
export function centsOf(text: string): number | null {
  const match = /^([0-9][0-9 ]*)(?:,([0-9]+))? ?(€|euros?)$/.exec(text)
  if (match === null) return null
  const decimals = match[2] ?? ''
  // A rate such as 24,9161 € is money, but no sum that anyone pays.
  if (decimals.length > 2) return null
  return Number((match[1] ?? '').replaceAll(' ', '')) * 100 + Number(decimals.padEnd(2, '0'))
}

const priceWords = /\b(co[uû]t|prix|tarif|frais|timbre|régler|payante?)/i

/** The amounts of a fiche, in euro cents, each with the sentence around it and whether it is a price. */
export const amountsIn = (visits: readonly Visit[]): readonly FicheAmount[] =>
  visits
    .filter(({ node }) => node.name === 'Valeur')
    .map((one) => {
      const text = wordsOf(one.node)
      const sentence = sentenceAround(one)
      return {
        ...placeOf(one.context),
        text,
        cents: centsOf(text),
        sentence,
        price: [sentence, ...one.context.headings].some((words) => priceWords.test(words)),
      }
    })

const cerfaWords = /\bcerfa (?:n° ?|numéro )([0-9]{5}(?:\*[0-9]{2})?)/giu

/**
 * Forms by number, each once: from their links, from an element of their own (older schemas), else from the sentences
 * that name them.
 */
export function formsIn(visits: readonly Visit[]): readonly FicheForm[] {
  const forms = new Map<string, FicheForm>()
  for (const { node, context } of visits) {
    const holder = node.name === 'NumeroCerfa' ? (context.parents.at(-1) ?? node) : node
    const cerfa = (node.name === 'NumeroCerfa' ? wordsOf(node) : node.attributes['numerocerfa'])?.trim()
    if (cerfa === undefined || cerfa === '' || forms.has(cerfa)) continue
    const title = under(holder, 'Titre').map((one) => wordsOf(one))[0] ?? ''
    const link = under(holder, 'LienWeb')[0]?.attributes['URL']
    const notice = holder.name === 'NoticeLiee'
    forms.set(cerfa, {
      cerfa,
      title: title || wordsOf(holder) || `Formulaire ${cerfa}`,
      url: addressOf(holder.attributes['URL'] ?? link),
      notice,
    })
  }
  for (const { node } of visits) {
    if (node.name !== 'Paragraphe') continue
    const sentence = wordsOf(node)
    for (const [, cerfa = ''] of sentence.matchAll(cerfaWords))
      if (![...forms.keys()].some((known) => known.slice(0, 5) === cerfa.slice(0, 5)))
        forms.set(cerfa, { cerfa, title: sentence, url: null, notice: false })
  }
  return [...forms.values()]
}

const legiId = /(?:LEGI(?:ARTI|SCTA|TEXT)|JORF(?:ARTI|TEXT))[0-9]{12}/g

/** The texts that a fiche refers to, each with its address and the LEGI identifier that the address names. */
export const referencesIn = (visits: readonly Visit[]): readonly FicheReference[] =>
  visits
    .filter(({ node }) => node.name === 'Reference')
    .map(({ node }) => {
      const url = addressOf(node.attributes['URL'])
      // An address may name the code, its section and the article, in any order: the narrowest is what is meant.
      const ids = url?.match(legiId) ?? []
      return {
        title:
          (under(node, 'Titre').map((one) => wordsOf(one))[0] ?? wordsOf(node)) ||
          (url ?? 'Texte sans titre'),
        complement: under(node, 'Complement').map((one) => wordsOf(one))[0] ?? null,
        url,
        legi:
          ['LEGIARTI', 'JORFARTI', 'LEGISCTA'].flatMap((kind) =>
            ids.filter((id) => id.startsWith(kind)),
          )[0] ??
          ids.at(-1) ??
          null,
      }
    })

const duration =
  /\b(\d+|un|une|deux|trois|quatre|cinq|six|huit|dix|quinze)(?: à \d+)? (jours?(?: (?:ouvrés?|ouvrables?|francs?))?|semaines?|mois|ans?|années?|heures?)(?!\p{L})/giu
const age = /\bâgée?s? (de|d’)|\bl’âge de/iu
const delayWords =
  /\b(délais?|dans les|avant (?:le|la|les)|au plus tard|sous|pendant|jusqu|à partir|à compter|durée|valable|valide|après|suiva\p{L}+|dès|moins de)(?!\p{L})/iu

/** Sentences that give a delay. The fiche never says whose delay it is, nor whether it is one of law. */
export function delaysIn(visits: readonly Visit[]): readonly FicheDelay[] {
  return visits
    .filter(({ node, context }) => node.name === 'Paragraphe' && context.parents.at(-1)?.name !== 'Titre')
    .flatMap(({ node, context }) => {
      const sentence = wordsOf(node)
      const durations = [...sentence.matchAll(duration)].map(([text]) => text)
      if (durations.length === 0 || age.test(sentence) || !delayWords.test(sentence)) return []
      return [{ ...placeOf(context), sentence, durations }]
    })
}

/** Online services, each once; forms to print are not among them. */
export function servicesIn(visits: readonly Visit[]): readonly FicheService[] {
  const services = new Map<string, FicheService>()
  for (const { node } of visits)
    if (node.name === 'ServiceEnLigne' && node.attributes['type'] !== 'Formulaire') {
      const title = under(node, 'Titre').map((one) => wordsOf(one))[0] ?? ''
      const url = addressOf(node.attributes['URL'])
      services.set(`${title} ${url ?? ''}`, { title, url })
    }
  return [...services.values()]
}

/** Offices to turn to, each once. */
export function officesIn(visits: readonly Visit[]): readonly FicheOffice[] {
  const offices = new Map<string, FicheOffice>()
  for (const { node } of visits)
    if (node.name === 'OuSAdresser') {
      const title = under(node, 'Titre').map((one) => wordsOf(one))[0] ?? wordsOf(node)
      const pivots = node.children
        .filter(isElement)
        .filter(({ name }) => name === 'PivotLocal')
        .map((pivot) => wordsOf(pivot))
      if (!offices.has(title)) offices.set(title, { title, pivots })
    }
  return [...offices.values()]
}
