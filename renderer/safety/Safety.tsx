import { HandHelping } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { hour } from '../../shared/messages/numbers.ts'
import { safetyWords as words } from '../../shared/messages/safety.fr.ts'
import { useOffice } from '../app/office.ts'
import { useCommand, useLinkState, useView } from '../link/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { say } from '../ui/notices.ts'
import { IncidentForm } from './IncidentForm.tsx'
import style from './Safety.module.css'

type Alert = Output<'safety.view'>['alerts'][number]

/**
 * What a station shows of the safety of those who receive: at the one that asks, a mark in a corner and nothing else;
 * at the others a calm band, without a sound. The page under it is never moved by its own alert.
 */
export function Safety({ children }: { readonly children: ReactNode }) {
  const role = useLinkState((link) => link.role)
  const view = useView('safety.view', {})
  const answer = useCommand('alert.answer')
  const raise = useCommand('alert.raise')
  const [filling, setFilling] = useState<Alert | null>(null)
  useChord(role === 'agent' ? () => void raise({}) : null)
  const alerts = view?.alerts ?? []
  const own = alerts.findLast((alert) => alert.own)
  const others = alerts.filter((alert) => !alert.own)
  // Without a band above it the page is laid out as if nothing were around it; it is never drawn anew.
  const framed = others.length > 0 || filling !== null
  return (
    <div className={framed ? style.frame : style.through}>
      {others.map((alert) => (
        <Asked key={alert.alertId} alert={alert} onGo={() => void answer({ alertId: alert.alertId })} />
      ))}
      {own && filling === null && <Mark alert={own} onPress={() => setFilling(own)} />}
      <div className={framed ? style.page : style.through}>
        {filling === null ? (
          children
        ) : (
          <main>
            <IncidentForm
              alert={filling}
              counters={view?.counters ?? []}
              onSaved={() => {
                setFilling(null)
                say(words.form.saved, 'done')
              }}
              onLeave={() => setFilling(null)}
            />
          </main>
        )}
      </div>
    </div>
  )
}

/** A colleague asks for help: where, since when, and one key to say that someone goes. */
function Asked({ alert: { place, at }, onGo }: { readonly alert: Alert; readonly onGo: () => void }) {
  const { zone } = useOffice()
  return (
    <Banner tone="attention" icon={<HandHelping aria-hidden size={20} />}>
      <span className={style.asked}>
        {words.asked(place, hour(at, zone))}
        <Button size="dense" onPress={onGo}>
          {words.go}
        </Button>
      </span>
    </Banner>
  )
}

/** One point: asked; two: someone comes. Its words are for who points at it or hears the page. */
function Mark({ alert: { answered }, onPress }: { readonly alert: Alert; readonly onPress: () => void }) {
  const said = answered ? words.own.answered : words.own.asked
  return (
    <button type="button" className={style.mark} title={said} aria-label={said} onClick={onPress}>
      <span aria-hidden>{answered ? '··' : '·'}</span>
    </button>
  )
}

/**
 * Ctrl, Shift and the space bar, with one hand, whatever is being typed or turned to the public. No keyboard writes
 * anything with them. The space goes no further, so that the button under the focus is not pressed.
 */
function useChord(press: (() => void) | null): void {
  useEffect(() => {
    if (press === null) return
    const hear = (event: KeyboardEvent) => {
      if (event.code !== 'Space' || !event.ctrlKey || !event.shiftKey || event.altKey || event.metaKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!event.repeat) press()
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  }, [press])
}
