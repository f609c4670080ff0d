import type { Language } from '../../shared/contract/text.ts'
import type { ClipName } from '../../shared/messages/public/voice.ts'
import { clipsOf } from './clips.ts'

/** The recorded pieces of each language, by name. */
export type Bank = {
  /** Loads the recordings of a phrase, ready to be played. @throws when one is missing or can't be decoded */
  load(
    context: BaseAudioContext,
    clips: readonly ClipName[],
    language: Language,
  ): Promise<ReadonlyMap<ClipName, AudioBuffer>>
}

function bytesOf(dataAddress: string): ArrayBuffer {
  const text = atob(dataAddress.slice(dataAddress.indexOf(',') + 1))
  return Uint8Array.from(text, (character) => character.charCodeAt(0)).buffer
}

/**
 * The project's own bank, a language of it read from the disk at its first word. Each piece is decoded once and kept:
 * about twenty megabytes for a language, once all of it has been said.
 */
export function openBank(): Bank {
  const decoded = new Map<string, Promise<AudioBuffer>>()

  const decode = async (
    context: BaseAudioContext,
    clip: ClipName,
    language: Language,
  ): Promise<AudioBuffer> => {
    const data = (await clipsOf(language)).get(clip)
    if (data === undefined) throw new Error(`no recording for ${clip} in ${language}`)
    return context.decodeAudioData(bytesOf(data))
  }

  const get = (context: BaseAudioContext, clip: ClipName, language: Language): Promise<AudioBuffer> => {
    const name = `${language}/${clip}`
    const known = decoded.get(name)
    if (known) return known
    const made = decode(context, clip, language)
    decoded.set(name, made)
    // A failure (a file that did not come) is tried again at the next call.
    made.catch(() => decoded.delete(name))
    return made
  }

  return {
    load: async (context, clips, language) => {
      const names = [...new Set(clips)]
      const buffers = await Promise.all(
        names.map(async (clip) => [clip, await get(context, clip, language)] as const),
      )
      return new Map(buffers)
    },
  }
}
