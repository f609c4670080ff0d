/** Recorded sound: one channel, samples from -1 to 1. */
export type Sound = { readonly rate: number; readonly samples: Float32Array }

/**
 * Reads a WAV file of 16-bit samples, several channels mixed into one.
 * @throws Error with what it is, when it is anything else
 */
export function readWave(file: Buffer): Sound {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE')
    throw new Error('ce n’est pas un fichier WAV')
  let format: { readonly channels: number; readonly rate: number } | null = null
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4)
    const start = at + 8
    // A program that writes as it speaks does not know the length beforehand: then it goes to the end.
    const size = Math.min(file.readUInt32LE(at + 4), file.length - start)
    if (name === 'fmt ') {
      const [kind, bits] = [file.readUInt16LE(start), file.readUInt16LE(start + 14)]
      // 0xFFFE: the extended header that many recorders write around the same samples.
      if ((kind !== 1 && kind !== 0xfffe) || bits !== 16)
        throw new Error(`échantillons de ${bits} bits, format ${kind} : 16 bits non compressés attendus`)
      format = { channels: file.readUInt16LE(start + 2), rate: file.readUInt32LE(start + 4) }
    }
    if (name === 'data') {
      if (!format) break
      return { rate: format.rate, samples: mixed(file.subarray(start, start + size), format.channels) }
    }
    at = start + size + (size % 2)
  }
  throw new Error('fichier WAV sans échantillons')
}

function mixed(data: Buffer, channels: number): Float32Array {
  const frames = Math.floor(data.length / 2 / channels)
  return Float32Array.from({ length: frames }, (_, frame) => {
    let sum = 0
    for (let channel = 0; channel < channels; channel++)
      sum += data.readInt16LE((frame * channels + channel) * 2)
    return sum / channels / 32768
  })
}

/** A WAV file of 16-bit samples, one channel. */
export function writeWave({ rate, samples }: Sound): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2)
  file.write('RIFF', 0, 'latin1')
  file.writeUInt32LE(36 + samples.length * 2, 4)
  file.write('WAVEfmt ', 8, 'latin1')
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36, 'latin1')
  file.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, at) =>
    file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32767), 44 + at * 2),
  )
  return file
}

/** Seconds over which loudness is measured, kept around the sound, and faded at its ends. */
const frame = { measure: 0.01, keep: 0.02, fade: 0.005 } as const
/** Below this part of the loudest measure, it is silence (-40 dB). */
const silence = 0.01
/** Mean loudness (root of mean squares) and highest sample of a prepared recording: every piece sounds as loud. */
const level = { mean: 0.16, peak: 0.9 } as const

const loudness = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length))

/**
 * The same recording without the silence around it, as loud as the others, its ends faded so that nothing clicks.
 * @throws Error when there is nothing but silence
 */
export function prepared({ rate, samples }: Sound): Sound {
  const size = Math.round(rate * frame.measure)
  const measures = Array.from({ length: Math.ceil(samples.length / size) }, (_, at) =>
    loudness(samples.subarray(at * size, (at + 1) * size)),
  )
  const loudest = Math.max(0, ...measures)
  if (loudest < 0.003) throw new Error('on n’y entend rien')
  const heard = (measure: number) => measure > loudest * silence
  const keep = Math.round(rate * frame.keep)
  const from = Math.max(0, measures.findIndex(heard) * size - keep)
  const to = Math.min(samples.length, (measures.findLastIndex(heard) + 1) * size + keep)
  const kept = samples.subarray(from, to)
  const highest = kept.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const gain = Math.min(level.mean / loudness(kept), level.peak / highest)
  const fade = rate * frame.fade
  return {
    rate,
    samples: kept.map((sample, at) => sample * gain * Math.min(1, at / fade, (kept.length - 1 - at) / fade)),
  }
}
