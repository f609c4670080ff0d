import { useEffect, useRef, useState, type RefObject } from 'react'
import { scanWords } from '../../shared/messages/identity/scan.fr.ts'
import { faultOf, openCamera, type Camera } from '../identity/camera.ts'
import { codeIn } from './picture.ts'

/** Milliseconds between two looks at what the camera films. */
const every = 200

export type Filmed = {
  readonly on: boolean
  readonly said: string | null
  readonly open: () => void
  readonly stop: () => void
  readonly video: RefObject<HTMLVideoElement | null>
}

/** Films until a code is read, inside the page itself. @param onCode the code’s text */
export function useFilmed(onCode: (code: string) => void): Filmed {
  const video = useRef<HTMLVideoElement>(null)
  const camera = useRef<Camera | null>(null)
  const turn = useRef(0)
  const [state, setState] = useState<{ readonly on: boolean; readonly said: string | null }>({
    on: false,
    said: null,
  })

  const rest = (message: string | null) => {
    turn.current += 1
    camera.current?.stop()
    camera.current = null
    setState({ on: false, said: message })
  }
  useEffect(
    () => () => {
      turn.current += 1
      camera.current?.stop()
      camera.current = null
    },
    [],
  )

  const film = async () => {
    rest(scanWords.camera.opening)
    const mine = turn.current
    const current = () => turn.current === mine
    try {
      const opened = await openCamera(null, () => current() && rest(scanWords.camera.lost))
      // Closed while it was opening: its light goes out too.
      if (!current()) return opened.stop()
      camera.current = opened
      const shown = video.current
      if (!shown) return rest(null)
      shown.srcObject = opened.stream
      await shown.play()
      if (current()) setState({ on: true, said: scanWords.camera.looking })
    } catch (error) {
      if (current()) rest(scanWords.camera[faultOf(error)])
      return
    }
    try {
      while (current()) {
        const shown = video.current
        const code = shown && shown.videoWidth > 0 ? await codeIn(shown, false) : null
        if (!current()) return
        if (code !== null) {
          rest(scanWords.read)
          return onCode(code)
        }
        await new Promise((resolve) => setTimeout(resolve, every))
      }
    } catch {
      if (current()) rest(scanWords.broken)
    }
  }

  return { ...state, video, open: () => void film(), stop: () => rest(null) }
}
