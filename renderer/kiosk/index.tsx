import { useCallback } from 'react'
import type { Recording } from '../../shared/contract/media/recordings.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { suspendedHere } from '../../shared/messages/network/trouble.fr.ts'
import { useNow } from '../link/clock.ts'
import { Message } from '../ui/Message.tsx'
import { clipOf, useRecordings } from '../media/clips.ts'
import { useLink, useLinkState, useView } from '../link/hooks.ts'
import { KioskPage } from './KioskPage.tsx'
import OutOfService from './OutOfService.tsx'
import { useCut, useProvisional, viewOf } from './provisional.ts'
import type { Service } from './service.ts'
import type { Act, ReadTrail } from './visit.ts'

/**
 * The kiosk, over the page's link. Refusals are said in the person's language by the page itself. Started while the host
 * is away, it goes on from what it kept.
 */
export default function Kiosk() {
  const link = useLink()
  const away = useLinkState(({ state }) => state === 'away')
  const told = useView('kiosk.view', {})
  const toldServices = useView('office.view', {})?.services
  const suspended = useView('station.me', {})?.suspended === true
  const now = useNow()
  const { kept, give } = useProvisional(told, toldServices, now)
  const act = useCallback<Act>((name, input) => link.act(name, input), [link])
  const trail = useCallback<ReadTrail>((input) => link.read('trail.get', input), [link])
  const recordings = useRecordings()
  const clip = useCallback((recording: Recording) => clipOf(link, recording), [link])
  const cut = useCut(away)
  const seen = away && kept?.seen ? kept.seen : null
  const view = told ?? (seen && viewOf(seen))
  const services: readonly Service[] | null = toldServices ?? seen?.services ?? null
  if (suspended)
    return <Message title={appWords.refusedTitle} text={suspendedHere} before={<OutOfService />} />
  if (!view || !services) return <Message title={appWords.connecting} />
  return (
    <KioskPage
      view={view}
      services={services}
      now={told || !kept ? now : now + kept.ahead}
      zone={view.zone}
      away={away}
      cut={cut}
      act={act}
      trail={trail}
      give={give}
      recordings={recordings}
      clip={clip}
    />
  )
}
