import type { Input, Output } from '../../../shared/contract/index.ts'
import { pieceBytes } from '../../../shared/contract/media/recordings.ts'
import type { Link } from '../../link/link.ts'
import type { Result } from '../../../shared/rpc/connect.ts'

/** `btoa` takes letters, and so many at a time. */
const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))

/**
 * Sends a recording piece by piece, then has it kept; the first refusal ends it, and nothing is kept.
 * @param onPart told how much has gone, in hundredths
 */
export async function sendRecording(
  link: Link,
  bytes: Uint8Array,
  about: Input<'recording.add'>,
  onPart: (part: number) => void,
): Promise<Result<Output<'recording.add'>>> {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    onPart(Math.floor((from / bytes.length) * 100))
    const piece = base64(bytes.subarray(from, from + pieceBytes))
    const result = await link.act('recording.send', { index: from / pieceBytes, bytes: piece })
    if ('error' in result) return result
  }
  return link.act('recording.add', about)
}
