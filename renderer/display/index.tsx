import { VolumeX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { CallId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { fr } from '../../shared/messages/fr.ts'
import { pages } from '../../shared/messages/pages.fr.ts'
import { useNow } from '../app/clock.ts'
import { Message } from '../app/Message.tsx'
import { useView } from '../link/hooks.ts'
import type { Announcer } from '../sound/announcer.ts'
import { toAnnounce } from '../sound/calls.ts'
import { createChime } from '../sound/chime.ts'
import { Button } from '../ui/Button.tsx'
import style from './Display.module.css'
import { DisplayPage } from './DisplayPage.tsx'

/** The display, over the page's link, with its sound. */
export default function Display() {
  const view = useView('display.view', {})
  const now = useNow()
  const { fresh, audible, wake } = useCalls(view)
  if (!view) return <Message title={fr.app.connecting} />
  return (
    <>
      <DisplayPage view={view} now={now} fresh={fresh} />
      {!audible && (
        <div className={style.mute}>
          <Button icon={<VolumeX aria-hidden size={20} />} onPress={wake}>
            {pages.display.unmute}
          </Button>
        </div>
      )}
    </>
  )
}

/** Makes each new call heard once; the latest one heard is drawn as such. */
function useCalls(view: Output<'display.view'> | undefined) {
  const announcer = useRef<Announcer>(null)
  const known = useRef<ReadonlySet<CallId> | null>(null)
  const [fresh, setFresh] = useState<CallId | null>(null)
  const [audible, setAudible] = useState(true)

  useEffect(() => {
    const chime = createChime()
    announcer.current = chime
    // A browser says only some time after whether it lets the page sound.
    const timer = setTimeout(() => setAudible(chime.audible()), 1_000)
    return () => {
      clearTimeout(timer)
      chime.close()
    }
  }, [])

  useEffect(() => {
    if (!view) return
    const next = toAnnounce(known.current, view.calls)
    known.current = next.known
    const [newest] = next.fresh
    if (!newest) return
    setFresh(newest.callId)
    announcer.current?.announce(
      next.fresh.map(({ callId, number, counter }) => ({ callId, number, counter: counter.fr })),
    )
  }, [view])

  const wake = () => {
    const chime = announcer.current
    void chime?.wake().then(() => setAudible(chime.audible()))
  }
  return { fresh, audible, wake }
}
