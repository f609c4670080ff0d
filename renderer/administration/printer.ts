import type { PrinterId } from '../../shared/contract/ids.ts'
import { Printer } from '../../shared/contract/office.ts'
import { screenPrinter, wordFor } from '../../shared/domain/defaults.ts'
import { settings } from '../../shared/messages/settings.fr.ts'

/** A printer as people choose it; its transport follows. */
export const printerKinds = ['screen', 'tcp', 'cups', 'system'] as const
export type PrinterKind = (typeof printerKinds)[number]
export type PrinterDraft = {
  readonly kind: PrinterKind
  readonly name: string
  readonly address: string
  readonly paper: Printer['paper']
}
export type PrinterWrong = { readonly name?: string; readonly address?: string }

export const screenDraft: PrinterDraft = { kind: 'screen', name: '', address: '', paper: 'thermal80' }

/** A host and a port, a queue's name, a device's name. */
const addresses: Readonly<Record<PrinterKind, { readonly is: RegExp; readonly wrong: string }>> = {
  screen: { is: /^/, wrong: '' },
  tcp: { is: /^[A-Za-z0-9.-]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$/, wrong: settings.wrong.tcpAddress },
  cups: { is: /^[^\s/#?]+$/, wrong: settings.wrong.cupsAddress },
  system: { is: /\S/, wrong: settings.wrong.systemAddress },
}

/** A receipt printer on the network speaks no page: its paper is not a choice. */
const paperOf = ({ kind, paper }: PrinterDraft) => (kind === 'tcp' ? ('thermal80' as const) : paper)

const transportOf = (draft: PrinterDraft): Printer['transport'] => {
  switch (draft.kind) {
    case 'screen':
      return 'preview'
    case 'tcp':
      return 'tcp'
    case 'cups':
      return paperOf(draft) === 'a4' ? 'cupsPdf' : 'cupsRaw'
    case 'system':
      return 'chromium'
  }
}

/**
 * The printer of a draft, or what its fields lack. An empty name takes the paper's own.
 * @param taken the short words that other printers have
 */
export function printerFrom(
  draft: PrinterDraft,
  taken: ReadonlySet<string>,
): { readonly printer: Printer } | { readonly wrong: PrinterWrong } {
  if (draft.kind === 'screen') return { printer: screenPrinter }
  const address = draft.address.trim()
  const port = draft.kind === 'tcp' ? Number(address.slice(address.lastIndexOf(':') + 1)) : 1
  const { is, wrong } = addresses[draft.kind]
  if (!is.test(address) || port < 1 || port > 65_535) return { wrong: { address: wrong } }
  const paper = paperOf(draft)
  const name = draft.name.trim() || settings.printer.usualName[paper]
  const parsed = Printer.safeParse({
    printerId: wordFor(name, taken, 'imprimante') as PrinterId,
    name,
    transport: transportOf(draft),
    address,
    paper,
  })
  return parsed.success ? { printer: parsed.data } : { wrong: { name: settings.wrong.printerName } }
}
