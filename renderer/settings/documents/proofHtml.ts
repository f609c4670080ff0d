import { toSVG } from 'bwip-js/browser'
import type { VisitFacts } from '../../../shared/contract/documents/visitFacts.ts'
import { roll, writer } from '../../../shared/documents/blocks.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { thermalHtml } from '../../../shared/documents/preview.ts'
import { drawDocument } from '../../../shared/documents/thermal.ts'
import { draftHtml } from '../../documents/paper.ts'
import type { ProofPaper } from './proofPaper.ts'

/** The specimen in the layouts that printers get, as a page of its own. */
export function proofHtml(facts: VisitFacts, logo: string | null, on: ProofPaper): string {
  if (on === 'a4') return draftHtml(facts, logo)
  const { columns, widthMm } = roll(on)
  const content = draftContent(facts)
  return thermalHtml(drawDocument(content, writer(columns)), {
    qr: (text) => toSVG({ bcid: 'qrcode', text }),
    title: content.title,
    columns,
    widthMm,
  })
}
