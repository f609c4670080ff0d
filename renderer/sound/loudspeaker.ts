/** Where announcements are played: the machine's loudspeaker; a test renders them instead. */
export type Sound = {
  readonly context: BaseAudioContext
  running(): boolean
  wake(): Promise<void>
  /** Resolves once the context's time has come to `at` (seconds); with false when it no longer goes on. */
  until(at: number): Promise<boolean>
  close(): void
}

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Milliseconds without any progress after which a loudspeaker is held for gone (unplugged, machine asleep). */
const patience = 4_000

/** The machine's loudspeaker, opened at once: a browser takes a moment to say whether it lets a page be heard. */
export function openLoudspeaker(): Sound {
  const context = new AudioContext()
  return {
    context,
    running: () => context.state === 'running',
    wake: () => context.resume().catch(() => {}),
    until: async (at) => {
      let last = context.currentTime
      let stuck = 0
      while (context.state === 'running' && stuck < patience) {
        const left = at - context.currentTime
        if (left <= 0) return true
        const ms = Math.min(Math.max(left * 1000, 20), 1_000)
        await sleep(ms)
        stuck = context.currentTime > last ? 0 : stuck + ms
        last = context.currentTime
      }
      return false
    },
    close: () => void context.close().catch(() => {}),
  }
}
