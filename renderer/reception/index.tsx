import { useMemo } from 'react'
import { fr } from '../../shared/messages/fr.ts'
import { useNow } from '../app/clock.ts'
import { Message } from '../app/Message.tsx'
import { useCommand, useView } from '../link/hooks.ts'
import { ReceptionPage, type ReceptionActs } from './ReceptionPage.tsx'

/** The reception, over the page's link. */
export default function Reception() {
  const kiosk = useView('kiosk.view', {})
  const queue = useView('queue.view', {})
  const now = useNow()
  const take = useCommand('ticket.take')
  const leave = useCommand('ticket.leave')
  const acts = useMemo<ReceptionActs>(
    () => ({ take, leave: (ticketId) => void leave({ ticketId }) }),
    [take, leave],
  )
  if (!kiosk || !queue) return <Message title={fr.app.connecting} />
  return <ReceptionPage kiosk={kiosk} queue={queue} now={now} acts={acts} />
}
