import { z } from 'zod'
import type { IsOwnAddress } from '../define.ts'
import { PrinterId } from '../ids.ts'
import { isNetworkPrinter } from '../network/hostAddresses.ts'
import { line, written } from '../typed.ts'

/** Character tables that receipt printers have; which ones a printer has is in its manual, and its test page shows it. */
export const codepages = [
  'windows1252',
  'cp437',
  'cp850',
  'cp852',
  'cp858',
  'cp866',
  'cp1125',
  'windows1250',
  'windows1251',
] as const
export const Codepage = z.enum(codepages)
export type Codepage = z.infer<typeof Codepage>
/** The code pages that every printer of Epson's family has. Windows-1252 first, because French then needs no switch at all. */
export const usualCodepages: readonly Codepage[] = ['windows1252', 'cp437', 'cp852', 'cp866']

/**
 * `preview` prints nothing: the page shows the paper. Addresses: `host:port` (tcp), a queue's name (cups), a
 * device's name (chromium, windowsRaw), a folder of the host's machine (file). The options came later than the
 * first journals: each one absent is what every printer did before.
 */
export const Printer = z.strictObject({
  printerId: PrinterId,
  name: line,
  transport: z.enum(['tcp', 'cupsRaw', 'cupsPdf', 'windowsRaw', 'chromium', 'filePdf', 'fileRaw', 'preview']),
  address: written.max(200),
  paper: z.enum(['thermal80', 'thermal58', 'label58', 'a4']),
  /** A cash drawer on this pin of the printer's own plug; absent: none. */
  drawer: z.enum(['pin2', 'pin5']).optional(),
  /** Absent: `partial`. */
  cutter: z.enum(['none', 'partial', 'full']).optional(),
  /** Absent: those that every printer of Epson's family has. */
  codepages: z.array(Codepage).min(1).max(codepages.length).optional(),
  /** The height of each label of a `label58` roll, in millimetres; absent: the roll is continuous. */
  label: z.strictObject({ heightMm: z.int().min(20).max(200) }).optional(),
})
export type Printer = z.infer<typeof Printer>

/**
 * What printers name of the host's machine: a folder, a queue or a device of its own, an address that is none of the local
 * network's printers. A paper that stays on the screen names nothing.
 */
export const printersOfHost = (
  { printers }: { readonly printers: readonly Printer[] },
  isOwn: IsOwnAddress,
) =>
  printers
    .filter(
      ({ transport, address }) =>
        transport !== 'preview' && !(transport === 'tcp' && isNetworkPrinter(address, isOwn)),
    )
    .map(({ transport, address }) => `${transport} ${address}`)
