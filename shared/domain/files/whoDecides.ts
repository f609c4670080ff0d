import type { FileDecision } from '../../contract/files/file.ts'
import { holds } from './sent.ts'

// Who decides on a file: this office, or another authority.

type Sent = {
  readonly forwarded: readonly { readonly competent: boolean; readonly mistaken?: object | undefined }[]
  readonly decision: { readonly decision: FileDecision; readonly by: 'office' | 'authority' } | null
}

/**
 * Sent to who decides: what the law wants of the competent authority is no longer this office's to do (CRPA L114-2, L114-4).
 * A copy sent afterwards for information changes nothing of it. What this office decided expressly stays its own; silence
 * there is that of the authority.
 */
export const isWithAnother = ({ forwarded, decision }: Sent): boolean =>
  forwarded.some((sent) => sent.competent && holds(sent)) &&
  (decision?.by !== 'office' || decision.decision.startsWith('implicit'))

/** Whether another decides on it: the rules say so, or it was sent there. */
export const isDecidedElsewhere = (
  file: Sent & { readonly regime: { readonly collectsOnly: boolean } },
): boolean => file.regime.collectsOnly || isWithAnother(file)
