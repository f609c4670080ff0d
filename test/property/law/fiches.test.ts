import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { draftYaml } from '../../../electron/host/law/fiches/draftFile.ts'
import { reportPage } from '../../../electron/host/law/fiches/reportPage.ts'
import { reportText } from '../../../electron/host/law/fiches/reportText.ts'
import { treeOfXml } from '../../../electron/host/law/fiches/xml.ts'
import sourcesJson from '../../../shared/procedures/compiled/sources.json' with { type: 'json' }
import { parse } from 'yaml'
import { Draft, partsOf, waiting, withValidated } from '../../../shared/procedures/fiches/draft.ts'
import { draftOf } from '../../../shared/procedures/fiches/make.ts'
import { readFiche } from '../../../shared/procedures/fiches/read.ts'
import { readyFrom } from '../../../shared/procedures/fiches/ready.ts'
import { lintRules, lintSources } from '../../../shared/procedures/lint.ts'
import { ficheXml } from '../../fixtures/fiche.ts'
import { longCases } from '../../fixtures/longCases.ts'

type Node = {
  readonly type: string
  readonly name?: string
  readonly text?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly children?: readonly Node[]
}

/** Words of fiches, and what may break a rule: quotes, operators, names that publicodes keeps for itself. */
const text = fc.oneof(
  fc.constantFrom(
    'Votre carte d’identité',
    'Si vous êtes mineur, l’accord',
    'ou un passeport',
    'Oui',
    'Non',
    'et',
    'ou',
    'de moins de 3 mois',
    'Photo de moins d’un an',
    'Vous devez présenter l’un des documents suivants :',
    'Il faut fournir :',
    "l'acte = « > 3 »",
    '25 €',
    '1 218,50 €',
    'dans un délai de 2 mois',
    'cerfa n°12669*02',
    "'",
    '…',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ minLength: 380, maxLength: 900 }),
)

const words = text.map((value): Node => ({ type: 'text', text: value }))
const element = (name: string, children: readonly Node[], attributes = {}): Node => ({
  type: 'element',
  name,
  attributes,
  children,
})

const titled = (name: string, title: Node, children: readonly Node[], attributes = {}): Node =>
  element(name, [element('Titre', [title]), ...children], attributes)

/** Parts of a fiche as the schema has them. */
const { body } = fc.letrec<{ body: Node; item: Node; list: Node; paragraph: Node }>((tie) => ({
  paragraph: fc.oneof(
    words.map((one) => element('Paragraphe', [one])),
    fc
      .tuple(words, fc.constantFrom('25 €', '1 218,50 €', '61 %'), words)
      .map(([before, value, after]) =>
        element('Paragraphe', [before, element('Valeur', [{ type: 'text', text: value }]), after]),
      ),
  ),
  item: fc
    .tuple(tie('paragraph'), fc.option(tie('list'), { nil: null, freq: 4 }))
    .map(([paragraph, list]) => element('Item', list === null ? [paragraph] : [paragraph, list])),
  list: fc.array(tie('item'), { maxLength: 4 }).map((items) => element('Liste', items)),
  body: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 1, arbitrary: tie('paragraph') },
    { weight: 3, arbitrary: tie('list') },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('BlocCas', 'ListeSituations'),
          fc.array(fc.tuple(words, fc.array(tie('body'), { maxLength: 2 })), { maxLength: 4 }),
        )
        .map(([name, cases]) =>
          element(
            name,
            cases.map(([title, inside]) => titled(name === 'BlocCas' ? 'Cas' : 'Situation', title, inside)),
          ),
        ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.array(words, { maxLength: 3 }), fc.array(tie('list'), { maxLength: 3 }))
        .map(([heads, lists]) =>
          element('Tableau', [
            element(
              'Rangée',
              heads.map((head) => element('Cellule', [element('Paragraphe', [head])])),
              { type: 'header' },
            ),
            element(
              'Rangée',
              lists.map((list) => element('Cellule', [list])),
            ),
          ]),
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          words,
          fc.array(tie('body'), { maxLength: 2 }),
          fc.constantFrom({}, { type: 'pieces' }, { numerocerfa: '12345*01' }),
          fc.constantFrom('Chapitre', 'SousChapitre', 'Texte', 'ServiceEnLigne', 'Inconnu'),
        )
        .map(([title, inside, attributes, name]) => titled(name, title, inside, attributes)),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          {},
          { URL: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031370025' },
          { URL: 'javascript:alert(1)' },
          { URL: 'pas une adresse' },
        )
        .map((attributes) => element('Reference', [], attributes)),
    },
  ),
}))

const published = fc
  .tuple(fc.array(body, { maxLength: 4 }), fc.array(body, { maxLength: 3 }))
  .map(([pieces, rest]) =>
    element(
      'Publication',
      [
        element('dc:title', [{ type: 'text', text: 'Essai' }]),
        element('Chapitre', pieces, { type: 'pieces' }),
        titled('Chapitre', { type: 'text', text: 'Coût' }, rest),
      ],
      { ID: 'F1', spUrl: 'https://www.service-public.gouv.fr/particuliers/vosdroits/F1' },
    ),
  )

describe('whatever the tree of a fiche', () => {
  property.prop([published])(
    'once each part of its draft is validated, its rules are ones that the linter takes',
    (tree) => {
      const fiche = readFiche(tree)
      if ('fault' in fiche) throw new Error(fiche.fault)
      const draft = draftOf(fiche)
      const ids = partsOf(draft).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(readyFrom(draft, { from: '2026-12-01', review: '2027-12-01' })).toEqual({
        waiting: waiting(draft),
      })
      const ready = readyFrom(withValidated(draft, new Set(ids), 'M. Roy', '2026-11-25'), {
        from: '2026-12-01',
        review: '2027-12-01',
      })
      if ('waiting' in ready) throw new Error(ready.waiting.join())
      const known = new Set([...Object.keys(sourcesJson), ...Object.keys(ready.sources.articles)])
      expect(lintSources('sources/f1.yaml', ready.sources)).toEqual([])
      expect(lintRules('rules/f1/1.yaml', ready.rules, known)).toEqual([])
    },
  )

  property.prop([published], longCases(0.3))(
    'its draft is read again from its file as it was, and its reports are written',
    (tree) => {
      const fiche = readFiche(tree)
      if ('fault' in fiche) throw new Error(fiche.fault)
      const draft = draftOf(fiche)
      expect(Draft.parse(parse(draftYaml(draft)))).toEqual(draft)
      expect(reportText(fiche, draft)).toContain('[à valider]')
      expect(reportPage(fiche, draft)).not.toMatch(/<script/i)
    },
  )
})

describe('whatever a file holds', () => {
  property.prop([fc.json({ maxDepth: 6 })])('JSON is a fiche or a fault', (json) => {
    expect(readFiche(JSON.parse(json))).toHaveProperty('fault')
  })

  property.prop([fc.nat(), fc.nat(), fc.string({ unit: 'binary', maxLength: 12 })])(
    'an XML cut, or with anything put in it, is a fiche or a fault',
    (from, length, put) => {
      const at = from % ficheXml.length
      const damaged = ficheXml.slice(0, at) + put + ficheXml.slice(at + (length % 40))
      const tree = treeOfXml(damaged)
      if ('fault' in tree) expect(tree.line).toBeGreaterThan(0)
      else
        expect(Object.keys(readFiche(tree))).toEqual(
          expect.arrayContaining([expect.stringMatching(/^(fault|id)$/)]),
        )
    },
  )
})
