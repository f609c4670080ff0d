import type { OfficeAddress } from '../contract/office/settings.ts'
import type { Ground, PublishedRule } from '../contract/queue/rules.ts'
import type { Language } from '../contract/text.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { directionOf, kiosk } from '../messages/public/kiosk.ts'
import { posters } from '../messages/public/posters.ts'
import { waysOf, type PosterTexts } from '../messages/public/posterTexts.ts'
import { escapeHtml, prose } from './html.ts'
import { dayAndHour, typeset } from './moments.ts'

export type PosterKind = keyof PosterTexts['titles']
export const posterKinds = [
  'rule',
  'priorities',
  'complain',
  'rights',
  'data',
] as const satisfies readonly PosterKind[]

/** All that the posters say of the office: its settings, as they are. */
export type PosterOffice = {
  readonly address: OfficeAddress
  /** Whom to ask about personal data; the office itself where nobody is named. */
  readonly dataContact?: string | null
  readonly rule: PublishedRule
  readonly grounds: readonly Ground[]
  readonly school: boolean
  readonly zone: string
  /** When it is printed, in milliseconds: an old poster is known by it. */
  readonly at: number
}

/** The law's own words, in French whatever the poster's language: the sentence that both mentions of the card carry. */
const lawText = {
  text: 'Elle permet également d’obtenir une priorité dans les files d’attente.',
  source:
    'Code de l’action sociale et des familles, art. L241-3 : carte mobilité inclusion, mentions « invalidité » et « priorité »',
} as const

type Part = { readonly title: string | null; readonly html: string }

const list = (items: readonly string[]): string =>
  `<ul>\n${items.map((item) => `<li>${prose(item)}</li>`).join('\n')}\n</ul>`
const french = (text: string): string => `<span lang="fr" dir="ltr">${prose(typeset(text))}</span>`

/** A ground, in the poster's language where its title is written in it, with its text. */
function groundLine({ title, source, priority }: Ground, language: Language): string {
  const texts = posters[language].priorities
  const text = title[language]
  const where = priority === 'local' ? escapeHtml(texts.local) : french(source)
  return `<li>${text === undefined ? french(title.fr) : prose(text)}<br><span class="source">${where}</span></li>`
}

const groundList = (grounds: readonly Ground[], language: Language): string =>
  `<ul>\n${grounds.map((ground) => groundLine(ground, language)).join('\n')}\n</ul>`

const parts: Readonly<
  Record<PosterKind, (office: PosterOffice, language: Language, texts: PosterTexts) => readonly Part[]>
> = {
  rule: ({ rule, grounds }, language, texts) => [
    { title: null, html: `<p>${prose(typeset(kiosk[language].rule(rule)))}</p>` },
    { title: texts.priorities.grounds, html: groundList(grounds, language) },
  ],
  priorities: ({ grounds }, language, texts) => [
    { title: null, html: `<p>${prose(texts.priorities.lead)}</p>${list(texts.priorities.how)}` },
    { title: texts.priorities.grounds, html: groundList(grounds, language) },
    {
      title: texts.priorities.text,
      html: `<blockquote lang="fr" dir="ltr"><p>«\u00a0${escapeHtml(lawText.text)}\u00a0»</p><p class="source">${prose(typeset(lawText.source))}</p></blockquote>`,
    },
  ],
  complain: ({ address }, _, { complain }) => [
    { title: null, html: `<p>${prose(complain.lead)}</p>` },
    { title: complain.here, html: list(complain.hereHow(address)) },
    { title: complain.contest, html: list(complain.contestHow) },
    { title: complain.defender, html: list(complain.defenderHow) },
  ],
  data: ({ address, dataContact }, _, { data }) => [
    { title: null, html: `<p>${prose(data.lead(address.name))}</p>${list(data.list)}` },
    {
      title: null,
      html: `<p>${prose(data.ask(dataContact ?? waysOf(address)))}</p><p>${prose(data.cnil)}</p>`,
    },
  ],
  rights: (_office, _language, { rights }) => [
    { title: null, html: `<p>${prose(rights.lead)}</p>${list(rights.list)}<p>${prose(rights.data)}</p>` },
  ],
}

/** Read at two metres: 14 points, and one sheet. */
const css = `
@page { size: A4; margin: 13mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #111; background: #fff; font: 14pt/1.35 'Figures', 'Atkinson Hyperlegible Next', 'Noto Sans', 'Noto Sans Arabic', sans-serif; overflow-wrap: anywhere; }
h1, h2, p, ul, blockquote { margin: 0; }
h1 { margin-block: 4mm 5mm; padding-bottom: 3mm; border-bottom: 1mm solid #111; font-size: 30pt; line-height: 1.15; }
h2 { margin-block: 5mm 1.5mm; font-size: 17pt; break-after: avoid; }
ul { padding-inline-start: 6mm; }
li { margin-block: 1mm; break-inside: avoid; }
blockquote { padding-inline-start: 4mm; border-inline-start: 1mm solid #111; break-inside: avoid; }
.office { font-weight: 700; }
.whole { white-space: nowrap; }
.source, footer { font-size: 11pt; color: #4f4b45; }
footer { margin-top: 5mm; }
.school { border: 0.5mm solid #111; text-align: center; font-weight: 700; }
`

/**
 * A poster for the public, one A4 page made from the office's settings, in one language; the law's words stay in French.
 * It asks for nothing outside itself: Chromium prints it as a tagged PDF in its own language.
 * @param fontCss `@font-face` rules with data: addresses, or nothing
 */
export function posterHtml(
  kind: PosterKind,
  language: Language,
  office: PosterOffice,
  fontCss: string,
): string {
  const texts = posters[language]
  const title = texts.titles[kind]
  const body = parts[kind](office, language, texts)
    .map(({ title: under, html }) =>
      under === null ? html : `<section>\n<h2>${escapeHtml(under)}</h2>\n${html}\n</section>`,
    )
    .join('\n')
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escapeHtml(`${title} · ${office.address.name}`)}</title>
<style>${fontCss}${css}</style>
</head>
<body>
${office.school ? `<p class="school" lang="fr" dir="ltr">${words.specimen}. ${escapeHtml(words.specimenWhy)}</p>` : ''}
<main>
<p class="office" lang="fr" dir="ltr">${escapeHtml(typeset(office.address.name))}</p>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
<footer>
${texts.translated === null ? '' : `<p>${escapeHtml(texts.translated)}</p>`}
<p lang="fr" dir="ltr">${escapeHtml(words.printed(dayAndHour(office.at, office.zone)))}</p>
</footer>
</body>
</html>
`
}
