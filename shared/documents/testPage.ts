import type { Paper } from '../contract/documents/papers.ts'
import { usualCodepages, type Codepage } from '../contract/printing/printers.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { printing } from '../messages/printing/printing.fr.ts'
import { feed, rule, type ThermalBlock, type Writer } from './blocks.ts'
import { dayAndHour, typeset } from './moments.ts'

/** A line in characters that each table has, so that a printer without it prints something else. */
const samples: Readonly<Record<Codepage, string>> = {
  windows1252: 'é œ Œ € — ’ ñ',
  cp437: 'é ñ ½ ≥ ░',
  cp850: 'é Á Õ × þ',
  cp852: 'é Ł ř ő ż',
  cp858: 'é Á Õ × €',
  cp866: 'Шевченко Є ї',
  cp1125: 'Шевченко Є ї ґ',
  windows1250: 'é Ł ř ő ż €',
  windows1251: 'Шевченко Є ї ґ €',
}

/** Figures that count the characters of a line: « 123456789| », as wide as the paper. */
const count = (columns: number): string =>
  Array.from({ length: columns }, (_, at) => ((at + 1) % 10 === 0 ? '|' : String((at + 1) % 10))).join('')

/** What a printer can do, on one page: tables of characters, rulers, a code, then its drawer and its cutter. */
export function drawTest(
  paper: Extract<Paper, { of: 'test' }>,
  columns: number,
  write: Writer,
): readonly ThermalBlock[] {
  const line = (text: string, codepage?: Codepage): ThermalBlock => ({
    block: 'text',
    text,
    bold: false,
    size: 1,
    align: 'left',
    ...(codepage ? { codepage } : {}),
  })
  return [
    ...write(paper.officeName, { bold: true, align: 'center' }),
    ...write(words.testTitle, { bold: true, size: 2, align: 'center' }),
    ...write(words.testPrinter(paper.printer), { align: 'center' }),
    ...write(dayAndHour(paper.at, paper.zone), { align: 'center' }),
    rule,
    ...write(words.testAccents),
    ...write(words.testSigns),
    feed(),
    ...write(printing.test.names, { bold: true }),
    ...printing.test.someNames.flatMap((name) => write(name)),
    feed(),
    ...write(printing.test.codepages, { bold: true }),
    ...(paper.codepages ?? usualCodepages).map((page) => line(`${page.padEnd(12)}${samples[page]}`, page)),
    feed(),
    ...write(`${words.testRuler} (${columns})`, { bold: true }),
    line(count(columns)),
    ...write(printing.test.ruler, { bold: true }),
    { block: 'ruler' },
    feed(),
    { block: 'qr', data: 'GUICHET' },
    ...(paper.drawer ? write(printing.test.drawer) : []),
    ...(paper.cutter ? write(printing.test.cutter[paper.cutter]) : []),
    ...write(typeset(words.testGood)),
    { block: 'cut' },
  ]
}
