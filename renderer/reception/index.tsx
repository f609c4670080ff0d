import { useMemo } from 'react'
import type { CommandName, Input } from '../../shared/contract/index.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { useNow } from '../link/clock.ts'
import { Message } from '../ui/Message.tsx'
import { useLink, useView } from '../link/hooks.ts'
import type { Link } from '../link/link.ts'
import { say } from '../link/notices.ts'
import type { ReceptionActs } from './acts.ts'
import { ReceptionPage } from './ReceptionPage.tsx'

/** The reception, over the page's link. */
export default function Reception() {
  const view = useView('reception.view', {})
  const appointments = useView('appointments.view', {})
  const queue = useView('queue.view', {})
  const now = useNow(5_000)
  const acts = useReceptionActs()
  if (!view || !appointments || !queue) return <Message title={appWords.connecting} />
  return <ReceptionPage view={view} appointments={appointments} queue={queue} now={now} acts={acts} />
}

/** Stable as long as the link is: what is shown of a document is read once. */
function useReceptionActs(): ReceptionActs {
  const link = useLink()
  return useMemo(() => actsOver(link), [link])
}

function actsOver(link: Link): ReceptionActs {
  const act =
    <N extends CommandName>(name: N) =>
    async (input: Input<N>) =>
      heard(await link.act(name, input))
  return {
    inform: act('reception.inform'),
    take: act('reception.take'),
    arrive: act('appointment.arrive'),
    serve: act('reception.serve'),
    book: act('appointment.book'),
    move: act('appointment.move'),
    setNumbers: act('appointment.setNumbers'),
    certify: act('ticket.certify'),
    leave: act('ticket.leave'),
    comeBack: act('ticket.return'),
    replace: act('ticket.replace'),
    notice: act('notice.ask'),
    told: act('notice.told'),
    enterByHand: act('day.enterByHand'),
    printRule: act('rules.print'),
    printSheet: act('day.printSheet'),
    print: act('document.print'),
    retry: act('print.retry'),
    redirect: act('print.redirect'),
    readDocument: async (documentId) => {
      const result = heard(await link.read('document.get', { documentId }))
      return 'output' in result ? result.output : null
    },
  }
}

/** The same answer, its refusal said as a notice. */
function heard<R>(result: Result<R>): Result<R> {
  if ('error' in result) say(result.error.message)
  return result
}
