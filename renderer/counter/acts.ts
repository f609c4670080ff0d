import { useMemo } from 'react'
import type { AgentId, CounterId, DocumentId, JobId, PrinterId, TicketId } from '../../shared/contract/ids.ts'
import type { IssuedDocument, Outcome } from '../../shared/contract/documents.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { fr } from '../../shared/messages/fr.ts'
import { ticketNumber } from '../../shared/messages/numbers.ts'
import { useCommand, useLink } from '../link/hooks.ts'
import { agentKept } from '../link/place.ts'
import { say } from '../ui/notices.ts'

export type CounterView = Output<'counter.view'>
export type Current = NonNullable<CounterView['current']>
export type SheetPatch = Input<'sheet.update'>

/** Everything that a counter's page can do; drawn without a host, a page gets other ones. */
export type CounterActs = {
  readonly openCounter: (counterId: CounterId) => void
  readonly closeCounter: () => void
  readonly callNext: () => void
  readonly recall: (ticketId: TicketId) => void
  /** @param number shown once the absence is noted */
  readonly markAbsent: (ticketId: TicketId, number: string) => void
  readonly start: (ticketId: TicketId) => void
  /** Resolves when the host has the patch, or refused it. */
  readonly patch: (patch: SheetPatch) => Promise<Result<Output<'sheet.update'>>>
  readonly close: (outcome: Outcome) => Promise<Result<Output<'visit.close'>>>
  readonly print: (documentId: DocumentId, printerId?: PrinterId) => void
  readonly redirect: (jobId: JobId, printerId: PrinterId) => void
  readonly retry: (jobId: JobId) => void
  readonly readDocument: (documentId: DocumentId) => Promise<IssuedDocument | null>
  readonly otherAgent: (agentId: AgentId | null) => void
}

/** The acts over the page's link. */
export function useCounterActs(): CounterActs {
  const link = useLink()
  const open = useCommand('counter.open')
  const closeCounter = useCommand('counter.close')
  const callNext = useCommand('ticket.callNext')
  const recall = useCommand('ticket.recall')
  const markAbsent = useCommand('ticket.markAbsent')
  const start = useCommand('ticket.start')
  const patch = useCommand('sheet.update')
  const close = useCommand('visit.close')
  const print = useCommand('document.print')
  const redirect = useCommand('print.redirect')
  const retry = useCommand('print.retry')
  return useMemo(
    () => ({
      openCounter: (counterId) => void open({ counterId }),
      closeCounter: () => void closeCounter({}),
      callNext: () => void callNext({}),
      recall: (ticketId) => void recall({ ticketId }),
      markAbsent: (ticketId, number) =>
        void markAbsent({ ticketId }).then((result) => {
          if ('output' in result) say(fr.counter.absentNoted(ticketNumber(number)))
        }),
      start: (ticketId) => void start({ ticketId }),
      patch,
      close: (outcome) => close({ outcome }),
      print: (documentId, printerId) =>
        void print({ documentId, ...(printerId === undefined ? {} : { printerId }) }),
      redirect: (jobId, printerId) => void redirect({ jobId, printerId }),
      retry: (jobId) => void retry({ jobId }),
      readDocument: async (documentId) => {
        const result = await link.read('document.get', { documentId })
        if ('output' in result) return result.output
        say(result.error.message)
        return null
      },
      otherAgent: (agentId) => {
        agentKept.write(agentId)
        link.become(agentId)
      },
    }),
    [link, open, closeCounter, callNext, recall, markAbsent, start, patch, close, print, redirect, retry],
  )
}
