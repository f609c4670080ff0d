import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import type { Recording } from '../../shared/contract/media/recordings.ts'
import { kiosk, type KioskLanguage } from '../../shared/messages/public/kiosk.ts'
import { classes } from '../ui/classes.ts'
import style from './Access.module.css'
import { withClips, type SaidText } from './clips.ts'
import { wordsOf } from './reading.ts'
import { openSpeech, SayContext, type Piece, type Speech } from './speech.ts'

/**
 * Says what is reached, where the person asked to hear, and writes it at the foot for who hears badly or where the
 * machine has no voice. What the office recorded is heard in its own voice. The same line is a live region: a screen reader of the system's own says it as it changes.
 */
export function Aloud({
  spoken,
  language,
  texts,
  clip,
  children,
}: {
  readonly spoken: boolean
  readonly language: KioskLanguage
  /** What the office recorded of what the kiosk writes, and the address of each in this page. */
  readonly texts: readonly SaidText[]
  readonly clip: ((recording: Recording) => Promise<string>) | undefined
  readonly children: ReactNode
}) {
  const speech = useRef<Speech>(null)
  const recorded = useRef(texts)
  const [lines, setLines] = useState<readonly Piece[]>([])
  const say = useCallback((pieces: readonly Piece[]) => {
    setLines(pieces)
    speech.current?.say(withClips(pieces, recorded.current))
  }, [])

  useEffect(() => {
    recorded.current = clip ? texts : []
  }, [texts, clip])

  useEffect(() => {
    if (!spoken) return
    const words = kiosk[language]
    const opened = openSpeech(clip)
    // The recordings are loaded beforehand, so that a control reached is said at once.
    for (const { clip: recording } of recorded.current) void clip?.(recording).catch(() => {})
    speech.current = opened
    const reached = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement) say(wordsOf(event.target, words))
    }
    // A key or a touch cuts what is being said: nobody has to listen to the end.
    const cut = () => opened.stop()
    const present = document.activeElement
    const here = present instanceof HTMLElement && present !== document.body
    const first = requestAnimationFrame(() =>
      say([{ lang: language, text: words.spokenHelp }, ...(here ? wordsOf(present, words) : [])]),
    )
    window.addEventListener('focusin', reached)
    window.addEventListener('keydown', cut, { capture: true })
    window.addEventListener('pointerdown', cut, { capture: true })
    return () => {
      cancelAnimationFrame(first)
      window.removeEventListener('focusin', reached)
      window.removeEventListener('keydown', cut, { capture: true })
      window.removeEventListener('pointerdown', cut, { capture: true })
      opened.close()
      speech.current = null
    }
  }, [spoken, language, say, clip])

  return (
    <SayContext value={spoken ? say : null}>
      {children}
      <p aria-live="polite" className={classes(style.caption, !spoken && style.hidden)}>
        {(spoken ? lines : []).map(({ text, lang }, at) => (
          <span key={`${at} ${text}`} lang={lang} dir="auto">
            {text}{' '}
          </span>
        ))}
      </p>
    </SayContext>
  )
}
