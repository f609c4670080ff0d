import type { Printer } from '../../shared/contract/printing/printers.ts'
import { chromiumPrinter, type Chromium } from './chromium.ts'
import { cupsPdfPrinter, cupsRawPrinter } from './cups.ts'
import { pdfFolder, rawFolder } from './folder.ts'
import type { PrinterPort } from './printer.ts'
import { rawPaper } from './raw.ts'
import { tcpPrinter } from './tcp.ts'
import { windowsPrinter } from './windows.ts'

/** The transport of a printer of the settings; undefined for a preview, whose papers stay on the screen. */
export function openPrinter(printer: Printer, chromium: Chromium): PrinterPort | undefined {
  const { transport, address } = printer
  const raw = rawPaper(printer, chromium.picture)
  switch (transport) {
    case 'tcp':
      return tcpPrinter(address, raw)
    case 'cupsRaw':
      return cupsRawPrinter(address, raw)
    case 'cupsPdf':
      return cupsPdfPrinter(address, printer, chromium.pdf)
    case 'windowsRaw':
      return windowsPrinter(address, raw)
    case 'chromium':
      return chromiumPrinter(address, printer, chromium)
    case 'filePdf':
      return pdfFolder(address, printer, chromium.pdf)
    case 'fileRaw':
      return rawFolder(address, raw)
    case 'preview':
      return undefined
  }
}
