import type { Printer } from '../../shared/contract/printing/printers.ts'
import { a4Document } from '../../shared/documents/a4.ts'
import { a4Leaflet } from '../../shared/documents/a4Leaflet.ts'
import { appointmentLeaflet, ruleLeaflet, sheetLeaflet } from '../../shared/documents/leaflet.ts'
import { obligationsLeaflet } from '../../shared/documents/obligations.ts'
import { roll } from '../../shared/documents/blocks.ts'
import { thermalHeightMm, thermalHtml } from '../../shared/documents/preview.ts'
import { thermalPaper } from '../../shared/documents/thermal.ts'
import { arabicFontCss, paperFontCss } from './fonts.ts'
import type { PrintRequest } from './printer.ts'
import { qrSvg } from './qr.ts'

/** The paper's size in millimetres. */
export type PageSize = { readonly widthMm: number; readonly heightMm: number }

export type Sheet = { readonly html: string; readonly size: PageSize }

const a4: PageSize = { widthMm: 210, heightMm: 297 }

/** What of a request is on the paper. */
type Drawn = Pick<PrintRequest, 'paper' | 'title' | 'reprint' | 'logo'>

let fonts: string | undefined

/**
 * The request as it is laid out on A4. Tickets, labels and test pages are the same strip on a sheet: null.
 */
function a4Html({ paper, reprint, logo }: Drawn): string | null {
  const fontCss = () => (fonts ??= paperFontCss())
  switch (paper.of) {
    case 'document': {
      const { document, copy, variant, lang } = paper
      return a4Document(document, {
        copy,
        reprint,
        qrSvg: qrSvg(document.code),
        fontCss: fontCss(),
        logo: logo ?? null,
        lang,
        ...(variant === undefined ? {} : { variant }),
      })
    }
    case 'sheet':
      return a4Leaflet(sheetLeaflet(paper.sheet, reprint), fontCss())
    case 'rule':
      return a4Leaflet(ruleLeaflet(paper.rule, reprint), fontCss())
    case 'appointment':
      return a4Leaflet(appointmentLeaflet(paper.appointment, reprint), fontCss())
    case 'obligations':
      return a4Leaflet(obligationsLeaflet(paper.obligations, reprint), fontCss())
    case 'ticket':
    case 'label':
    case 'test':
      return null
  }
}

/**
 * The request as a page for Chromium, on the printer's own paper.
 * @param label the labels of a `label58` roll, each a page of its own height
 */
export function sheetHtml(request: Drawn, on: Printer['paper'], label?: Printer['label']): Sheet {
  const onA4 = on === 'a4'
  const html = onA4 ? a4Html(request) : null
  if (html !== null) return { html, size: a4 }
  const { paper, title, reprint } = request
  const { columns, widthMm } = roll(on)
  const laid = thermalPaper(paper, { reprint, columns })
  const isLabel = on === 'label58' && label !== undefined
  // A label is cut already: the mark of a cut would be drawn on the next one.
  const blocks = isLabel ? laid.filter(({ block }) => block !== 'cut') : laid
  const drawn = blocks.some((block) => block.block === 'text' && /\p{Script=Arabic}/u.test(block.text))
  const fontCss = drawn ? arabicFontCss() : ''
  const heightMm = isLabel ? label.heightMm : thermalHeightMm(blocks)
  return {
    html: thermalHtml(blocks, { qr: qrSvg, title, columns, widthMm, heightMm, fontCss, onA4 }),
    size: onA4 ? a4 : { widthMm, heightMm },
  }
}
