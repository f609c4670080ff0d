import type { Announcer } from './announcer.ts'
import { openBank } from './bank.ts'
import { openLoudspeaker } from './loudspeaker.ts'
import { createPlayer } from './player.ts'
import { createQueue, type QueueOptions } from './queue.ts'
import { openSynthesis } from './synthesis.ts'

/** The waiting room's chime and voice, on this machine's loudspeaker. */
export const createVoice = (options: QueueOptions): Announcer =>
  createQueue(
    createPlayer(openLoudspeaker(), openBank(), {
      synthesis: openSynthesis(),
      // The application's log takes it from here (electron/system/faults.ts); a browser has its own.
      // oxlint-disable-next-line no-console
      onMissing: (language, instead) => console.warn(`recordingMissing ${language} ${instead}`),
    }),
    options,
  )
