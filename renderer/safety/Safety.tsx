import { HandHelping } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { safetyWords as words } from '../../shared/messages/safety/safety.fr.ts'
import { useOffice } from '../link/office.ts'
import { useCommand, useLinkState, useView } from '../link/hooks.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import { say } from '../link/notices.ts'
import { useChord } from './chord.ts'
import { SafetyContext } from './offered.ts'
import { IncidentForm } from './IncidentForm.tsx'
import { Mark } from './Mark.tsx'
import style from './Safety.module.css'

type Alert = Output<'safety.view'>['alerts'][number]
/** The form under way; without an alert, its place is the counter held. */
type Filling = { readonly alert: Alert | null }

/**
 * What a station shows of the safety of those who receive: at the one that asks, a mark in a corner and nothing else;
 * at the others a calm band, without a sound. The page under it is never moved by its own alert.
 */
export function Safety({ children }: { readonly children: ReactNode }) {
  const role = useLinkState((link) => link.role)
  const view = useView('safety.view', {})
  const answer = useCommand('alert.answer')
  const raise = useCommand('alert.raise')
  const office = useView('office.view', {})
  const [filling, setFilling] = useState<Filling | null>(null)
  const asks = role === 'agent'
  const me = office?.me?.agentId
  useChord(asks ? () => void raise({}) : null)
  const offered = useMemo(
    () => (asks ? { raise: () => void raise({}), fill: () => setFilling({ alert: null }) } : null),
    [asks, raise],
  )
  const alerts = view?.alerts ?? []
  const own = alerts.findLast((alert) => alert.own)
  const others = alerts.filter((alert) => !alert.own)
  // Without a band above it the page is laid out as if nothing were around it; it is never drawn anew.
  const framed = others.length > 0 || filling !== null
  return (
    <div className={framed ? style.frame : style.through}>
      {others.map((alert, at) => (
        <Asked
          key={alert.alertId}
          alert={alert}
          keyed={at === 0}
          onGo={() => void answer({ alertId: alert.alertId })}
        />
      ))}
      {own && filling === null && <Mark alert={own} onPress={() => setFilling({ alert: own })} />}
      <div className={framed ? style.page : style.through}>
        {filling === null ? (
          <SafetyContext value={offered}>{children}</SafetyContext>
        ) : (
          <main>
            <IncidentForm
              whole
              alert={filling.alert}
              held={
                office?.counters.find(({ agentId }) => agentId !== null && agentId === me)?.counterId ?? null
              }
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
function Asked({
  alert: { place, at },
  keyed,
  onGo,
}: {
  readonly alert: Alert
  /** The key answers this one: of several, the first. */
  readonly keyed: boolean
  readonly onGo: () => void
}) {
  const { zone } = useOffice()
  useKeys({ '$mod+Shift+Enter': keyed ? onGo : undefined }, { whileTyping: true })
  return (
    <Banner tone="attention" icon={<HandHelping aria-hidden size={20} />}>
      <span className={style.asked}>
        {words.asked(place, hour(at, zone))}
        <Button size="dense" keyCap={keyed ? words.goKey : undefined} onPress={onGo}>
          {words.go}
        </Button>
      </span>
    </Banner>
  )
}
