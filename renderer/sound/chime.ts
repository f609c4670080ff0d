import { outputOf } from './output.ts'

/** Two tones, a falling major third (E5, C5), as public address systems have: hertz, seconds from the start. */
const tones = [
  { hertz: 659.25, at: 0 },
  { hertz: 523.25, at: 0.45 },
]
/** Seconds that a tone takes to fade, and its loudness from 0 to 1. */
const fading = { fade: 1.4, loud: 0.4 }
/** Seconds after which words can follow: what still fades is then 50 dB lower than it was. */
const heard = 1.4

/** One tone of a struck bar: its fundamental and a soft octave, with a sharp start and a long end. */
function strike(context: BaseAudioContext, hertz: number, at: number): void {
  const volume = context.createGain()
  volume.connect(outputOf(context, 'chime'))
  volume.gain.setValueAtTime(0.0001, at)
  volume.gain.exponentialRampToValueAtTime(fading.loud, at + 0.012)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + fading.fade)
  for (const [multiple, part] of [
    [1, 1],
    [2, 0.2],
  ] as const) {
    const oscillator = context.createOscillator()
    const share = context.createGain()
    oscillator.frequency.value = hertz * multiple
    share.gain.value = part
    oscillator.connect(share).connect(volume)
    // Nothing of it stays in the context once it was heard.
    oscillator.addEventListener(
      'ended',
      () => {
        oscillator.disconnect()
        share.disconnect()
        if (multiple === 1) volume.disconnect()
      },
      { once: true },
    )
    oscillator.start(at)
    oscillator.stop(at + fading.fade)
  }
}

/**
 * A synthesised chime: nothing to load, and as loud on every machine.
 * @param at seconds, on the context's clock
 * @returns seconds after which words can follow
 */
export function ring(context: BaseAudioContext, at: number): number {
  for (const tone of tones) strike(context, tone.hertz, at + tone.at)
  return heard
}
