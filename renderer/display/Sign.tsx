import { useEffect, useRef } from 'react'
import type { Recording } from '../../shared/contract/media/recordings.ts'
import { display as words } from '../../shared/messages/media/display.fr.ts'
import { unplayable } from '../media/clips.ts'
import { partsOf, signAt } from './signTurn.ts'
import style from './Sign.module.css'

/** A video of the office and its address in this page. */
export type Signed = { readonly recording: Recording; readonly url: string }

/** Seconds by which a video may be early or late before it is set right: what it shows would jump for nothing. */
const slack = 3

/** Whether it is the video's turn. @param now milliseconds */
export const isSignTurn = ({ recording }: Signed, now: number): boolean =>
  signAt(now, { milliseconds: recording.milliseconds, parts: partsOf(recording.transcript).length }) !== null

/**
 * The queue's rule in sign language, in its turn, in place of the waits, with what it says beside it. It makes no sound; it stops, goes on and is
 * leafed through with all that turns. Who asked that nothing moves starts it by its own keys.
 */
export function Sign({
  sign: { recording, url },
  now,
  held,
}: {
  readonly sign: Signed
  readonly now: number
  readonly held: boolean
}) {
  const video = useRef<HTMLVideoElement>(null)
  const parts = partsOf(recording.transcript)
  const turn = signAt(now, { milliseconds: recording.milliseconds, parts: parts.length })
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const at = (turn?.at ?? 0) / 1000
  useEffect(() => {
    const shown = video.current
    if (!shown || calm) return
    const over = at * 1000 >= recording.milliseconds
    if (!over && Math.abs(shown.currentTime - at) > slack) shown.currentTime = at
    if (held || over) shown.pause()
    // A page that is hidden plays nothing: the next instant asks again.
    else shown.play().catch(() => {})
  }, [at, held, calm, url, recording.milliseconds])
  if (turn === null) return null
  return (
    <aside className={style.sign} aria-label={words.sign}>
      <video
        ref={video}
        className={style.video}
        muted
        playsInline
        src={url}
        controls={calm}
        aria-label={words.sign}
        onError={() => unplayable(recording)}
      />
      <p className={style.text}>{parts[turn.part]}</p>
    </aside>
  )
}
