import type { Row } from './content/body.ts'
import type { Content, Lacks, Section } from './content.ts'

// Whether a document fits on one sheet, told without a browser: its lines are counted at the size in which they are drawn.
// Counting somewhat too much is the safe side: a page that would have fitted is only drawn tighter.

/** Sizes of a page, in millimetres and characters. `mm` is the height of a line of text. */
type Sizes = { readonly mm: number; readonly columns: number; readonly page: number; readonly gap: number }
const usual: Sizes = { mm: 4.94, columns: 100, page: 263, gap: 1 }

/** How wide the terms of a table are, by the longest: hours, names, or half of the page. */
export function widthOf(rows: readonly Row[]): 'hours' | 'named' | 'half' {
  const longest = Math.max(0, ...rows.map(({ term }) => term.length))
  return longest <= 10 ? 'hours' : longest <= 26 ? 'named' : 'half'
}
const shares = { hours: 0.16, named: 0.32, half: 0.5 }

/** Shares of the page's width: an addressee's, under a name in capitals, and a name in large type. */
const narrow = 0.36
const large = 0.65

const linesIn = (text: string, columns: number): number => Math.max(1, Math.ceil(text.length / columns))
const sum = (heights: readonly number[]): number => heights.reduce((total, one) => total + one, 0)

function sectionHeight(section: Section, { mm, columns, gap }: Sizes): number {
  const title = 10.9 * gap
  const row = 2.2 * gap
  switch (section.is) {
    case 'text':
      return title + sum(section.lines.map((line) => linesIn(line, columns) * mm + gap))
    case 'list':
      return title + sum(section.items.map((item) => linesIn(item, columns) * mm + row))
    case 'table': {
      const share = shares[widthOf(section.rows)]
      return (
        title +
        (section.columns === null ? 0 : 5.4) +
        sum(
          section.rows.map(
            ({ term, detail }) =>
              Math.max(linesIn(term, columns * share - 3), linesIn(detail, columns * (1 - share) - 3)) * mm +
              row,
          ),
        )
      )
    }
  }
}

/** The box of what lacks: its pieces beside their day, then where and how. */
function lacksHeight({ pieces, how }: Lacks, { mm, columns, gap }: Sizes): number {
  const beside = sum(
    pieces.map(
      ({ term, detail }) => (linesIn(term, columns / 2 - 6) + linesIn(detail, columns / 2 - 2)) * mm,
    ),
  )
  return 16 * gap + Math.max(mm * 1.4 + beside, mm * 2.8) + linesIn(how.join(' '), columns - 6) * mm
}

function heightOf(content: Content, sizes: Sizes, hasLogo: boolean): number {
  const { mm, columns, gap } = sizes
  const written = (lines: readonly string[], width = columns): number =>
    sum(lines.map((line) => linesIn(line, width) * mm))
  const office = [...content.letterhead, content.officeName, ...content.officeLines]
  const head = Math.max(written(office, columns * 0.58), (2 + content.marks.length) * mm)
  const small = content.seenAs === null ? 0 : linesIn(content.seenAs, columns * 1.15) * mm * 0.86
  const lead = 12 * gap + written([content.lead], columns - 8) + written(content.notes, columns - 6)
  const signed = written([content.signed], columns * 0.58) + written(content.foot, columns * 0.68) * 0.86
  return sum([
    hasLogo ? 25 : 0,
    content.school ? 9 : 0,
    head,
    content.addressee.length === 0 ? 0 : 6 * gap + written(content.addressee, columns * narrow),
    15.2 * gap,
    content.person.length === 0 ? 0 : 2 + written(content.person, columns * large) * 1.2,
    written([content.subjects.join(' · ')]),
    small,
    lead + content.notes.length * gap,
    content.lacks === null ? 0 : lacksHeight(content.lacks, sizes),
    sum(content.sections.map((section) => sectionHeight(section, sizes))),
    content.signature === null ? 0 : 20 * gap + mm,
    content.summary === null ? 0 : sectionHeight(content.summary, sizes),
    10 * gap + Math.max(content.code === '' ? 0 : 30, signed),
  ])
}

/** Whether all of it is on one sheet at the usual size. @param hasLogo the office's picture is drawn above its name */
export const fitsOneSheet = (content: Content, hasLogo: boolean): boolean =>
  heightOf(content, usual, hasLogo) <= usual.page

/**
 * What is drawn tighter where a sheet is full: the pieces shown become a line, and so does the paper in another language, beside
 * the place of the signature; what lacks never does.
 */
export const denseCss = `
@page { margin: 9mm 18mm 11mm; }
body { font-size: 9pt; line-height: 1.25; }
h1 { margin-top: 3mm; font-size: 15pt; }
h2 { margin: 1.8mm 0 0.3mm; font-size: 10pt; }
li, th, td { padding-top: 0.4mm; padding-bottom: 0.4mm; }
.small, thead th { font-size: 8pt; }
section.text p + p, .lead p + p { margin-top: 0.4mm; }
ul.brief li { display: inline; padding: 0; border: 0; }
ul.brief li + li::before { content: ' · '; }
section[lang] { display: flow-root; }
section[lang] p { display: inline; }
section[lang] p + p::before { content: ' '; }
.lacks { margin-top: 2.5mm; padding: 2mm 3.5mm; }
.lacks .where { margin-top: 1mm; padding-top: 1mm; }
.due b { font-size: 12pt; }
.lead { margin-top: 2.5mm; padding: 2mm 3.5mm; }
.addressee { margin-top: 2.5mm; }
.signature { float: right; width: 66mm; margin: 2mm 0 2mm 4mm; padding-bottom: 8mm; }
.verify img { width: 22mm; height: 22mm; }
footer { clear: both; margin-top: 2mm; padding-top: 2mm; }
`
