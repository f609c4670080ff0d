import type { FileRegime } from '../../contract/files/file.ts'
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
