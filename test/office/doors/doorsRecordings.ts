import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { pieceBytes } from '../../../shared/contract/media/recordings.ts'
import { output, refusal, unknownId, type DoorUnderTest } from './door.ts'

/** Two pieces and a bit, that begin as a video does. */
const video = Buffer.alloc(2 * pieceBytes + 7, 'webm')
video.set([0x1a, 0x45, 0xdf, 0xa3])
const pieces = [0, 1, 2].map((index) =>
  video.subarray(index * pieceBytes, (index + 1) * pieceBytes).toString('base64'),
)

/** The office records the rule in sign language; the kiosk and the display read it, then it is erased. */
export async function recordingsLive(door: DoorUnderTest, used: Set<string>): Promise<void> {
  const act = <T>(holder: string, name: string, input: unknown = {}) => {
    used.add(name)
    return output<T>(door.call(holder, name, input))
  }
  const ask = <T>(holder: string, name: string, input: unknown = {}) =>
    output<T>(door.call(holder, name, input))
  const refused = (holder: string, name: string, input: unknown) => refusal(door.call(holder, name, input))
  const about = {
    what: { of: 'rule' },
    lang: 'lsf',
    milliseconds: 4000,
    transcript: 'Chacun passe à son tour.',
    sha256: createHash('sha256').update(video).digest('hex'),
  }
  expect(await refused('admin', 'recording.add', about)).toBe('recordingIncomplete')
  // A piece that comes before its turn is not taken for another; the first one begins again.
  await act('admin', 'recording.send', { index: 0, bytes: pieces[1] })
  expect(await refused('admin', 'recording.send', { index: 2, bytes: pieces[2] })).toBe('recordingIncomplete')
  for (const [index, bytes] of pieces.entries()) await act('admin', 'recording.send', { index, bytes })
  // Sent again after a cut.
  await act('admin', 'recording.send', { index: 2, bytes: pieces[2] })
  expect(await refused('admin', 'recording.send', { index: 3, bytes: pieces[0] })).toBe('recordingIncomplete')
  const wrong = { ...about, sha256: '0'.repeat(64) }
  expect(await refused('admin', 'recording.add', wrong)).toBe('recordingIncomplete')
  const { recordingId } = await act<{ recordingId: string }>('admin', 'recording.add', about)
  const { recordings } = await ask<{ recordings: readonly object[] }>('display', 'recordings.view')
  expect(recordings).toMatchObject([
    { recordingId, size: video.length, pieces: 3, format: 'webm', current: true },
  ])
  const read = async (holder: string) => {
    const parts: Buffer[] = []
    for (const index of pieces.keys()) {
      const { bytes } = await ask<{ bytes: string }>(holder, 'recording.piece', { recordingId, index })
      parts.push(Buffer.from(bytes, 'base64'))
    }
    return Buffer.concat(parts)
  }
  expect((await read('kiosk')).equals(video)).toBe(true)
  expect((await read('display')).equals(video)).toBe(true)
  for (const asked of [
    { recordingId, index: 3 },
    { recordingId: unknownId, index: 0 },
  ])
    expect(await refused('kiosk', 'recording.piece', asked)).toBe('unknownRecording')
  expect(await refused('kiosk', 'recording.remove', { recordingId })).toBe('forbiddenRole')
  await act('admin', 'recording.remove', { recordingId })
  expect(await refused('kiosk', 'recording.piece', { recordingId, index: 0 })).toBe('unknownRecording')
}
