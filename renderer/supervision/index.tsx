import { useMemo } from 'react'
import { fr } from '../../shared/messages/fr.ts'
import { refusals } from '../../shared/messages/refusals.fr.ts'
import { useNow } from '../app/clock.ts'
import { Message } from '../app/Message.tsx'
import { useCommand, useLink, useView } from '../link/hooks.ts'
import { say } from '../ui/notices.ts'
import { SupervisionPage, type SupervisionActs } from './SupervisionPage.tsx'

/** The supervision, over the page's link. */
export default function Supervision() {
  const link = useLink()
  const office = useView('office.view', {})
  const queue = useView('queue.view', {})
  const now = useNow()
  const open = useCommand('day.open')
  const leave = useCommand('ticket.leave')
  const acts = useMemo<SupervisionActs>(
    () => ({
      openDay: () => void open({}),
      closeDay: async () => {
        const result = await link.act('day.close', {})
        // Who is not settled yet is said in the place where the day is closed.
        if ('error' in result && result.error.code !== 'peopleUnsettled') say(result.error.message)
        return result
      },
      leave: (ticketId) => void leave({ ticketId }),
    }),
    [link, open, leave],
  )
  if (!queue || !office) return <Message title={fr.app.connecting} />
  if (!office.created) return <Message title={refusals.officeNotCreated} />
  return <SupervisionPage queue={queue} now={now} acts={acts} />
}
