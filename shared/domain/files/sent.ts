import type { FileDecision } from '../../contract/files/file.ts'
import type { LocalDate } from '../../contract/ids.ts'

// What of a file's forwardings holds: one that was noted by mistake sent nothing.

/** Whether a forwarding holds. */
export const holds = ({ mistaken }: { readonly mistaken?: object | undefined }): boolean =>
  mistaken === undefined

/**
 * The rank of the forwarding that may still be noted as a mistake: the last that holds, while nothing of its recipient was
 * recorded since, a decision or a title; null where there is none.
 */
export function mistakable({
  forwarded,
  decision,
  title,
}: {
  readonly forwarded: readonly { readonly on: LocalDate; readonly mistaken?: object | undefined }[]
  readonly decision: { readonly decision: FileDecision } | null
  readonly title: { readonly arrivedOn: LocalDate } | null
}): number | null {
  const rank = forwarded.findLastIndex(holds)
  const sent = forwarded[rank]
  if (sent === undefined || decision !== null) return null
  return title !== null && title.arrivedOn >= sent.on ? null : rank
}
