import type { Printer } from '../../shared/contract/printing/printers.ts'
import type { Render } from './cups.ts'
import type { Picture } from './picture.ts'
import type { PrinterPort } from './printer.ts'
import { type PageSize, sheetHtml } from './sheet.ts'

/** Printing by a browser engine: Electron's main process gives its own over a port; `headless.ts` runs one. */
export type Chromium = {
  readonly pdf: Render
  /** Draws what a receipt printer has no characters for. */
  readonly picture: Picture
  /** Prints on a device of the system, at this exact size, without a dialog. Rejects with a `PrintFailure`. */
  readonly printTo: (html: string, size: PageSize, deviceName: string, signal: AbortSignal) => Promise<void>
}

/** A printer that only the system's own drivers reach. @param deviceName as the system calls it */
export const chromiumPrinter = (
  deviceName: string,
  { paper, label }: Pick<Printer, 'paper' | 'label'>,
  chromium: Chromium,
): PrinterPort => ({
  async print(request, signal) {
    const { html, size } = sheetHtml(request, paper, label)
    await chromium.printTo(html, size, deviceName, signal)
    return undefined
  },
})
