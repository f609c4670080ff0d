import { useCallback } from 'react'
import { fr } from '../../shared/messages/fr.ts'
import { useNow } from '../app/clock.ts'
import { Message } from '../app/Message.tsx'
import { useOffice } from '../app/office.ts'
import { useLink, useLinkState, useView } from '../link/hooks.ts'
import { KioskPage } from './KioskPage.tsx'
import type { Act, ReadPassage } from './visit.ts'

/** The kiosk, over the page's link. Refusals are said in the person's language by the page itself. */
export default function Kiosk() {
  const link = useLink()
  const away = useLinkState(({ state }) => state === 'away')
  const view = useView('kiosk.view', {})
  const services = useView('office.view', {})?.services
  const now = useNow()
  const { zone } = useOffice()
  const act = useCallback<Act>((name, input) => link.act(name, input), [link])
  const passage = useCallback<ReadPassage>((input) => link.read('trail.get', input), [link])
  if (!view || !services) return <Message title={fr.app.connecting} />
  return (
    <KioskPage
      view={view}
      services={services}
      now={now}
      zone={zone}
      away={away}
      act={act}
      passage={passage}
    />
  )
}
