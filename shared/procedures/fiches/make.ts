import type { ProcedureId } from '../../contract/ids.ts'
import { Draft, type Way } from './draft.ts'
import { startsWithOr } from './facts.ts'
import type { Fiche, FichePiece, Place, Unread } from './fiche.ts'
import autreJson from '../compiled/autre-1.json' with { type: 'json' }
import { RuleFile, headerOf } from '../format.ts'
import { slug } from './slug.ts'
import { questionsOf } from './ways.ts'

const toValidate = 'à valider'

/** The mention that the licence asks for: the source and its date. */
export const mentionOf = ({ id, date }: Pick<Fiche, 'id' | 'date'>): string =>
  `D’après la fiche ${id} « Vos droits et démarches », DILA (service-public.fr), ${date === null ? 'sans date' : `du ${date}`}. Licence Ouverte 2.0. Brouillon à valider : une fiche n’est pas une source de droit.`

const chapterOf = ({ headings }: Place): string => headings.join(' › ')

/** Lines that say the same piece, wherever they stand in the fiche. */
type Gathered = {
  readonly line: FichePiece
  readonly piece: FichePiece
  readonly group: string | null
  readonly details: Set<string>
  readonly ways: Way[]
  lines: number
}

/** The draft procedure that a fiche gives: what could be read, what could not, nothing validated. */
export function draftOf(fiche: Fiche): Draft {
  const { questions, wayOf, reduced } = questionsOf(fiche)
  const gathered = gather(fiche, (place) => wayOf(place.conditions))
  const pièces = [...gathered.values()].map(({ line, piece, group, details, ways, lines }, rank) => ({
    id: ranked(piece.title, 'piece', rank),
    titre: piece.title,
    texte: line.title,
    précisions: [...details],
    lignes: lines,
    lu: piece.certainty,
    chapitre: chapterOf(piece),
    cas: reduced(ways),
    groupe: group,
    ancienneté: oldestOf(piece.title),
    état: toValidate,
  }))
  const montants = amountsOf(fiche, (place) => wayOf(place.conditions), reduced)
  return Draft.parse({
    brouillon: 'fiche',
    mention: mentionOf(fiche),
    fiche: { id: fiche.id, titre: fiche.title, date: fiche.date, schéma: fiche.schema, url: fiche.url },
    procédure: fiche.id.toLowerCase() as ProcedureId,
    titre: { id: 'titre', texte: fiche.title, état: toValidate },
    'en-tête': headerDraft().map(([clé, contenu]) => ({
      id: `en-tete-${slug(clé, 30)}`,
      clé,
      contenu,
      état: toValidate,
    })),
    questions: questions().map((question) => ({ ...question, état: toValidate })),
    pièces: groupsOfTwo(pièces),
    montants,
    délais: delaysOf(fiche),
    formulaires: fiche.forms.map(({ cerfa, title, url }, rank) => ({
      id: `formulaire-${rank + 1}`,
      cerfa,
      titre: title,
      url,
      état: toValidate,
    })),
    références: fiche.references.map(({ title, complement, url, legi }, rank) => ({
      id: `reference-${rank + 1}`,
      titre: complement === null ? title : `${title} (${complement})`,
      url,
      legi,
      état: toValidate,
    })),
    'non lu': unreadOf(fiche.unread),
  })
}

const numbers: Readonly<Record<string, number>> = { un: 1, une: 1, deux: 2, trois: 3, quatre: 4, six: 6 }

/** « De moins de 3 mois », « de moins d’un an », in months; null when the words set no age. */
function oldestOf(title: string): number | null {
  const [, many, unit] = /moins (?:de|d’) ?(un|une|deux|trois|quatre|six|\d+) ?(mois|an)/iu.exec(title) ?? []
  if (many === undefined) return null
  const count = numbers[many.toLowerCase()] ?? Number(many)
  const months = unit === 'an' ? count * 12 : count
  return months >= 1 ? months : null
}

const ranked = (title: string, prefix: string, rank: number): string =>
  `${prefix}-${rank + 1}-${slug(title, 26)}`.replace(/-+$/, '')

/** A word for each list, by its rank: the same list under two cases is one group of alternatives. */
function groupsOf(pieces: readonly FichePiece[]): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  for (const { list, title } of pieces) texts.set(list, `${texts.get(list) ?? ''}|${title}`)
  const words = new Map<string, string>()
  const groups = new Map<number, string>()
  for (const [list, text] of texts) {
    const word = words.get(text) ?? `au-choix-${words.size + 1}`
    words.set(text, word)
    groups.set(list, word)
  }
  return groups
}

const supposing = /^((?:Si|S’il|S’ils|En cas d[e’]) ?[^,:]{4,200}?) ?[,:] ?(\S.{3,})$/u

/**
 * A line such as « Si vous êtes mineur, l’accord des parents » asks for a piece in one case only: the case is asked
 * apart, so that nobody is asked for the piece without it.
 */
function parted(piece: FichePiece): FichePiece {
  const title = piece.title.replace(startsWithOr, '').replace(/ ?(?<!\.\.)[:;,.]$/, '')
  const [, supposed, rest] = supposing.exec(title) ?? []
  if (supposed === undefined || rest === undefined) return { ...piece, title: capital(title) }
  return {
    ...piece,
    title: capital(rest),
    conditions: [...piece.conditions, { choice: null, title: supposed }],
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

function gather(fiche: Fiche, wayOf: (place: Place) => Way): ReadonlyMap<string, Gathered> {
  const gathered = new Map<string, Gathered>()
  const holders: (Gathered | undefined)[] = []
  const groups = groupsOf(fiche.pieces)
  for (const line of fiche.pieces) {
    const piece = parted(line)
    const parent = piece.parent === null ? undefined : holders[piece.parent]
    if (parent !== undefined) {
      if (line.title !== '') parent.details.add(line.title)
      parent.lines += 1
      holders.push(parent)
      continue
    }
    if (piece.title === '') {
      holders.push(undefined)
      continue
    }
    const group = piece.oneOf ? (groups.get(piece.list) ?? null) : null
    const key = `${group ?? ''} ${piece.title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()}`
    const entry = gathered.get(key) ?? { line, piece, group, details: new Set(), ways: [], lines: 0 }
    entry.ways.push(wayOf(piece))
    entry.lines += 1
    gathered.set(key, entry)
    holders.push(entry)
  }
  return gathered
}

/** A group of one piece is no choice. */
function groupsOfTwo<P extends { readonly groupe: string | null }>(pieces: readonly P[]): P[] {
  const members = new Map<string | null, number>()
  for (const { groupe } of pieces) members.set(groupe, (members.get(groupe) ?? 0) + 1)
  return pieces.map((piece) => ((members.get(piece.groupe) ?? 0) < 2 ? { ...piece, groupe: null } : piece))
}

/** Amounts in euros; rates and other values stay in the text. The same sentence in two cases is one amount. */
function amountsOf(
  fiche: Fiche,
  wayOf: (place: Place) => Way,
  reduced: (ways: readonly Way[]) => Way[],
): Draft['montants'] {
  const amounts = new Map<string, { amount: Fiche['amounts'][number]; ways: Way[] }>()
  for (const amount of fiche.amounts) {
    const key = `${amount.text} ${amount.sentence}`
    const entry = amounts.get(key) ?? { amount, ways: [] }
    entry.ways.push(wayOf(amount))
    amounts.set(key, entry)
  }
  return [...amounts.values()].map(({ amount, ways }, rank) => ({
    id: `montant-${rank + 1}`,
    montant: amount.text,
    phrase: amount.sentence,
    chapitre: chapterOf(amount),
    cas: reduced(ways),
    retenu: amount.price && amount.cents !== null ? 'prix' : 'information',
    état: toValidate,
  }))
}

function delaysOf(fiche: Fiche): Draft['délais'] {
  const delays = new Map(fiche.delays.map((delay) => [delay.sentence, delay]))
  return [...delays.values()].map((delay, rank) => ({
    id: `delai-${rank + 1}`,
    durées: [...delay.durations],
    phrase: delay.sentence,
    chapitre: chapterOf(delay),
    retenu: 'information',
    état: toValidate,
  }))
}

/** What was not read, gathered by kind: a person reads each, and writes the rule that it needs. */
function unreadOf(unread: readonly Unread[]): Draft['non lu'] {
  const kinds = new Map<Unread['kind'], Set<string>>()
  for (const { kind, where, text } of unread) {
    const texts = kinds.get(kind) ?? new Set()
    texts.add(where === '' ? text : `${where} : ${text}`)
    kinds.set(kind, texts)
  }
  return [...kinds].map(([kind, texts]) => ({
    id: `non-lu-${slug(kind, 20)}`,
    quoi: kind,
    textes: [...texts],
    état: toValidate,
  }))
}

/** What a draft fills by itself, or what its day of entry into force gives. */
const headerKeys: ReadonlySet<string> = new Set([
  'genre',
  'procédure',
  'version',
  'du',
  'au',
  'revue',
  'titre',
  'formulaires',
  'apporter',
])

/**
 * The header of a draft, key by key. No fiche says who decides, what silence means, how to contest or who may act in
 * a form that can be read, so each is what « Autre démarche » says of a procedure that nobody knows yet: unknown is
 * said to be unknown, until a person writes better.
 */
function headerDraft(): readonly (readonly [string, unknown])[] {
  const header = headerOf(RuleFile.parse(autreJson))
  return Object.entries(header ?? {}).filter(([key]) => !headerKeys.has(key))
}
