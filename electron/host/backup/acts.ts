import { done } from '../core/answer.ts'
import type { HandlersOf } from '../core/part.ts'
import type { Keeper } from './keeper.ts'

/** Acts on this machine's backups, done at once: repeating one makes one more backup, or sets the same again. */
export const backupHandlers = (keeper: Pick<Keeper, 'make' | 'setOutside'>): HandlersOf<'backup'> => ({
  'backup.make': async () => {
    const made = await keeper.make()
    if (typeof made === 'string') return { code: made }
    return { text: JSON.stringify({ name: made.name, at: made.at, seq: made.seq }) }
  },
  'backup.setOutside': async ({ input }) => {
    const refusal = await keeper.setOutside(input.outside)
    return refusal === null ? done : { code: refusal }
  },
})
