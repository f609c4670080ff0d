import type { z } from 'zod'
import type { FileChannel } from '../../../contract/files/file.ts'
import type { LocalDate } from '../../../contract/ids.ts'

/** How something reached the office, with its two dates where it has two. */
export interface Arrival {
  readonly channel: z.infer<typeof FileChannel>
  /** The postmark's date; null when there is none or it can't be read. */
  readonly sent: LocalDate | null
  /** For an e-mail, the date that its acknowledgement bears. */
  readonly received: LocalDate
}

/** The day that counts for the person's own deadline, and why; the office's clocks run from the receipt (CRPA L114-3). */
export interface EffectiveDate {
  readonly date: LocalDate
  readonly by: 'postmark' | 'electronicAcknowledgement' | 'receipt'
  readonly source: string | null
}

/**
 * The day on which someone who had a deadline met it: the postmark's by post (CRPA L112-1), that of the electronic
 * acknowledgement by e-mail (L112-13), else the receipt. Where the law wants the person to come in person, only the
 * receipt counts. A postmark later than the receipt is a misreading: the receipt counts.
 */
export function effectiveDate(
  { channel, sent, received }: Arrival,
  { inPerson }: { readonly inPerson: boolean },
): EffectiveDate {
  if (inPerson) return { date: received, by: 'receipt', source: 'CRPA L112-1 2°, L112-13 2°' }
  if (channel === 'post' && sent !== null && sent <= received)
    return { date: sent, by: 'postmark', source: 'CRPA L112-1' }
  if (channel === 'email') return { date: received, by: 'electronicAcknowledgement', source: 'CRPA L112-13' }
  return { date: received, by: 'receipt', source: null }
}
