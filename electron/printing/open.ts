import type { Printer } from '../../shared/contract/office.ts'
import { chromiumPrinter, type Chromium } from './chromium.ts'
import { cupsPdfPrinter, cupsRawPrinter } from './cups.ts'
import type { PrinterPort } from './printer.ts'
import { tcpPrinter } from './tcp.ts'

/** The transport of a printer of the settings; undefined for a preview, whose papers stay on the screen. */
export function openPrinter(
  { transport, address, paper }: Printer,
  chromium: Chromium,
): PrinterPort | undefined {
  switch (transport) {
    case 'tcp':
      return tcpPrinter(address)
    case 'cupsRaw':
      return cupsRawPrinter(address)
    case 'cupsPdf':
      return cupsPdfPrinter(address, paper, chromium.pdf)
    case 'chromium':
      return chromiumPrinter(address, paper, chromium)
    case 'preview':
      return undefined
  }
}
