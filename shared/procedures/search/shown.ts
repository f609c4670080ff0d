import type { Line } from '../fiches/fiche.ts'
import { type Articles, confidenceOf } from '../sources.ts'
import { type Library, codeNames, lineOf } from './library.ts'

/** A fiche or an article whole, with where it comes from. */
export type ShownText = {
  readonly kind: 'fiche' | 'article'
  readonly id: string
  readonly title: string
  readonly url: string | null
  readonly date: string | null
  readonly until: string | null
  readonly toConfirm: boolean
  readonly mention: string
  readonly lines: readonly Line[]
}

const paragraphs = (text: string): readonly Line[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'texte', level: 0, text: line }))

/** The text of that kind and id: of the library, else of what rules cite; null when it is nowhere. */
export function shownText(
  library: Library,
  cited: Articles,
  kind: ShownText['kind'],
  id: string,
): ShownText | null {
  if (kind === 'fiche') {
    const fiche = library.fiches.find((one) => one.id === id)
    if (fiche === undefined) return null
    const { title, date, url, description } = fiche
    return {
      kind,
      id,
      title,
      url,
      date,
      until: null,
      toConfirm: true,
      mention: library.mention.fiches,
      lines: [...paragraphs(description), ...fiche.lines.map(lineOf)],
    }
  }
  const article = library.articles.find((one) => one.id === id)
  if (article !== undefined) {
    const { code, num, section, from, to, text, url } = article
    return {
      kind,
      id,
      title: `${codeNames[code] ?? code}, article ${num}`,
      url,
      date: from,
      until: to,
      toConfirm: false,
      mention: library.mention.articles,
      lines: [
        ...(section === '' ? [] : [{ kind: 'titre', level: 1, text: section } as const]),
        ...paragraphs(text),
      ],
    }
  }
  const source = Object.hasOwn(cited, id) ? cited[id] : undefined
  if (source === undefined) return null
  return {
    kind,
    id,
    title: source.libellé,
    url: source.url,
    date: source.du,
    until: source.au,
    toConfirm: confidenceOf(source) !== 'verifie',
    mention: source.lu,
    lines: [
      ...(source.extrait === null ? [] : paragraphs(source.extrait)),
      { kind: 'note', level: 0, text: source.résumé },
    ],
  }
}
