import { VolumeX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { CallId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { usualScreen, type ScreenSettings } from '../../shared/contract/media/screens.ts'
import { display } from '../../shared/messages/media/display.fr.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { useNow } from '../link/clock.ts'
import { Message } from '../ui/Message.tsx'
import { useClip, useRecordings } from '../media/clips.ts'
import { useView } from '../link/hooks.ts'
import type { Announcer } from '../sound/announcer.ts'
import { toAnnounce } from '../sound/calls.ts'
import { setLoudness } from '../sound/output.ts'
import { createVoice } from '../sound/voice.ts'
import '../kiosk/fonts.css'
import style from './Display.module.css'
import { DisplayPage } from './DisplayPage.tsx'

/** The display, over the page's link, with its sound. */
export default function Display() {
  const view = useView('display.view', {})
  const screen = useView('screen.own', {}) ?? usualScreen
  const recording = useRecordings().find(({ lang, what }) => lang === 'lsf' && what.of === 'rule') ?? null
  const { url } = useClip(recording)
  const now = useNow()
  const { fresh, audible, wake } = useCalls(view, screen)
  useEffect(() => {
    if (audible) return
    for (const sign of signs) document.addEventListener(sign, wake)
    return () => {
      for (const sign of signs) document.removeEventListener(sign, wake)
    }
  })
  if (!view) return <Message title={appWords.connecting} />
  return (
    <>
      <DisplayPage
        view={view}
        now={now}
        fresh={fresh}
        sign={recording && url ? { recording, url } : null}
        screen={screen}
      />
      {!audible && !view.silent && (
        <p className={style.mute}>
          <VolumeX aria-hidden size={20} />
          {display.unmute}
        </p>
      )}
    </>
  )
}

/** A browser lets a page sound once somebody was there. */
const signs = ['pointerdown', 'keydown'] as const

/** Past calls that are remembered: the page stays open for weeks, and is sent six at a time. */
const memory = 200

/** Makes each new call heard once; the latest one heard is drawn as such. */
function useCalls(view: Output<'display.view'> | undefined, screen: ScreenSettings) {
  const announcer = useRef<Announcer>(null)
  const known = useRef<ReadonlySet<CallId> | null>(null)
  /** Whose call may still be waiting to be heard. */
  const called = useRef<readonly CallId[]>([])
  const silent = useRef(true)
  const asSet = useRef(screen)
  const [fresh, setFresh] = useState<CallId | null>(null)
  const [audible, setAudible] = useState(true)

  useEffect(() => {
    const voice = createVoice({ silent: () => silent.current })
    // A display whose voice is off chimes all the same.
    const announce: Announcer['announce'] = (calls) =>
      voice.announce(asSet.current.voice ? calls : calls.map((call) => ({ ...call, voice: false })))
    announcer.current = { ...voice, announce }
    // A browser says only some time after whether it lets the page sound.
    const timer = setTimeout(() => setAudible(voice.audible()), 1_000)
    return () => {
      clearTimeout(timer)
      voice.close()
    }
  }, [])

  useEffect(() => {
    asSet.current = screen
    const part = screen.volume / 100
    setLoudness({ chime: screen.chime ? part : 0, voice: part })
  }, [screen])

  useEffect(() => {
    if (!view) return
    silent.current = view.silent || (!asSet.current.chime && !asSet.current.voice)
    const next = toAnnounce(known.current, view.calls)
    known.current = new Set([...next.known].slice(-memory))
    const still = view.calls.filter(({ state }) => state === 'called').map(({ callId }) => callId)
    // Whoever has come, or whose call was taken back, is not to be called any more.
    announcer.current?.withdraw(called.current.filter((callId) => !still.includes(callId)))
    called.current = still
    const [newest] = next.fresh
    if (!newest) return
    setFresh(newest.callId)
    announcer.current?.announce(
      // The view gives the newest first, and people are called in the order of their calls.
      next.fresh.toReversed().map(({ callId, number, counter, aloud, lang }) => ({
        callId,
        number,
        counter: counter.fr,
        voice: aloud,
        screenOnly: !aloud,
        lang,
      })),
    )
  }, [view])

  const wake = () => {
    const voice = announcer.current
    void voice?.wake().then(() => setAudible(voice.audible()))
  }
  return { fresh, audible, wake }
}
