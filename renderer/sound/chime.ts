import type { Announcer } from './announcer.ts'

/** Two tones, a falling major third (E5, C5), as public address systems have: hertz, seconds from the start. */
const tones = [
  { hertz: 659.25, at: 0 },
  { hertz: 523.25, at: 0.45 },
]
/** Seconds that a tone takes to fade, and its loudness from 0 to 1. */
const ring = { fade: 1.4, loud: 0.4 }

/** One tone of a struck bar: its fundamental and a soft octave, with a sharp start and a long end. */
function strike(context: AudioContext, hertz: number, at: number): void {
  const volume = context.createGain()
  volume.connect(context.destination)
  volume.gain.setValueAtTime(0.0001, at)
  volume.gain.exponentialRampToValueAtTime(ring.loud, at + 0.012)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + ring.fade)
  for (const [multiple, part] of [
    [1, 1],
    [2, 0.2],
  ] as const) {
    const oscillator = context.createOscillator()
    const share = context.createGain()
    oscillator.frequency.value = hertz * multiple
    share.gain.value = part
    oscillator.connect(share).connect(volume)
    oscillator.start(at)
    oscillator.stop(at + ring.fade)
  }
}

/** A synthesised chime: nothing to load, and as loud on every machine. One chime however many calls came together. */
export function createChime(): Announcer {
  let context: AudioContext | null = null
  const opened = () => (context ??= new AudioContext())
  return {
    announce: (calls) => {
      const sound = opened()
      // A chime kept for later would announce a call that is past.
      if (calls.length === 0 || sound.state !== 'running') return
      for (const { hertz, at } of tones) strike(sound, hertz, sound.currentTime + 0.02 + at)
    },
    audible: () => opened().state === 'running',
    wake: () => opened().resume(),
    close: () => {
      void context?.close()
      context = null
    },
  }
}
