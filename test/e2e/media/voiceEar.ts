/** A sound that can be recognised. */
export type Template = { readonly name: string; readonly samples: Float32Array }

/** What was heard, where (seconds), and how alike it is (1: the very same); « ? » for what is like nothing known. */
export type Heard = {
  readonly name: string
  readonly at: number
  readonly end: number
  readonly likeness: number
}

/** Above the chime's tail under the words, below the faintest beginning of a word. */
const audible = 0.004
/** Two recordings of the bank are never so alike; the same one, played whole and alone, always is. */
const same = 0.985

const firstAudible = (samples: Float32Array, from: number): number => {
  for (let at = from; at < samples.length; at++) if (Math.abs(samples[at] ?? 0) > audible) return at
  return -1
}

/** Normalised correlation of a template with what is heard from a place on. */
function likeness(samples: Float32Array, from: number, template: Float32Array, length: number): number {
  let product = 0
  let ours = 0
  let theirs = 0
  // Run a billion times in a journey: one number each, where pairs would take three times as long.
  for (let at = 0; at < length; at++) {
    const heard = samples[from + at] ?? 0
    const known = template[at] ?? 0
    product += heard * known
    ours += heard * heard
    theirs += known * known
  }
  return ours === 0 || theirs === 0 ? 0 : product / Math.sqrt(ours * theirs)
}

const whole = (samples: Float32Array, from: number, template: Float32Array): number =>
  likeness(samples, from, template, template.length)

/**
 * Reads a rendering as a listener would, knowing the recordings and nothing of what was meant to be played: at each
 * beginning of sound, the recording whose correlation says that it is the one.
 */
export function recognise(
  samples: Float32Array,
  templates: readonly Template[],
  rate: number,
): readonly Heard[] {
  const heard: Heard[] = []
  const onsets = templates.map((template) => firstAudible(template.samples, 0))
  for (let at = firstAudible(samples, 0); at !== -1;) {
    const begins = at
    const found = templates
      .flatMap((template, index) =>
        // The tail of a chime may hide the very beginning of a word, or be taken for it: some milliseconds around.
        Array.from({ length: 9 }, (_, lag) => begins - (onsets[index] ?? 0) + lag - 4)
          .filter((from) => from >= 0)
          // Most are unlike it from their first tenth of a second.
          .filter((from) => likeness(samples, from, template.samples, rate / 10) > 0.9)
          .map((from) => ({ template, from, alike: whole(samples, from, template.samples) })),
      )
      .toSorted((one, other) => other.alike - one.alike)[0]
    if (!found || found.alike < same) {
      heard.push({ name: '?', at: at / rate, end: at / rate, likeness: found?.alike ?? 0 })
      at = firstAudible(samples, at + Math.round(rate / 20))
      continue
    }
    const end = found.from + found.template.samples.length
    heard.push({ name: found.template.name, at: found.from / rate, end: end / rate, likeness: found.alike })
    at = firstAudible(samples, end)
  }
  return heard
}
