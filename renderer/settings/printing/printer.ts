import type { PrinterId } from '../../../shared/contract/ids.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { Printer, usualCodepages, type Codepage } from '../../../shared/contract/printing/printers.ts'
import { screenPrinter, wordFor } from '../../../shared/domain/office/defaults.ts'
import { settings } from '../../../shared/messages/office/settings.fr.ts'

/** A printer as people choose it; its transport follows. */
export const printerKinds = ['screen', 'tcp', 'cups', 'windows', 'system', 'folder', 'bytes'] as const
/** Whether a printer of this kind is a thing of the office's machine. */
export const isOfHost = (kind: PrinterKind): boolean => kind !== 'screen' && kind !== 'tcp'
export type PrinterKind = (typeof printerKinds)[number]
export type PrinterDraft = {
  readonly kind: PrinterKind
  readonly name: string
  readonly address: string
  readonly paper: Printer['paper']
  readonly cutter: NonNullable<Printer['cutter']>
  readonly drawer: NonNullable<Printer['drawer']> | 'none'
  readonly codepages: readonly Codepage[]
  /** As typed; empty for a continuous roll. */
  readonly labelHeight: string
}
export type PrinterWrong = {
  readonly name?: string
  readonly address?: string
  readonly labelHeight?: string
  readonly codepages?: string
}

export const screenDraft: PrinterDraft = {
  kind: 'screen',
  name: '',
  address: '',
  paper: 'thermal80',
  cutter: 'partial',
  drawer: 'none',
  codepages: usualCodepages,
  labelHeight: '',
}

/** A host and a port, a queue's name, a device's name, a folder from its root. */
const addresses: Readonly<Record<PrinterKind, { readonly is: RegExp; readonly wrong: string }>> = {
  screen: { is: /^/, wrong: '' },
  tcp: { is: /^[A-Za-z0-9.-]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$/, wrong: settings.wrong.tcpAddress },
  cups: { is: /^[^\s/#?]+$/, wrong: settings.wrong.cupsAddress },
  windows: { is: /\S/, wrong: settings.wrong.systemAddress },
  system: { is: /\S/, wrong: settings.wrong.systemAddress },
  folder: { is: /^\/|^[A-Za-z]:[\\/]|^\\\\/, wrong: settings.wrong.folderAddress },
  bytes: { is: /^\/|^[A-Za-z]:[\\/]|^\\\\/, wrong: settings.wrong.folderAddress },
}

const kindOf: Readonly<Record<Printer['transport'], PrinterKind>> = {
  preview: 'screen',
  tcp: 'tcp',
  cupsRaw: 'cups',
  cupsPdf: 'cups',
  windowsRaw: 'windows',
  chromium: 'system',
  filePdf: 'folder',
  fileRaw: 'bytes',
}

/** The papers that a kind of printer takes: those that receive bytes speak no page. */
export const papersOf = (kind: PrinterKind): readonly Printer['paper'][] =>
  kind === 'tcp' || kind === 'windows' || kind === 'bytes'
    ? ['thermal80', 'thermal58', 'label58']
    : ['thermal80', 'thermal58', 'label58', 'a4']

const paperOf = ({ kind, paper }: PrinterDraft): Printer['paper'] =>
  papersOf(kind).includes(paper) ? paper : 'thermal80'

const transportOf = (draft: PrinterDraft): Printer['transport'] => {
  switch (draft.kind) {
    case 'screen':
      return 'preview'
    case 'tcp':
      return 'tcp'
    case 'cups':
      return paperOf(draft) === 'a4' ? 'cupsPdf' : 'cupsRaw'
    case 'windows':
      return 'windowsRaw'
    case 'system':
      return 'chromium'
    case 'folder':
      return 'filePdf'
    case 'bytes':
      return 'fileRaw'
  }
}

/** Whether it receives a receipt printer's bytes: it then has a cutter, perhaps a drawer, and tables of characters. */
export const takesBytes = (draft: PrinterDraft): boolean =>
  ['tcp', 'cupsRaw', 'windowsRaw', 'fileRaw'].includes(transportOf(draft))

/** A printer of the settings, to be changed. */
export const draftOf = (printer: Printer): PrinterDraft => ({
  ...screenDraft,
  kind: kindOf[printer.transport],
  name: printer.name,
  address: printer.address,
  paper: printer.paper,
  cutter: printer.cutter ?? screenDraft.cutter,
  drawer: printer.drawer ?? 'none',
  codepages: printer.codepages ?? usualCodepages,
  labelHeight: printer.label ? String(printer.label.heightMm) : '',
})

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each) => other.includes(each))

/** What was said of it besides; what is as usual is left unsaid. */
function optionsOf(draft: PrinterDraft): Pick<Printer, 'cutter' | 'drawer' | 'codepages' | 'label'> {
  const { cutter, drawer, codepages, labelHeight } = draft
  const bytes = takesBytes(draft)
  return {
    ...(bytes && cutter !== 'partial' ? { cutter } : {}),
    ...(bytes && drawer !== 'none' ? { drawer } : {}),
    // In their own order: the first that holds a whole line says it.
    ...(bytes && !same(codepages, usualCodepages)
      ? { codepages: [...codepages].toSorted((one, other) => rank(one) - rank(other)) }
      : {}),
    ...(paperOf(draft) === 'label58' && wordsIn(labelHeight) !== ''
      ? { label: { heightMm: Number(labelHeight) } }
      : {}),
  }
}

const rank = (codepage: Codepage): number => {
  const at = usualCodepages.indexOf(codepage)
  return at === -1 ? usualCodepages.length : at
}

/**
 * The printer of a draft, or what its fields lack. An empty name takes the paper's own.
 * @param taken the short words that other printers have
 * @param kept the short word of the printer that is changed: counters and jobs go by it
 */
export function printerFrom(
  draft: PrinterDraft,
  taken: ReadonlySet<string>,
  kept?: PrinterId,
): { readonly printer: Printer } | { readonly wrong: PrinterWrong } {
  if (draft.kind === 'screen') return { printer: screenPrinter }
  const address = wordsIn(draft.address)
  const port = draft.kind === 'tcp' ? Number(address.slice(address.lastIndexOf(':') + 1)) : 1
  const { is, wrong } = addresses[draft.kind]
  if (!is.test(address) || port < 1 || port > 65_535) return { wrong: { address: wrong } }
  const paper = paperOf(draft)
  if (paper === 'label58' && !/^\s*$|^\s*([2-9][0-9]|1[0-9]{2}|200)\s*$/.test(draft.labelHeight))
    return { wrong: { labelHeight: settings.wrong.labelHeight } }
  if (takesBytes(draft) && draft.codepages.length === 0)
    return { wrong: { codepages: settings.wrong.codepages } }
  const name = wordsIn(draft.name) || settings.printer.usualName[paper]
  const parsed = Printer.safeParse({
    printerId: kept ?? (wordFor(name, taken, 'imprimante') as PrinterId),
    name,
    transport: transportOf(draft),
    address,
    paper,
    ...optionsOf(draft),
  })
  return parsed.success ? { printer: parsed.data } : { wrong: { name: settings.wrong.printerName } }
}
