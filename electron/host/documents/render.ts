import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { JobId, PrinterId } from '../../../shared/contract/ids.ts'
import type { Printer } from '../../../shared/contract/printing/printers.ts'
import type { OtherLanguage } from '../../../shared/contract/text.ts'
import { a4Document } from '../../../shared/documents/a4.ts'
import type { PaperVariant } from '../../../shared/contract/documents/papers.ts'
import type { ThermalBlock } from '../../../shared/documents/blocks.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { paperFontCss } from '../../printing/fonts.ts'
import { headlessChromium } from '../../printing/headless.ts'
import type { PrintRequest } from '../../printing/printer.ts'
import { qrSvg } from '../../printing/qr.ts'
import { rawPaper } from '../../printing/raw.ts'
import { sheetHtml, type Sheet } from '../../printing/sheet.ts'

/** The formats that a browser draws: the sheet, and the strips of receipt printers. */
const pdfFormats = ['a4', '80mm', '58mm'] as const
type PdfFormat = (typeof pdfFormats)[number]

/** What a document of the folder can be written as. */
export const renderFormats = [...pdfFormats, 'text', 'json', 'escpos'] as const
export type RenderFormat = (typeof renderFormats)[number]

/** Whether a format is a PDF, which a browser draws. */
export const isPdfFormat = (format: RenderFormat): format is PdfFormat =>
  pdfFormats.some((pdf) => pdf === format)

/** Characters a line of the plain text. */
const textColumns = 72
/** Milliseconds for one paper. */
const patience = 60_000

const strips = { '80mm': 'thermal80', '58mm': 'thermal58' } as const

/** A receipt printer of the most usual kind, for bytes that go to a file. */
const receiptPrinter: Printer = {
  printerId: 'file' as PrinterId,
  name: 'file',
  transport: 'fileRaw',
  address: '',
  paper: 'thermal80',
}

const requestOf = (document: IssuedDocument, lang?: OtherLanguage): PrintRequest => ({
  jobId: document.seal.documentId as string as JobId,
  paper: { of: 'document', document, copy: 1, ...(lang === undefined ? {} : { lang }) },
  title: document.seal.number,
  reprint: false,
})

/**
 * A document as it was issued, as the bytes of a file. PDFs are not sealed yet.
 * @param variant of A4 alone
 * @param lang in short in this language too, under the French
 * @throws PrintFailure when no browser made the PDF
 */
export async function renderDocument(
  document: IssuedDocument,
  format: RenderFormat,
  { variant, logo = null, lang }: RenderOptions = {},
): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(patience)
  switch (format) {
    case 'json':
      return Buffer.from(`${JSON.stringify(document, null, 2)}\n`)
    case 'text':
      return Buffer.from(documentText(document, lang))
    case 'escpos':
      return rawPaper(receiptPrinter, headlessChromium().picture)(requestOf(document, lang), signal)
    default: {
      const { html, size } = documentPage(document, format, { variant, logo, lang })
      return headlessChromium().pdf(html, size, signal)
    }
  }
}

/** What A4 alone has: another presentation, and the office's picture (a PNG's data URL); and the person's language. */
type RenderOptions = {
  readonly variant?: PaperVariant | undefined
  readonly logo?: string | null
  readonly lang?: OtherLanguage | undefined
}

/** A document as the page that a browser makes a PDF of. */
export function documentPage(
  document: IssuedDocument,
  format: PdfFormat,
  { variant, logo = null, lang }: RenderOptions = {},
): Sheet {
  if (format !== 'a4') return sheetHtml(requestOf(document, lang), strips[format])
  const drawing = {
    qrSvg: qrSvg(document.code),
    fontCss: paperFontCss(),
    copy: 1,
    reprint: false,
    logo,
    lang,
  }
  const html = a4Document(document, variant === undefined ? drawing : { ...drawing, variant })
  return { html, size: { widthMm: 210, heightMm: 297 } }
}

/** All that the paper says, as plain text; its code is one line, to be verified as it stands. */
export const documentText = (document: IssuedDocument, lang?: OtherLanguage): string =>
  `${thermalPaper(requestOf(document, lang).paper, { reprint: false, columns: textColumns })
    .map(lineOf)
    .join('\n')
    .trimEnd()}\n`

function lineOf(block: ThermalBlock): string {
  switch (block.block) {
    case 'text':
      // What was typed, or pasted, commands no terminal.
      return block.text.replace(/\p{Cc}/gu, ' ')
    case 'rule':
      return '-'.repeat(textColumns)
    case 'qr':
      return block.data
    default:
      return ''
  }
}
