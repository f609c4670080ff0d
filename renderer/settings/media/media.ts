import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { mostBytesIn, type RecordingLanguage } from '../../../shared/contract/media/recordings.ts'
import { fits, formatOf } from '../../../shared/domain/media/recordings.ts'
import { recordings as words } from '../../../shared/messages/media/recordings.fr.ts'

/** A file that was really read here: its bytes, its hash in hexadecimal, and how long it lasts. */
export type Media = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
  readonly milliseconds: number
  /** Its address in this page; whoever no longer shows it lets it go. */
  readonly url: string
}

const longest = 600_000

/** Reads a file and decodes it: a name and a beginning make neither a video nor a voice. What is wrong is said in French. */
export async function mediaOf(
  file: File,
  lang: RecordingLanguage,
): Promise<Media | { readonly wrong: string }> {
  const most = mostBytesIn(lang)
  // A huge file is not read to be refused.
  if (file.size > most) return { wrong: words.wrong.tooBig(words.size(file.size), words.size(most)) }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const format = formatOf(bytes.subarray(0, 64))
  if (format === null || !fits(lang, format)) return { wrong: words.wrong.kind(lang === 'lsf') }
  const url = URL.createObjectURL(
    new Blob([bytes], { type: `${lang === 'lsf' ? 'video' : 'audio'}/${format}` }),
  )
  try {
    const seconds = lang === 'lsf' ? await videoLength(url) : await soundLength(bytes)
    const milliseconds = Math.max(1, Math.round(seconds * 1000))
    if (milliseconds <= longest) return { bytes, sha256: bytesToHex(sha256(bytes)), milliseconds, url }
    URL.revokeObjectURL(url)
    return { wrong: words.wrong.tooLong }
  } catch {
    URL.revokeObjectURL(url)
    return { wrong: words.wrong.unreadable }
  }
}

/** All of it decoded, as a loudspeaker would have it. */
const soundLength = async (bytes: Uint8Array<ArrayBuffer>): Promise<number> => {
  const { duration } = await new OfflineAudioContext(1, 1, 44_100).decodeAudioData(bytes.slice().buffer)
  return duration
}

/** Its first picture is drawn and its end is found; what a camera records as it goes says no length before that. */
function videoLength(url: string): Promise<number> {
  const video = document.createElement('video')
  video.muted = true
  return new Promise<number>((found, failed) => {
    video.addEventListener('error', () => failed(new Error('media')))
    video.addEventListener(
      'loadeddata',
      () => {
        // A sound alone is no video.
        if (video.videoWidth === 0) return failed(new Error('no picture'))
        if (Number.isFinite(video.duration)) return found(video.duration)
        video.addEventListener('seeked', () => found(video.duration), { once: true })
        video.currentTime = Number.MAX_SAFE_INTEGER
      },
      { once: true },
    )
    video.src = url
  })
}
