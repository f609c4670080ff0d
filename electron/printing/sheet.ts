import type { Printer } from '../../shared/contract/office.ts'
import { a4Document } from '../../shared/documents/a4.ts'
import { thermalHeightMm, thermalHtml } from '../../shared/documents/preview.ts'
import { thermalPaper } from '../../shared/documents/thermal.ts'
import { escposBytes } from './escpos.ts'
import { paperFontCss } from './fonts.ts'
import type { PrintRequest } from './printer.ts'
import { qrSvg } from './qr.ts'

/** The paper's size in millimetres. */
export type PageSize = { readonly widthMm: number; readonly heightMm: number }

export type Sheet = { readonly html: string; readonly size: PageSize }

const a4: PageSize = { widthMm: 210, heightMm: 297 }

let fonts: string | undefined

/** The request as bytes for a receipt printer of 80 mm. */
export const sheetBytes = ({ paper, reprint }: PrintRequest): Uint8Array =>
  escposBytes(thermalPaper(paper, { reprint }))

/** The request as a page for Chromium. Tickets and test pages are the same strip on a sheet of A4. */
export function sheetHtml({ paper, title, reprint }: PrintRequest, on: Printer['paper']): Sheet {
  if (on === 'a4' && paper.of === 'document') {
    fonts ??= paperFontCss()
    const { document, copy } = paper
    return {
      html: a4Document(document, { copy, reprint, qrSvg: qrSvg(document.code), fontCss: fonts }),
      size: a4,
    }
  }
  const blocks = thermalPaper(paper, { reprint })
  const onA4 = on === 'a4'
  return {
    html: thermalHtml(blocks, { qr: qrSvg, title, onA4 }),
    size: onA4 ? a4 : { widthMm: 80, heightMm: thermalHeightMm(blocks) },
  }
}
