import type { ThermalBlock } from './blocks.ts'
import { thermalColumns } from './blocks.ts'
import { escapeHtml } from './html.ts'

export type PreviewOptions = {
  /** A code as an SVG element. */
  readonly qr: (data: string) => string
  /** Characters a line, as the blocks were made. */
  readonly columns?: number
  readonly widthMm?: number
  readonly title: string
  /** The paper's length; absent, it is as long as what is on it. */
  readonly heightMm?: number
  /** `@font-face` rules with data: addresses for what a monospaced typeface does not draw. */
  readonly fontCss?: string
  /** On a sheet of A4 rather than a page of its own size. */
  readonly onA4?: boolean
}

// Millimetres, so that the height of the paper is known before it is drawn. The printer's own font is 12 dots
// wide, 48 characters on the 72 mm that it prints; DejaVu Sans Mono is 0.6025 em wide.
const character = 1.5
const ruleHeight = 4
/** Above and below. */
const margin = 4
const rulerHeight = 5
const qrHeight = 46
const cutHeight = 6
const lineHeight = (size: number): number => (size === 1 ? 3.6 : 3 * size)
const round = (mm: number): number => Math.round(mm * 100) / 100

function height(block: ThermalBlock): number {
  switch (block.block) {
    case 'text':
      return lineHeight(block.size)
    case 'rule':
      return ruleHeight
    case 'ruler':
      return rulerHeight
    case 'qr':
      return qrHeight
    case 'feed':
      return block.lines * lineHeight(1)
    case 'cut':
      return cutHeight
  }
}

/** How long the paper is, in millimetres, margins included. */
export const thermalHeightMm = (blocks: readonly ThermalBlock[]): number =>
  Math.ceil(blocks.reduce((sum, block) => sum + height(block), 2 * margin))

/** The margins on both sides of what the printer prints: 4 mm on 80, 5 mm on 58. */
const side = (columns: number, widthMm: number): number => Math.max(0, (widthMm - columns * character) / 2)

const css = (columns: number, widthMm: number, page: string) => `
@page { ${page} }
* { box-sizing: border-box; margin: 0; }
html { background: #fff; }
body { width: ${widthMm}mm; padding: ${margin}mm ${round(side(columns, widthMm))}mm; color: #000; background: #fff; font-family: 'Noto Sans Arabic', 'DejaVu Sans Mono', 'Liberation Mono', monospace; }
.line { font-size: ${round(character / 0.6025)}mm; white-space: pre; text-align: left; }
.line span { display: block; unicode-bidi: plaintext; }
.left span { unicode-bidi: isolate; }
.bold { font-weight: 700; }
.center { text-align: center; }
.right { text-align: right; }
.rule { height: ${ruleHeight}mm; padding-top: ${ruleHeight / 2}mm; }
.rule::before { content: ''; display: block; border-top: 0.25mm dashed #000; }
.ruler { height: ${rulerHeight}mm; background: linear-gradient(#000, #000) 0 0 / 100% 0.25mm no-repeat, repeating-linear-gradient(90deg, #000 0 0.25mm, transparent 0.25mm 10mm) 0 0 / 100% 100% no-repeat, repeating-linear-gradient(90deg, #000 0 0.25mm, transparent 0.25mm 1mm) 0 0 / 100% 40% no-repeat; }
.qr { height: ${qrHeight}mm; padding-top: 2mm; text-align: center; }
.qr svg { width: 42mm; height: 42mm; }
.cut { height: ${cutHeight}mm; padding-top: ${cutHeight - 0.2}mm; }
.cut::before { content: ''; display: block; border-top: 0.2mm dotted #8c877d; }
`

function draw(block: ThermalBlock, qr: (data: string) => string): string {
  switch (block.block) {
    case 'text': {
      const look = ['line', block.bold ? 'bold' : '', block.align].filter(Boolean).join(' ')
      const font = block.size === 1 ? '' : ` font-size: ${block.size}em;`
      const style = `line-height: ${lineHeight(block.size)}mm;${font}`
      return `<div class="${look}"><span style="${style}">${escapeHtml(block.text)}</span></div>`
    }
    case 'rule':
      return '<div class="rule"></div>'
    case 'ruler':
      return '<div class="ruler"></div>'
    case 'qr':
      return `<div class="qr">${qr(block.data)}</div>`
    case 'feed':
      return `<div style="height: ${round(block.lines * lineHeight(1))}mm"></div>`
    case 'cut':
      return '<div class="cut"></div>'
  }
}

/** Thermal blocks as a picture of the paper: for the screen, and for printers that only Chromium reaches. */
export function thermalHtml(
  blocks: readonly ThermalBlock[],
  { qr, title, columns = thermalColumns, widthMm = 80, heightMm, fontCss = '', onA4 = false }: PreviewOptions,
): string {
  const page = onA4
    ? 'size: A4; margin: 12mm;'
    : `size: ${widthMm}mm ${heightMm ?? thermalHeightMm(blocks)}mm; margin: 0;`
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escapeHtml(title)}</title>
<style>${fontCss}${css(columns, widthMm, page)}</style>
</head>
<body>
${blocks.map((block) => draw(block, qr)).join('\n')}
</body>
</html>
`
}
