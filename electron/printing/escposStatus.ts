import type { PrinterProblem } from '../../shared/messages/printing/printing.fr.ts'
import type { PrinterSaid } from './printer.ts'

/** DLE EOT 1 (printer), 2 (why it is offline), 4 (paper): answered at once, a byte each, by printers that can. */
export const statusRequests = Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4)

/** GS r 1 (Epson, ESC/POS reference): how the roll is, said once all that precedes is printed. */
export const confirmRequest = Uint8Array.of(0x1d, 0x72, 1)

/** Bits 4 and 7 are never set in what answers GS r, 2 and 3 both are where there is no paper: that confirms nothing. */
export const isConfirmation = (byte: number): boolean => (byte & 0x90) === 0 && (byte & 0x0c) !== 0x0c

/** Bits 1 and 4 are always set, 0 and 7 never: anything else is not a status. */
export const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12

/**
 * What three status bytes say, in the order of the requests (Epson, ESC/POS reference, DLE EOT). Undefined when the
 * answer is short or is no status: a printer that can't say is not at fault.
 */
export function escposSaid(answer: Uint8Array): PrinterSaid | undefined {
  const [printer, offline, paper] = answer
  if (printer === undefined || offline === undefined || paper === undefined) return undefined
  if (![printer, offline, paper].every(isStatus)) return undefined
  // Bits 2 and 3 of the third: the sensor of the roll's near end.
  return { problem: problemOf(printer, offline, paper), nearEnd: (paper & 0x0c) !== 0 }
}

function problemOf(printer: number, offline: number, paper: number): PrinterProblem | null {
  if (offline & 0x04) return 'coverOpen'
  if (paper & 0x60 || offline & 0x20) return 'paperOut'
  if (offline & 0x40) return 'deviceError'
  if (printer & 0x08) return 'offline'
  return null
}
