import type { scanWords } from '../../shared/messages/identity/scan.fr.ts'

/** Why the camera shows nothing, by the words that say so. */
export type CameraFault = keyof Pick<(typeof scanWords)['camera'], 'refused' | 'none' | 'busy' | 'lost'>

/** A camera that films; `stop` puts its light out. */
export type Camera = {
  readonly stream: MediaStream
  readonly deviceId: string | null
  stop(): void
}

/**
 * Opens a camera, never the microphone.
 * @param deviceId the one that was chosen; null: the one at the back, or the only one
 * @param onLost it was unplugged, or taken by another program
 */
export async function openCamera(deviceId: string | null, onLost: () => void): Promise<Camera> {
  // A page that is not of a secure origin has no devices at all.
  if (!('mediaDevices' in navigator)) throw new DOMException('no secure origin', 'SecurityError')
  const size = { width: { ideal: 1920 }, height: { ideal: 1080 } }
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video:
      deviceId === null
        ? { ...size, facingMode: { ideal: 'environment' } }
        : { ...size, deviceId: { exact: deviceId } },
  })
  const [track] = stream.getVideoTracks()
  track?.addEventListener('ended', onLost)
  return {
    stream,
    deviceId: track?.getSettings().deviceId ?? null,
    stop() {
      for (const each of stream.getTracks()) {
        each.removeEventListener('ended', onLost)
        each.stop()
      }
    },
  }
}

/** Why a camera did not open. */
export function faultOf(error: unknown): CameraFault {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy'
}

/** The cameras plugged in; their names are told once one of them has been opened. */
export async function camerasHere(): Promise<readonly { readonly id: string; readonly label: string }[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
}
