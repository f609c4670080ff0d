import { z } from 'zod'

/** An element of a fiche « Vos droits et démarches », from its XML or from the JSON that was made of it. */
export type FicheElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly FicheNode[]
}
export type FicheNode = string | FicheElement

/** Why something is no tree; the host has the sentences. */
export type TreeFault = 'notTree' | 'tooDeep' | 'tooMany'

/** Real fiches are 40 deep and hold 9,000 nodes: far beyond, it is no fiche but an attack on memory or on the stack. */
export const deepest = 200
export const mostNodes = 400_000

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const childrenOf = (raw: Readonly<Record<string, unknown>>): readonly unknown[] | null => {
  const list = raw['children'] ?? raw['elements'] ?? []
  return Array.isArray(list) ? list : null
}

const attributesOf = (raw: unknown): Readonly<Record<string, string>> =>
  isRecord(raw)
    ? Object.fromEntries(
        Object.entries(raw).flatMap(([key, value]) =>
          typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [],
        ),
      )
    : {}

/**
 * The tree of xml-js JSON: `{type: 'element', name, attributes, children}` and `{type: 'text', text}`; xml-js itself
 * writes `elements`, the published fiches `children`. Other types (comments, instructions) carry no text.
 */
export function treeFrom(value: unknown): FicheElement | { readonly fault: TreeFault } {
  let fault: TreeFault | null = null
  let count = 0
  const element = (raw: Readonly<Record<string, unknown>>, depth: number): FicheElement | null => {
    const children: FicheNode[] = []
    const list = childrenOf(raw)
    if (depth > deepest) fault ??= 'tooDeep'
    else if (list === null || typeof raw['name'] !== 'string') fault ??= 'notTree'
    for (const child of fault === null ? (list ?? []) : []) {
      count += 1
      if (count > mostNodes) fault ??= 'tooMany'
      if (!isRecord(child)) fault ??= 'notTree'
      else if (child['type'] === 'text' || child['type'] === 'cdata') {
        const text = child['text'] ?? child['cdata']
        if (typeof text === 'string' || typeof text === 'number') children.push(String(text))
      } else if (child['type'] === 'element') {
        const inner = element(child, depth + 1)
        if (inner !== null) children.push(inner)
      }
      if (fault !== null) return null
    }
    if (fault !== null) return null
    return { name: String(raw['name']), attributes: attributesOf(raw['attributes']), children }
  }
  const root = isRecord(value) ? rootOf(value) : null
  if (root === null) return { fault: 'notTree' }
  return element(root, 0) ?? { fault: fault ?? 'notTree' }
}

/** The element at the root: itself, or the one that the published JSON puts in `children`. */
function rootOf(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
  if (value['type'] === 'element' || typeof value['name'] === 'string') return value
  return (childrenOf(value) ?? []).filter(isRecord).find((child) => child['type'] === 'element') ?? null
}

/** Whether a node is an element: the others are text. */
export const isElement = (node: FicheNode): node is FicheElement => typeof node !== 'string'

/** The elements of that name directly under a node. */
export const under = (node: FicheElement, name: string): readonly FicheElement[] =>
  node.children.filter(isElement).filter((child) => child.name === name)

const Address = z.url({ protocol: /^https?$/ })

/** An address of the web as an attribute gives it; null for anything else, which nobody should follow. */
export const addressOf = (value: string | undefined): string | null => Address.safeParse(value).data ?? null

/** Elements whose text starts a new line; the others are words of a sentence. */
const blocks: ReadonlySet<string> = new Set([
  'Paragraphe',
  'Item',
  'Liste',
  'Titre',
  'Cellule',
  'Rangée',
  'Cas',
  'Texte',
  'Introduction',
  'Complement',
  'Source',
])

/** Spaces made one, non-breaking spaces kept as spaces, straight apostrophes made typographic. */
export const tidy = (text: string): string =>
  text
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .replace(/'/g, '’')
    .replace(/ ([.,)])/g, '$1')
    .replace(/\( /g, '(')
    .trim()

/** The words of an element, on one line; what `without` names is left out. */
export function wordsOf(node: FicheNode, without: ReadonlySet<string> = new Set()): string {
  const raw = (one: FicheNode): string => {
    if (!isElement(one)) return one
    if (without.has(one.name)) return ' '
    const inner = one.children.map(raw).join('')
    return blocks.has(one.name) ? ` ${inner} ` : inner
  }
  return tidy(raw(node))
}
