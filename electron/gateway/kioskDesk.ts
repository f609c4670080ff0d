import type { TicketNumber } from '../../shared/contract/ids.ts'
import { KioskFile, ProvisionalPaper } from '../../shared/contract/queue/provisional.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { readPrivate, writePrivate } from '../host/core/privateFiles.ts'
import type { Log } from '../host/core/log.ts'
import type { Sheet } from '../printing/sheet.ts'
import type { PaperDesk } from './paper.ts'

/** What a kiosk's page asks of its own machine while the host is away. Never throws. */
export type KioskDesk = {
  /** What was kept; null where nothing is, or nothing that can be read. */
  read(): KioskFile | null
  /** Whether it is on the disk now: a number is shown only then. */
  write(given: unknown): boolean
  /** Whether a printer of this machine took the paper. */
  print(given: unknown): Promise<boolean>
}

/** @param file replaced whole, and written to the disk before the answer */
export function createKioskDesk(
  file: string,
  desk: Pick<PaperDesk, 'print' | 'devices'>,
  log: Log,
): KioskDesk {
  return {
    read() {
      try {
        return KioskFile.parse(JSON.parse(readPrivate(file)))
      } catch (error) {
        const cause = error instanceof Error ? (error.cause ?? error) : error
        const absent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
        if (!absent) log.fault('kioskUnreadable', error)
        return null
      }
    },
    write(given) {
      const kept = KioskFile.safeParse(given)
      if (!kept.success) return false
      try {
        writePrivate(file, `${JSON.stringify(kept.data)}\n`)
        return true
      } catch (error) {
        log.fault('kioskUnwritable', error)
        return false
      }
    },
    async print(given) {
      const paper = ProvisionalPaper.safeParse(given)
      if (!paper.success) return false
      try {
        const [device, ...others] = await desk.devices()
        // Of several printers none is known to be the kiosk's: its screen says the number.
        if (device === undefined || others.length > 0) return false
        const sheet = await paperOf(paper.data)
        await desk.print(sheet.html, device, sheet.size)
        return true
      } catch (error) {
        log.fault('kioskPrint', error)
        return false
      }
    },
  }
}

/** The paper of a provisional number, on a roll of 80 mm. */
export async function paperOf(paper: ProvisionalPaper): Promise<Sheet> {
  // Read with the first paper: what draws codes is the largest part of the program, and no window waits for it.
  const { sheetHtml } = await import('../printing/sheet.ts')
  return sheetHtml(
    {
      title: `Ticket ${ticketNumber(paper.number as TicketNumber)}`,
      reprint: false,
      paper: {
        of: 'ticket',
        ticket: {
          ...paper,
          provisional: true,
          ahead: 0,
          bring: [],
          announced: null,
          appointmentAt: null,
          requests: 1,
          replaces: false,
          follow: null,
        },
      },
    },
    'thermal80',
  )
}
