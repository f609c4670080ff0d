import { Pause, Play, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Recording } from '../../shared/contract/media/recordings.ts'
import { useClip, unplayable } from '../media/clips.ts'
import { KioskButton } from './KioskButton.tsx'
import { Screen } from './Screen.tsx'
import style from './Sign.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/**
 * The office's video in sign language, a whole screen of its own: it begins by itself, since it was asked for, stops and
 * begins again by a key, and what it says is written under it. While it plays, its person is there.
 */
export function SignScreen({ recording }: { readonly recording: Recording }) {
  const { setWatching } = useVisit()
  const words = useWords()
  const { url, failed: lost } = useClip(recording)
  const video = useRef<HTMLVideoElement>(null)
  const [playing, setPlaying] = useState(false)
  const [unread, setUnread] = useState(false)
  const failed = lost || unread
  useEffect(() => {
    setWatching(playing)
    return () => setWatching(false)
  }, [playing, setWatching])
  const play = (from?: number) => {
    const shown = video.current
    if (!shown) return
    if (from !== undefined) shown.currentTime = from
    shown.play().catch(() => setPlaying(false))
  }
  return (
    <Screen title={words.sign}>
      <div className={style.player}>
        {failed ? (
          <p role="alert">{words.signFailed}</p>
        ) : (
          <video
            ref={video}
            className={style.video}
            muted
            playsInline
            autoPlay
            aria-label={words.sign}
            {...(url === null ? {} : { src: url })}
            onPlay={() => setPlaying(true)}
            onPause={() => setPlaying(false)}
            onEnded={() => setPlaying(false)}
            onError={() => {
              unplayable(recording)
              setPlaying(false)
              setUnread(true)
            }}
          />
        )}
        <div className={style.beside}>
          {!failed && (
            <div className={style.acts}>
              <KioskButton
                kind="primary"
                icon={playing ? <Pause aria-hidden size={36} /> : <Play aria-hidden size={36} />}
                onPress={() => (playing ? video.current?.pause() : play())}
              >
                {playing ? words.signPause : words.signPlay}
              </KioskButton>
              <KioskButton icon={<RotateCcw aria-hidden size={36} />} onPress={() => play(0)}>
                {words.signAgain}
              </KioskButton>
            </div>
          )}
          <h2 className={style.heading}>{words.signText}</h2>
          <p lang="fr" dir="ltr" className={style.text}>
            {recording.transcript}
          </p>
        </div>
      </div>
    </Screen>
  )
}
