import type { Announcer } from './announcer.ts'
import { openBank } from './bank.ts'
import { openLoudspeaker } from './loudspeaker.ts'
import { createPlayer } from './player.ts'
import { createQueue, type QueueOptions } from './queue.ts'

/** The waiting room's chime and voice, on this machine's loudspeaker. */
export const createVoice = (options: QueueOptions): Announcer =>
  createQueue(createPlayer(openLoudspeaker(), openBank()), options)
