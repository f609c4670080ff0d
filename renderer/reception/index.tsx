import { useMemo } from 'react'
import { fr } from '../../shared/messages/fr.ts'
import { useNow } from '../app/clock.ts'
import { Message } from '../app/Message.tsx'
import { useCommand, useLink, useView } from '../link/hooks.ts'
import { say } from '../ui/notices.ts'
import type { ReceptionActs } from './acts.ts'
import { ReceptionPage } from './ReceptionPage.tsx'

/** The reception, over the page's link. */
export default function Reception() {
  const view = useView('reception.view', {})
  const appointments = useView('appointments.view', {})
  const queue = useView('queue.view', {})
  const now = useNow(5_000)
  const acts = useReceptionActs()
  if (!view || !appointments || !queue) return <Message title={fr.app.connecting} />
  return <ReceptionPage view={view} appointments={appointments} queue={queue} now={now} acts={acts} />
}

function useReceptionActs(): ReceptionActs {
  const link = useLink()
  const inform = useCommand('reception.inform')
  const take = useCommand('reception.take')
  const arrive = useCommand('appointment.arrive')
  const serve = useCommand('reception.serve')
  const book = useCommand('appointment.book')
  const certify = useCommand('ticket.certify')
  const leave = useCommand('ticket.leave')
  const comeBack = useCommand('ticket.return')
  const replace = useCommand('ticket.replace')
  const enterByHand = useCommand('day.enterByHand')
  const printRule = useCommand('rules.print')
  const printSheet = useCommand('day.printSheet')
  const print = useCommand('document.print')
  const retry = useCommand('print.retry')
  const redirect = useCommand('print.redirect')
  return useMemo(
    () => ({
      inform,
      take,
      arrive,
      serve,
      book,
      certify,
      leave,
      comeBack,
      replace,
      enterByHand,
      printRule,
      printSheet,
      print,
      retry,
      redirect,
      readDocument: async (documentId) => {
        const result = await link.read('document.get', { documentId })
        if ('output' in result) return result.output
        say(result.error.message)
        return null
      },
    }),
    [
      link,
      inform,
      take,
      arrive,
      serve,
      book,
      certify,
      leave,
      comeBack,
      replace,
      enterByHand,
      printRule,
      printSheet,
      print,
      retry,
      redirect,
    ],
  )
}
