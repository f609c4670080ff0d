import { useMemo } from 'react'
import { fr } from '../../shared/messages/fr.ts'
import { useNow } from '../app/clock.ts'
import { Message } from '../app/Message.tsx'
import { useOffice } from '../app/office.ts'
import { useLink, useLinkState, useView } from '../link/hooks.ts'
import { KioskPage, type KioskActs } from './KioskPage.tsx'

/** The kiosk, over the page's link. Refusals are said in the person's language by the page itself. */
export default function Kiosk() {
  const link = useLink()
  const away = useLinkState(({ state }) => state === 'away')
  const view = useView('kiosk.view', {})
  const now = useNow()
  const { zone } = useOffice()
  const acts = useMemo<KioskActs>(
    () => ({
      take: (input) => link.act('ticket.take', input),
      leave: (ticketId) => link.act('ticket.leave', { ticketId }),
    }),
    [link],
  )
  if (!view) return <Message title={fr.app.connecting} />
  return <KioskPage view={view} now={now} zone={zone} away={away} acts={acts} />
}
