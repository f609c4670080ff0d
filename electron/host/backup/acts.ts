import { done } from '../core/answer.ts'
import type { HandlersOf } from '../core/part.ts'
import type { Keeper } from './keeper.ts'
import type { Standing } from './standing.ts'

/** Acts on this machine's backups, done at once: repeating one makes one more backup, or sets the same again. */
export const backupHandlers = (
  keeper: Pick<Keeper, 'make' | 'setOutside'>,
  standing: Pick<Standing, 'resume' | 'refused'>,
): HandlersOf<'backup'> => ({
  'journal.resume': standing.resume,
  'backup.make': async () => {
    // A backup of a journal that does not hold would be taken for a sound one.
    const unsound = standing.refused()
    if (unsound !== undefined) return { code: unsound }
    const backup = await keeper.make()
    if (typeof backup === 'string') return { code: backup }
    return { text: JSON.stringify({ name: backup.name, at: backup.at, seq: backup.seq }) }
  },
  'backup.setOutside': async ({ input }) => {
    const refusal = await keeper.setOutside(input.outside)
    return refusal === null ? done : { code: refusal }
  },
})
