import type { Zippable } from 'fflate'
import { csvText, type CsvCell } from '../../../shared/messages/format/csv.ts'

export type Cell = CsvCell
export type Sheet = {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Read with the first archive: it makes its tables as it is read, and no start has a use for them. */
const archive = async (files: Zippable): Promise<Uint8Array> => (await import('fflate')).zipSync(files)

/** Files in one archive (zip); what a text says is written in UTF-8. */
export const zipped = (files: Readonly<Record<string, Uint8Array | string>>): Promise<Uint8Array> =>
  archive(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? utf8(content) : content,
      ]),
    ),
  )

/** The sheet as CSV for a spreadsheet set to French. */
export const csv = ({ headings, rows }: Sheet): Uint8Array => utf8(csvText('french', [headings, ...rows]))

const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const words = (text: string, style = ''): string =>
  `<table:table-cell office:value-type="string"${style}><text:p>${escaped(text)}</text:p></table:table-cell>`

function odsCell(cell: Cell): string {
  if (cell === null) return '<table:table-cell/>'
  if (typeof cell === 'number')
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${String(cell).replace('.', ',')}</text:p></table:table-cell>`
  if (typeof cell === 'object')
    return `<table:table-cell table:style-name="date" office:value-type="date" office:date-value="${cell.date}"><text:p>${cell.date}</text:p></table:table-cell>`
  return words(cell)
}

const odsRow = (cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`

const odsTable = ({ title, headings, rows }: Sheet): string =>
  [
    `<table:table table:name="${escaped(title)}">`,
    `<table:table-column table:style-name="column" table:number-columns-repeated="${headings.length}"/>`,
    `<table:table-header-rows>${odsRow(headings.map((heading) => words(heading, ' table:style-name="heading"')))}</table:table-header-rows>`,
    ...rows.map((row) => odsRow(row.map(odsCell))),
    '</table:table>',
  ].join('')

const namespaces = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  )
  .join(' ')

const styles = [
  '<style:style style:name="column" style:family="table-column"><style:table-column-properties style:column-width="4.5cm"/></style:style>',
  '<style:style style:name="heading" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style>',
  '<number:date-style style:name="day"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>',
  '<style:style style:name="date" style:family="table-cell" style:data-style-name="day"/>',
].join('')

export const odsType = 'application/vnd.oasis.opendocument.spreadsheet'
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

/**
 * The sheets as one OpenDocument spreadsheet (ISO/IEC 26300, the format that the State's general interoperability
 * framework retains): the least that LibreOffice and Excel open, figures as figures and dates as dates.
 */
export function ods(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const content = `${head}<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(odsTable).join('')}</office:spreadsheet></office:body></office:document-content>`
  const manifest = `${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odsType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`
  return archive({
    // First and not compressed, so that the file says what it is from its first bytes.
    mimetype: [utf8(odsType), { level: 0 }],
    'content.xml': utf8(content),
    'META-INF/manifest.xml': utf8(manifest),
  })
}
