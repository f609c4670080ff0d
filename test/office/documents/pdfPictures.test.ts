import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentKind } from '../../../shared/contract/documents/kinds.ts'
import type { DocumentFacts } from '../../../shared/contract/documents/issued.ts'
import type { PaperVariant } from '../../../shared/contract/documents/papers.ts'
import { otherLanguages, type OtherLanguage } from '../../../shared/contract/text.ts'
import { documentContent } from '../../../shared/documents/content.ts'
import { documentPage, documentText, renderDocument } from '../../../electron/host/documents/render.ts'
import { sheetHtml } from '../../../electron/printing/sheet.ts'
import { night } from '../../fixtures/night.ts'
import { openPaperBrowser, type PaperBrowser } from '../../fixtures/paperBrowser.ts'
import { issue, longFacts, sheetPaper, someFacts } from '../../fixtures/papers.ts'
import { specimens } from '../../fixtures/specimens.ts'
import { run } from '../../runtime/command.ts'
import { root } from '../../runtime/places.ts'

// Pictures of papers, for a person's eye, in `out/pictures`; and what no eye needs to look for: nothing beyond the paper's
// edge, the parts that must stay together on their page, and every fact on every paper.

const pictures = join(root, 'out', 'pictures')
/** Drawing them takes longer than all the rest, and nobody looks at them by day: `GUICHET_PICTURES=1` where somebody does. */
const pictured = night || process.env['GUICHET_PICTURES'] === '1'
let folder: string
let browser: PaperBrowser
beforeAll(async () => {
  browser = await openPaperBrowser()
  folder = await mkdtemp(join(tmpdir(), 'guichet-pictures-'))
  await mkdir(pictures, { recursive: true })
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

const { office } = someFacts()
const arabic = 'محمد العربي الفاسي'
const ukrainian = 'Олександра Ґалаґан-Їжакевич'

/** By day what goes beyond an edge first: many pieces, and a word that is longer than its line. */
const few = ['long-thirty-pieces', 'one-word']
const kinds = Object.keys(specimens) as DocumentKind[]
/** By day the papers that an office gives most, and that say most. */
const judged: readonly DocumentKind[] = night ? kinds : ['accuse', 'recepisse', 'refus', 'quittance']

const cases: readonly (readonly [name: string, facts: DocumentFacts])[] = (
  [
    ['long-thirty-pieces', longFacts()],
    ['no-email', someFacts({ office: { ...office, email: null } })],
    ['arabic', someFacts({ label: `Titre de séjour de ${arabic}` })],
    ['ukrainian', someFacts({ label: `Protection temporaire de ${ukrainian}` })],
    [
      'one-word',
      someFacts({
        label: 'Anticonstitutionnellement'.repeat(12),
        service: 'x'.repeat(90),
        decides: 'y'.repeat(200),
      }),
    ],
  ] as const
).filter(([name]) => night || few.includes(name))

const longAddressee = {
  familyName: 'Montmorency-Bouteville-La Rochefoucauld-Liancourt-d’Enville-S',
  firstName: 'Marie-Antoinette Geneviève Élisabeth-Charlotte Anne-Sophie',
  usageName: 'De Castelnau-Montmirail-Bourbon-Condé d’Aubigné-Saint-Rémy',
  contact:
    'Résidence Les Hauts de la Bouteillerie, bâtiment C, escalier 4, appartement 412, 77590 Fontaine-le-Port',
}

type Word = { readonly text: string; readonly left: number; readonly right: number; readonly bottom: number }
type Sheet = { readonly width: number; readonly height: number; readonly words: readonly Word[] }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Where each word is on each page, in points, as poppler finds them: in the order in which they were drawn, line after line. */
async function sheetsOf(file: string): Promise<readonly Sheet[]> {
  const { text } = await run('pdftotext', ['-raw', '-bbox', file, '-'])
  return text
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /^width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? []
      const words = [
        ...page.matchAll(/<word xMin="(-?[\d.]+)" yMin="-?[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g),
      ].map(([, left, right, bottom, word = '']) => ({
        text: word.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole),
        left: Number(left),
        right: Number(right),
        bottom: Number(bottom),
      }))
      return { width: Number(width), height: Number(height), words }
    })
}

const points = (mm: number): number => (mm / 25.4) * 72

async function look(
  name: string,
  facts: DocumentFacts,
  format: 'a4' | '80mm' | '58mm',
  variant?: PaperVariant,
) {
  const file = join(folder, `${name}.pdf`)
  await writeFile(file, await browser.draw(issue(facts), format, { variant }))
  if (pictured) await run('pdftoppm', ['-r', '75', '-png', file, join(pictures, `paper-${name}`)])
  return sheetsOf(file)
}

const specimenSheets = new Map<DocumentKind, Promise<readonly Sheet[]>>()
/** The sheets of a kind's fullest paper, drawn once for all that is judged of it. */
function sheetsOfSpecimen(kind: DocumentKind): Promise<readonly Sheet[]> {
  const sheets = specimenSheets.get(kind) ?? look(`a4-${kind}`, specimens[kind], 'a4')
  specimenSheets.set(kind, sheets)
  return sheets
}
const isKind = (name: string): name is DocumentKind => Object.hasOwn(specimens, name)

test('the browser that draws all of these draws a page as a host’s own does, word for word in the same places', async () => {
  const file = join(folder, 'host.pdf')
  await writeFile(file, await renderDocument(issue(longFacts()), 'a4'))
  expect(await look('a4-host', longFacts(), 'a4')).toEqual(await sheetsOf(file))
})

test('the code is on each paper that this browser draws, one after another', async () => {
  for (const kind of ['accuse', 'refus', 'quittance'] as const) {
    await sheetsOfSpecimen(kind)
    expect((await run('pdfinfo', ['-struct', join(folder, `a4-${kind}.pdf`)])).text, kind).toContain('Figure')
  }
})

/** The watermark of a training office runs across the page by design. */
const beyond = ({ width, height, words }: Sheet, margin: number): readonly string[] =>
  words
    .filter(({ text }) => text !== 'SPÉCIMEN')
    .filter(({ left, right, bottom }) => left < margin || right > width - margin || bottom > height)
    .map(({ text }) => text)

test.each([...cases, ...judged.map((kind) => [kind, specimens[kind]!] as const)])(
  'A4, %s: nothing beyond the margins, and the code is not apart from who signs',
  async (name, facts) => {
    const sheets = await (isKind(name) ? sheetsOfSpecimen(name) : look(`a4-${name}`, facts, 'a4'))
    for (const sheet of sheets) expect(beyond(sheet, points(17))).toEqual([])
    const last =
      sheets
        .at(-1)
        ?.words.map(({ text }) => text)
        .join(' ') ?? ''
    expect(last).toContain('Vérifier ce document')
    expect(last).toMatch(/(Reçu|Délivré|Affaire suivie|Établi) par /)
  },
)

/** Kinds whose content is longer than a sheet by nature: a reasoning line by line, a passage step by step. */
const long: readonly DocumentKind[] = ['trace', 'passage']

const squeezed = (text: string) => text.replace(/[\s\u00a0\u202f·:-]/g, '')

/** All that a kind's fullest paper says, line by line. */
function saidBy(kind: DocumentKind): readonly string[] {
  const { title, lead, notes, signed, shortCode, lacks, sections } = documentContent(issue(specimens[kind]), {
    copy: 1,
    reprint: false,
  })
  return [
    title,
    lead,
    ...notes,
    signed,
    shortCode,
    ...(lacks === null ? [] : [lacks.title, lacks.due?.day ?? '', ...lacks.how]),
    ...(lacks?.pieces.flatMap(({ term, detail }) => [term, detail]) ?? []),
    ...sections.flatMap((section) =>
      section.is === 'text'
        ? section.lines
        : section.is === 'list'
          ? section.items
          : section.rows.flatMap(({ term, detail }) => [term, detail]),
    ),
  ].map(squeezed)
}
const drawnIn = (sheets: readonly Sheet[]) =>
  squeezed(sheets.flatMap(({ words }) => words.map(({ text }) => text)).join(''))

test.each(kinds)('%s: all that it says is in the text', (kind) => {
  const text = squeezed(documentText(issue(specimens[kind])))
  for (const said of saidBy(kind)) expect(text).toContain(said)
})

test.each(judged)('%s: all that it says is on A4', async (kind) => {
  const onA4 = drawnIn(await sheetsOfSpecimen(kind))
  for (const said of saidBy(kind)) expect(onA4).toContain(said)
})

// A strip is drawn line by line from the same blocks as the text, whatever it says.
test.each(night ? kinds : (['recepisse'] as const))(
  '%s: all that it says is on the strip of 80 mm',
  async (kind) => {
    const onStrip = drawnIn(await look(`80mm-whole-${kind}`, specimens[kind], '80mm'))
    for (const said of saidBy(kind)) expect(onStrip).toContain(said)
  },
)

test.each(judged.filter((kind) => !long.includes(kind)))(
  'A4, %s with all that it can say is one page, and what lacks keeps its row',
  async (kind) => {
    expect(await sheetsOfSpecimen(kind)).toHaveLength(1)
  },
)

/** By day those by which a page overflows first: the longest in it, and Arabic, whose lines are higher. */
function judgedIn(kind: DocumentKind): ReadonlySet<OtherLanguage> {
  if (night) return new Set(otherLanguages)
  const length = (lang: OtherLanguage) => documentPage(issue(specimens[kind]), 'a4', { lang }).html.length
  const [longest] = otherLanguages.toSorted((one, other) => length(other) - length(one))
  return new Set(['ar', longest!])
}

test.each(night ? (['accuse', 'refus', 'motifs', 'trace'] as const) : (['refus'] as const))(
  'A4, %s with all that it can say is one page in two languages, whichever the other is',
  async (kind) => {
    for (const lang of judgedIn(kind)) {
      const file = join(folder, `${kind}-${lang}.pdf`)
      await writeFile(file, await browser.draw(issue(specimens[kind]), 'a4', { lang }))
      expect(await sheetsOf(file), lang).toHaveLength(1)
    }
  },
)

test('a name and an address of many lines leave the code with its paper', async () => {
  const facts = specimens.nonReception
  expect(await look('a4-long-addressee', { ...facts, addressee: longAddressee }, 'a4')).toHaveLength(1)
})

test('a receipt of ten pieces, named, incomplete, is one page: the pieces shown are a line', async () => {
  const { pieces } = someFacts()
  const shown = Array.from({ length: 9 }, (_, at) => ({
    title: `Pièce présentée numéro ${at + 1}, avec un intitulé d’une longueur ordinaire`,
    state: 'presented',
    sources: [],
    toConfirm: false,
  }))
  const facts = someFacts({
    ...specimens.recepisse,
    pieces: [...shown, ...pieces.filter(({ state }) => state === 'missing')],
  })
  expect(await look('a4-ten-pieces', facts, 'a4')).toHaveLength(1)
})

test('what is too long for one sheet takes two, each says which it is, and the table says its columns again', async () => {
  const { pieces, ...rest } = longFacts()
  const sheets = await look(
    'a4-two-pages',
    someFacts({ ...rest, pieces: [...pieces, ...pieces, ...pieces, ...pieces] }),
    'a4',
  )
  const texts = sheets.map(({ words }) => words.map(({ text }) => text).join(' '))
  expect(texts).toHaveLength(2)
  for (const [at, text] of texts.entries()) {
    expect(text).toContain(`page ${at + 1} / 2`)
    expect(text).toContain('Texte qui l’exige')
  }
})

test('a label that its roll holds is one label: no mark of a cut is drawn on the next', async () => {
  const file = join(folder, 'label.pdf')
  const lines = [
    'Madame Marie-Antoinette de La Rochefoucauld',
    '12 rue du Général-de-Gaulle',
    '77590 FONTAINE',
  ]
  const label = { lines, reference: 'DO-2026-12', sender: office.name, school: true }
  const { html } = sheetHtml({ paper: { of: 'label', label }, title: 'label', reprint: false }, 'label58', {
    heightMm: 46,
  })
  await writeFile(file, await browser.print(html))
  expect(await sheetsOf(file)).toHaveLength(1)
})

test('the morning sheet is one page to read, and two to write its sixty lines on', async () => {
  const file = join(folder, 'sheet.pdf')
  const { html } = sheetHtml({ paper: sheetPaper, title: 'sheet', reprint: false }, 'a4')
  await writeFile(file, await browser.print(html))
  const sheets = await sheetsOf(file)
  expect(sheets).toHaveLength(3)
  // The figure 0 is of another typeface: « 60 » is two words there.
  expect(sheets[2]?.words.map(({ text }) => text)).toEqual(expect.arrayContaining(['31', '59']))
})

test.each(['large', 'plain'] as const)(
  'A4, %s: nothing beyond the margins, even with the longest names',
  async (variant) => {
    for (const sheet of await look(`a4-long-${variant}`, longFacts(), 'a4', variant))
      expect(beyond(sheet, points(17))).toEqual([])
  },
)

test.each([
  ['80mm', 4],
  ['58mm', 2],
] as const)('the strip of %s is one page, and holds all in its width', async (format, margin) => {
  for (const [name, facts] of cases) {
    const sheets = await look(`${format}-${name}`, facts, format)
    expect(sheets, name).toHaveLength(1)
    for (const sheet of sheets) expect(beyond(sheet, points(margin) - 1), name).toEqual([])
  }
})
