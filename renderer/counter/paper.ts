import { toSVG } from 'bwip-js/browser'
import type { IssuedDocument } from '../../shared/contract/documents.ts'
import { a4Document } from '../../shared/documents/a4.ts'

/** The document as it is printed on A4, for a frame where no script runs. Loaded only when a paper is looked at. */
export const paperHtml = (document: IssuedDocument): string =>
  a4Document(document, {
    qrSvg: toSVG({ bcid: 'qrcode', text: document.code, scale: 1, paddingwidth: 4, paddingheight: 4 }),
    // A page's margins exist on paper only.
    fontCss: '@media screen { html { padding: 18mm; } }',
    copy: 1,
    reprint: false,
  })
