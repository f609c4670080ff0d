import type { Input } from '../../../shared/contract/index.ts'
import type { KeepingCommand } from '../../../shared/domain/decision.ts'
import type { Answer } from '../core/deciding.ts'
import type { Keeper } from './keeper.ts'

const names: ReadonlySet<string> = new Set<KeepingCommand>(['backup.make', 'backup.setOutside'])
export const isKeepingCommand = (name: string): name is KeepingCommand => names.has(name)

/** An act on this machine's backups, done at once: repeating it makes one more, or sets the same again. */
export async function keepingAct(keeper: Keeper, name: KeepingCommand, input: unknown): Promise<Answer> {
  if (name === 'backup.setOutside') {
    const refusal = await keeper.setOutside((input as Input<'backup.setOutside'>).outside)
    return refusal === null ? { text: '{}' } : { code: refusal }
  }
  const made = await keeper.make()
  if (typeof made === 'string') return { code: made }
  return { text: JSON.stringify({ name: made.name, at: made.at, seq: made.seq }) }
}
