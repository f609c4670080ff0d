import type { FileRegime } from '../../contract/files/file.ts'
import type { LocalDate } from '../../contract/ids.ts'
import type { Refused } from '../decision.ts'
import { isWithAnother } from './whoDecides.ts'
import type { FileState } from './state.ts'

/**
 * Why a file is acknowledged; null where nothing has it so. A request is by its own rules (CRPA L112-3, R112-4). A declaration
 * asks for nothing, but what is sent by electronic means is acknowledged whatever it is, by whom it is for (L112-11: « tout
 * envoi »).
 */
export function acknowledgementOwed({
  channel,
  regime: { acknowledgement, nature, collectsOnly },
}: Pick<FileState, 'channel' | 'regime'>): Pick<
  FileRegime['acknowledgement'],
  'sources' | 'toConfirm'
> | null {
  if (acknowledgement.due) return acknowledgement
  return channel === 'email' && nature === 'declaration' && !collectsOnly
    ? { sources: [{ title: 'CRPA, art. L112-11', id: null }], toConfirm: false }
    : null
}

/**
 * Why no acknowledgement of a file is given any more: what was decided waits for nothing, and of what was sent to who decides
 * it is theirs to give (CRPA L112-3, L114-4).
 */
export function acknowledgementBarred(
  file: Pick<FileState, 'decision' | 'forwarded'>,
): Refused<'fileAlreadyDecided' | 'acknowledgedElsewhere'> | undefined {
  if (file.decision !== null) return { refusal: 'fileAlreadyDecided' }
  return isWithAnother(file) ? { refusal: 'acknowledgedElsewhere' } : undefined
}

/** The same, as the file stood at the end of a day. */
export const acknowledgementBarredBy = (
  { decision, forwarded }: Pick<FileState, 'decision' | 'forwarded'>,
  day: LocalDate,
): ReturnType<typeof acknowledgementBarred> =>
  acknowledgementBarred({
    decision: decision !== null && decision.on <= day ? decision : null,
    forwarded: forwarded.filter(({ on }) => on <= day),
  })
