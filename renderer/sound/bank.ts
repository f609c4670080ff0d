import type { ClipName } from '../../shared/messages/voice.fr.ts'

/** The recorded pieces, by name. */
export type Bank = {
  /** Those of a phrase, ready to be played. @throws when one is missing or can't be decoded */
  load(context: BaseAudioContext, clips: readonly ClipName[]): Promise<ReadonlyMap<ClipName, AudioBuffer>>
}

function bytesOf(dataAddress: string): ArrayBuffer {
  const text = atob(dataAddress.slice(dataAddress.indexOf(',') + 1))
  return Uint8Array.from(text, (character) => character.charCodeAt(0)).buffer
}

/**
 * The project's own bank, read from the disk at the first word. Each piece is decoded once and kept: about twenty
 * megabytes once all have been said.
 */
export function openBank(): Bank {
  const decoded = new Map<ClipName, Promise<AudioBuffer>>()

  const decode = async (context: BaseAudioContext, clip: ClipName): Promise<AudioBuffer> => {
    const { clips } = await import('./clips.ts')
    const data = clips.get(clip)
    if (data === undefined) throw new Error(`no recording for ${clip}`)
    return context.decodeAudioData(bytesOf(data))
  }

  const get = (context: BaseAudioContext, clip: ClipName): Promise<AudioBuffer> => {
    const known = decoded.get(clip)
    if (known) return known
    const made = decode(context, clip)
    decoded.set(clip, made)
    // A failure (a file that did not come) is tried again at the next call.
    made.catch(() => decoded.delete(clip))
    return made
  }

  return {
    load: async (context, clips) => {
      const names = [...new Set(clips)]
      const buffers = await Promise.all(names.map(async (clip) => [clip, await get(context, clip)] as const))
      return new Map(buffers)
    },
  }
}
