import { handbook, handbookWords, type Chapter } from '../messages/handbook.fr.ts'
import { help, helpPanel as words, type HelpPage } from '../messages/help.fr.ts'
import { a4Page } from './a4Page.ts'
import { escapeHtml, prose } from './html.ts'

export type ChapterName = keyof typeof handbook
export const chapterNames = Object.keys(handbook) as readonly ChapterName[]

const ruleLine = ({ text, source }: HelpPage['rules'][number]): string =>
  `${text} (${source ?? words.chosen})`

/** The pictures that the tests of the pages take, by what they show: from the repository's root, PNG. */
export const handbookPictures: Readonly<Record<string, string>> = {
  [help.counter.title]: 'test/e2e/pictures/guichet.png',
  [help.reception.title]: 'test/e2e/pictures/accueil.png',
  [help.supervision.title]: 'test/e2e/pictures/supervision.png',
}

const pictureOf = (title: string): string => {
  const picture = handbookPictures[title]
  return picture === undefined ? '' : `![${title}](../../${picture})\n\n`
}

/** A chapter as Markdown, for whoever reads the repository. */
export function chapterMarkdown({ title, lead, pages }: Chapter): string {
  const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n')
  const parts = pages.map(
    (page) =>
      `## ${page.title}\n\n${page.does}\n\n${pictureOf(page.title)}### ${words.steps}\n\n${list(page.steps)}\n\n### ${words.rules}\n\n${list(page.rules.map(ruleLine))}\n`,
  )
  return [`# ${title}\n\n${lead}\n`, ...parts].join('\n')
}

const htmlList = (items: readonly string[]): string =>
  `<ul>\n${items.map((item) => `<li>${prose(item)}</li>`).join('\n')}\n</ul>`

const pageHtml = ({ title, does, steps, rules }: HelpPage): string => `<section>
<h3>${escapeHtml(title)}</h3>
<p>${prose(does)}</p>
<h4>${escapeHtml(words.steps)}</h4>
${htmlList(steps)}
<h4>${escapeHtml(words.rules)}</h4>
${htmlList(rules.map(ruleLine))}
</section>`

const ownCss = `
h2 { font-size: 15pt; break-before: page; }
h3 { margin: 6mm 0 1mm; font-size: 12pt; break-after: avoid; }
h4 { margin: 3mm 0 0.5mm; font-size: 10pt; break-after: avoid; }
`

/** The whole handbook as one file that asks for nothing outside itself: Chromium makes it a tagged PDF. */
export const handbookHtml = (fontCss: string): string =>
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
      `<h2>${escapeHtml(handbook[name].title)}</h2>\n<p>${prose(handbook[name].lead)}</p>\n${handbook[name].pages.map(pageHtml).join('\n')}`,
  )
  .join('\n')}
</main>`,
  })
