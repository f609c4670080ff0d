/** What is heard of a page: each has its loudness, from 0 to 1. */
export type Heard = 'chime' | 'voice'

const loudness: Record<Heard, number> = { chime: 1, voice: 1 }
const outputs = new WeakMap<BaseAudioContext, Record<Heard, GainNode>>()

/** How loud this page's chime and voice are from the next sound on, from 0 to 1. */
export const setLoudness = (asked: Readonly<Record<Heard, number>>): void =>
  void Object.assign(loudness, asked)

/** Where a sound of a context goes: as loud as this page was set. */
export function outputOf(context: BaseAudioContext, what: Heard): AudioNode {
  const known = outputs.get(context) ?? { chime: context.createGain(), voice: context.createGain() }
  if (!outputs.has(context)) {
    outputs.set(context, known)
    for (const gain of Object.values(known)) gain.connect(context.destination)
  }
  known[what].gain.value = loudness[what]
  return known[what]
}
