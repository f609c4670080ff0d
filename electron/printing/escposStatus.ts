import type { PrinterProblem } from '../../shared/messages/documents.fr.ts'

/** DLE EOT 1 (printer), 2 (why it is offline), 4 (paper): answered at once, a byte each, by printers that can. */
export const statusRequests = Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4)

/** Bits 1 and 4 are always set, 0 and 7 never: anything else is not a status. */
const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12

/**
 * What three status bytes say, in the order of the requests (Epson, ESC/POS reference, DLE EOT). Undefined when
 * all is well, or when the answer is short or is no status: a printer that can't say is not at fault.
 */
export function escposProblem(answer: Uint8Array): PrinterProblem | undefined {
  const [printer, offline, paper] = answer
  if (printer === undefined || offline === undefined || paper === undefined) return undefined
  if (![printer, offline, paper].every(isStatus)) return undefined
  if (offline & 0x04) return 'coverOpen'
  if (paper & 0x60 || offline & 0x20) return 'paperOut'
  if (offline & 0x40) return 'deviceError'
  if (printer & 0x08) return 'offline'
  return undefined
}
