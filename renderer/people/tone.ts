import type { Preferences } from '../../shared/contract/people/preferences.ts'
import { openLoudspeaker, type Sound } from '../sound/loudspeaker.ts'

/** Hertz, seconds, and the loudness from 0 to 1: short and round, beside a person who speaks. */
const tone = { hertz: 880, fade: 0.35, soft: 0.06, loud: 0.3 } as const

let speaker: Sound | null = null

/** One short tone on this machine's loudspeaker; nothing where it has none, or may not sound yet. */
export function playTone(loudness: Exclude<Preferences['sound'], 'none'>): void {
  speaker ??= openLoudspeaker()
  const { context } = speaker
  void speaker.wake().then(() => {
    const oscillator = context.createOscillator()
    const volume = context.createGain()
    oscillator.frequency.value = tone.hertz
    const at = context.currentTime
    volume.gain.setValueAtTime(tone[loudness], at)
    volume.gain.exponentialRampToValueAtTime(0.0001, at + tone.fade)
    oscillator.connect(volume).connect(context.destination)
    // Nothing of it stays in the context once it was heard.
    oscillator.addEventListener('ended', () => volume.disconnect(), { once: true })
    oscillator.start(at)
    oscillator.stop(at + tone.fade)
  })
}
