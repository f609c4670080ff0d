import type { PrinterId } from '../../shared/contract/ids.ts'
import type { Printer } from '../../shared/contract/printing/printers.ts'

/** Tells, at each look, which printers' settings have changed since the last one: they are tried again at once. */
export function printerChanges(prints: (printerId: PrinterId) => boolean) {
  const lastSeen = new Map<PrinterId, string>()
  return (printers: readonly Printer[]): ReadonlySet<PrinterId> => {
    const changed = new Set<PrinterId>()
    const here = new Set(printers.map(({ printerId }) => printerId))
    for (const printerId of lastSeen.keys()) if (!here.has(printerId)) lastSeen.delete(printerId)
    for (const printer of printers) {
      const { printerId } = printer
      const [before, now] = [lastSeen.get(printerId), JSON.stringify(printer)]
      // A try under way is the old printer's: what was changed meanwhile counts once it has ended.
      if (before !== undefined && before !== now && prints(printerId)) continue
      if (before !== undefined && before !== now) changed.add(printerId)
      lastSeen.set(printerId, now)
    }
    return changed
  }
}
