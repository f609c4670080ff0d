import { useEffect, useRef } from 'react'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import type { CounterActs, CounterView } from './acts.ts'
import style from './Counter.module.css'

/** Nobody is called here for a while: why, until when, and the one act that ends it. */
export function Paused({
  pause,
  zone,
  acts,
}: {
  readonly pause: NonNullable<CounterView['pause']>
  readonly zone: string
  readonly acts: Pick<CounterActs, 'resumeCounter' | 'closeCounter'>
}) {
  const words = counterWords
  const resume = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    resume.current?.focus()
  }, [])
  const resumeCounter = () => void acts.resumeCounter({})
  const closeCounter = () => void acts.closeCounter({})
  useKeys({ KeyP: resumeCounter, KeyX: closeCounter })
  const until = pause.until === null ? null : hour(pause.until, zone)
  return (
    <main className={style.alone}>
      <div className={style.inner}>
        <h2 className={style.motive}>{words.line.pausedTitle(pause.kind, pause.reason)}</h2>
        <p className={style.reason}>{words.line.pauseSince(hour(pause.since, zone), until)}</p>
        <p className={style.reason}>{words.line.pausedHelp}</p>
        <div className={style.act}>
          <Button ref={resume} kind="primary" size="large" keyCap="P" onPress={resumeCounter}>
            {words.line.resumeCounter}
          </Button>
        </div>
        <div className={style.counterActs}>
          <Button kind="quiet" size="dense" keyCap="X" onPress={closeCounter}>
            {words.closeCounter}
          </Button>
        </div>
      </div>
    </main>
  )
}
