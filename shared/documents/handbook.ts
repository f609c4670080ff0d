import { handbook, handbookWords, type Chapter } from '../messages/help/handbook.fr.ts'
import { handbookMore } from '../messages/help/handbookMore.fr.ts'
import { help, helpPanel as words, type HelpPage } from '../messages/help/help.fr.ts'
import { a4Page } from './a4Page.ts'
import { escapeHtml, prose } from './html.ts'

export type ChapterName = keyof typeof handbook
export const chapterNames = Object.keys(handbook) as readonly ChapterName[]

const ruleLine = ({ text, source }: HelpPage['rules'][number]): string =>
  `${text} (${source ?? words.chosen})`

/** The pictures that the tests of the pages take, by the screen that they show: from the repository's root, PNG. */
const pictured: ReadonlyMap<HelpPage, string> = new Map<HelpPage, string>([
  [handbookMore.lesson, 'test/e2e/pictures/formation.png'],
  [help.counter, 'test/e2e/pictures/guichet.png'],
  [help.reception, 'test/e2e/pictures/accueil.png'],
  [help.files, 'test/e2e/pictures/dossiers.png'],
  [help.till, 'test/e2e/pictures/caisse.png'],
  [help.documents, 'test/e2e/pictures/documents.png'],
  [help.supervision, 'test/e2e/pictures/supervision.png'],
])
export const handbookPictures: readonly string[] = [...pictured.values()]

/** The picture of a screen; undefined where none is taken. */
export const pictureOf = (page: HelpPage): string | undefined => pictured.get(page)

const pictureMarkdown = (page: HelpPage): string => {
  const picture = pictureOf(page)
  return picture === undefined ? '' : `![${handbookWords.picture(page.title)}](../../${picture})\n\n`
}

/** A chapter as Markdown, for whoever reads the repository. */
export function chapterMarkdown({ title, lead, pages }: Chapter): string {
  const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n')
  const parts = pages.map(
    (page) =>
      `## ${page.title}\n\n${page.does}\n\n${pictureMarkdown(page)}### ${words.steps}\n\n${list(page.steps)}\n\n### ${words.rules}\n\n${list(page.rules.map(ruleLine))}\n`,
  )
  return [`# ${title}\n\n${lead}\n`, ...parts].join('\n')
}

const htmlList = (items: readonly string[]): string =>
  `<ul>\n${items.map((item) => `<li>${prose(item)}</li>`).join('\n')}\n</ul>`

const figure = (title: string, address: string | undefined): string =>
  address === undefined
    ? ''
    : `<img src="${escapeHtml(address)}" alt="${escapeHtml(handbookWords.picture(title))}">\n`

const pageHtml = (page: HelpPage, pictures: HandbookPictures): string => {
  const { title, does, steps, rules } = page
  const picture = pictureOf(page)
  return `<section>
<h3>${escapeHtml(title)}</h3>
<p>${prose(does)}</p>
${figure(title, picture === undefined ? undefined : pictures[picture])}<h4>${escapeHtml(words.steps)}</h4>
${htmlList(steps)}
<h4>${escapeHtml(words.rules)}</h4>
${htmlList(rules.map(ruleLine))}
</section>`
}

const ownCss = `
h2 { font-size: 15pt; break-before: page; }
h3 { margin: 6mm 0 1mm; font-size: 12pt; break-after: avoid; }
img { display: block; width: 100%; margin: 2mm 0; border: 0.2mm solid #8c877d; break-inside: avoid; }
h4 { margin: 3mm 0 0.5mm; font-size: 10pt; break-after: avoid; }
`

/** Where each picture is read: `data:` addresses, or a page's own. */
export type HandbookPictures = Readonly<Record<string, string | undefined>>

/**
 * The whole handbook as one file that asks for nothing outside itself but these pictures: Chromium makes it a tagged PDF.
 */
export const handbookHtml = (fontCss: string, pictures: HandbookPictures): string =>
  a4Page({
    title: handbookWords.title,
    school: false,
    fontCss,
    ownCss,
    body: `<main>
<h1>${escapeHtml(handbookWords.title)}</h1>
${htmlList(chapterNames.map((name) => handbook[name].title))}
${chapterNames
  .map(
    (name) =>
      `<h2>${escapeHtml(handbook[name].title)}</h2>\n<p>${prose(handbook[name].lead)}</p>\n${handbook[name].pages.map((page) => pageHtml(page, pictures)).join('\n')}`,
  )
  .join('\n')}
</main>`,
  })
