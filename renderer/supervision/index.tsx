import { useMemo } from 'react'
import { fr } from '../../shared/messages/fr.ts'
import { useNow } from '../app/clock.ts'
import { Message } from '../app/Message.tsx'
import { useCommand, useView } from '../link/hooks.ts'
import { SupervisionPage, type SupervisionActs } from './SupervisionPage.tsx'

/** The supervision, over the page's link. */
export default function Supervision() {
  const queue = useView('queue.view', {})
  const now = useNow()
  const open = useCommand('day.open')
  const close = useCommand('day.close')
  const leave = useCommand('ticket.leave')
  const acts = useMemo<SupervisionActs>(
    () => ({
      openDay: () => void open({}),
      closeDay: () => close({}),
      leave: (ticketId) => void leave({ ticketId }),
    }),
    [open, close, leave],
  )
  if (!queue) return <Message title={fr.app.connecting} />
  return <SupervisionPage queue={queue} now={now} acts={acts} />
}
