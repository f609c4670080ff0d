import { useEffect, useRef, useState, type RefObject } from 'react'
import { scanWords } from '../../shared/messages/identity/scan.fr.ts'
import { camerasHere, faultOf, openCamera, type Camera } from './camera.ts'
import { pictureOf, startDecoder, type Decoder } from './decoder.ts'

/** Milliseconds between two looks at what the camera films. */
const every = 150

/** What is under way, and what to say of it. */
export type Scanning = {
  readonly camera: 'off' | 'opening' | 'on'
  readonly cameras: readonly { readonly id: string; readonly label: string }[]
  readonly deviceId: string | null
  /** In French; null while there is nothing to say. */
  readonly said: string | null
}

export type Scanner = Scanning & {
  /** Films until a code is read. */
  readonly open: (deviceId: string | null) => void
  readonly stop: () => void
  /** Looks into a picture that a person chose. */
  readonly look: (file: File) => void
  /** Where what the camera films is shown. */
  readonly video: RefObject<HTMLVideoElement | null>
}

const still: Scanning = { camera: 'off', cameras: [], deviceId: null, said: null }

/**
 * Reads codes by a camera or from pictures, while the component is drawn: then the camera is off, and nothing is kept.
 * @param onScan the text of a code, one character a byte
 */
export function useScanner(onScan: (text: string) => void): Scanner {
  const video = useRef<HTMLVideoElement>(null)
  const [scanning, setScanning] = useState(still)
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  const held = useRef<{ decoder: Decoder | null; camera: Camera | null; turn: number }>({
    decoder: null,
    camera: null,
    turn: 0,
  })
  const say = (change: Partial<Scanning>) => setScanning((before) => ({ ...before, ...change }))

  /** Whatever was under way is over; what it still answers is not heard. */
  const rest = () => {
    const here = held.current
    here.turn += 1
    here.camera?.stop()
    here.camera = null
    return here.turn
  }
  useEffect(() => {
    const here = held.current
    return () => {
      here.turn += 1
      here.camera?.stop()
      here.camera = null
      here.decoder?.close()
      here.decoder = null
    }
  }, [])
  const decoder = () => (held.current.decoder ??= startDecoder())
  const broken = () => {
    held.current.decoder?.close()
    held.current.decoder = null
    say({ camera: 'off', said: scanWords.broken })
  }
  const deliver = (text: string) => {
    rest()
    say({ camera: 'off', said: scanWords.read })
    latest.current(text)
  }

  const film = async (deviceId: string | null) => {
    const turn = rest()
    const current = () => held.current.turn === turn
    say({ camera: 'opening', said: scanWords.camera.opening })
    try {
      const camera = await openCamera(deviceId, () => {
        if (!current()) return
        rest()
        say({ camera: 'off', said: scanWords.camera.lost })
      })
      // Closed while it was opening: its light goes out too.
      if (!current()) return camera.stop()
      held.current.camera = camera
      const cameras = await camerasHere()
      const shown = video.current
      if (!current() || !shown) return
      shown.srcObject = camera.stream
      await shown.play()
      say({ camera: 'on', cameras, deviceId: camera.deviceId, said: scanWords.camera.looking })
    } catch (error) {
      if (!current()) return
      rest()
      return say({ camera: 'off', said: scanWords.camera[faultOf(error)] })
    }
    try {
      while (current()) {
        const shown = video.current
        if (shown && shown.videoWidth > 0) {
          const text = await decoder().read(await createImageBitmap(shown), false)
          if (!current()) return
          if (text !== null) return deliver(text)
        }
        await new Promise((resolve) => setTimeout(resolve, every))
      }
    } catch {
      if (!current()) return
      rest()
      broken()
    }
  }

  const see = async (file: File) => {
    const turn = rest()
    const current = () => held.current.turn === turn
    say({ camera: 'off', said: scanWords.picture.reading })
    const picture = await pictureOf(file).catch(() => null)
    if (!current()) return
    if (picture === null) return say({ said: scanWords.picture.unreadable })
    try {
      const text = await decoder().read(picture, true)
      if (!current()) return
      if (text === null) say({ said: scanWords.picture.nothing })
      else deliver(text)
    } catch {
      if (current()) broken()
    }
  }

  return {
    ...scanning,
    video,
    open: (deviceId) => void film(deviceId),
    stop: () => {
      rest()
      say({ camera: 'off', said: null })
    },
    look: (file) => void see(file),
  }
}
