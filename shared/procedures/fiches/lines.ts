import type { Line } from './fiche.ts'
import { wordsOf } from './tree.ts'
import type { Visit } from './visit.ts'

const withoutLists: ReadonlySet<string> = new Set(['Liste'])

/** Boxes beside the text. */
const notes: ReadonlySet<string> = new Set([
  'ASavoir',
  'ANoter',
  'Attention',
  'Rappel',
  'Avertissement',
  'Exemple',
  'Definition',
])

/** What is listed by itself elsewhere: links, offices, texts. */
const listed: ReadonlySet<string> = new Set([
  'ServiceEnLigne',
  'OuSAdresser',
  'Reference',
  'PourEnSavoirPlus',
  'NoticeLiee',
  'ServiceEnLigneAnnexe',
])

/** The text of the fiche as a person reads it, in its order. */
export function linesOf(visits: readonly Visit[]): readonly Line[] {
  const lines: Line[] = []
  const add = (kind: Line['kind'], level: number, text: string) => {
    if (text !== '') lines.push({ kind, level, text })
  }
  for (const { node, context } of visits) {
    const { parents, headings, conditions } = context
    const parent = parents.at(-1)?.name ?? ''
    if (parents.some(({ name }) => listed.has(name) || name === 'Titre') || listed.has(node.name)) continue
    const level = headings.length + conditions.length
    const items = parents.filter(({ name }) => name === 'Item').length
    const inNote = parents.some(({ name }) => notes.has(name))
    if (node.name === 'Titre') {
      const kind =
        parent === 'Cas' || parent === 'Situation' ? 'cas' : notes.has(parent) ? 'note' : ('titre' as const)
      add(kind, level, wordsOf(node))
    } else if (node.name === 'Item') add('point', items, wordsOf(node, withoutLists))
    else if (items === 0 && (node.name === 'Paragraphe' || node.name === 'Expression'))
      add(inNote ? 'note' : 'texte', level, wordsOf(node))
  }
  return lines
}
