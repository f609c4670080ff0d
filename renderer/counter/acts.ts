import { useMemo } from 'react'
import type { InterruptKind, PauseKind } from '../../shared/contract/queue/counters.ts'
import type {
  AgentId,
  CounterId,
  DocumentId,
  FileReference,
  Instant,
  JobId,
  LocalDate,
  PieceId,
  PrinterId,
  ProcedureId,
  ServiceId,
  TicketId,
} from '../../shared/contract/ids.ts'
import type { Outcome } from '../../shared/contract/visit/outcomes.ts'
import type { CommandName, Input, Output } from '../../shared/contract/index.ts'
import type { Claim } from '../../shared/contract/queue/rules.ts'
import type { Scanned } from '../../shared/contract/identity/scan.ts'
import type { Recipient } from '../../shared/contract/partners/directory.ts'
import type { Fault } from '../../shared/contract/queue/tickets.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { fr } from '../../shared/messages/fr.ts'
import { hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { useOffice } from '../app/office.ts'
import { useCommand, useLink } from '../link/hooks.ts'
import { useOtherAgent } from '../people/presence.ts'
import { copyText } from '../ui/clipboard.ts'
import { say } from '../ui/notices.ts'

export type CounterView = Output<'counter.view'>
export type Current = NonNullable<CounterView['current']>
export type SheetPatch = Input<'sheet.update'>
/** Notes on the sheet; resolves when the host has it, or refused it. */
export type Patch = (patch: SheetPatch) => Promise<Result<Output<'sheet.update'>>>

type Answer<N extends CommandName> = Promise<Result<Output<N>>>

/** Everything that a counter's page can do; drawn without a host, a page gets other ones. */
export type CounterActs = {
  readonly openCounter: (counterId: CounterId) => void
  readonly closeCounter: () => void
  readonly callNext: () => void
  readonly callOutOfOrder: (ticketId: TicketId, reason: string) => Answer<'ticket.callOutOfOrder'>
  readonly recall: (ticketId: TicketId) => void
  /** @param number shown once the absence is noted */
  readonly markAbsent: (ticketId: TicketId, number: string) => void
  readonly start: (ticketId: TicketId, code?: string) => Answer<'ticket.start'>
  /** The proof that was seen, or `null`: there was none, and the person waits again at their rank. */
  readonly setPriority: (ticketId: TicketId, priority: Claim | null) => void
  readonly park: (ticketId: TicketId, reason: string, promisedAt: Instant | null) => Answer<'ticket.park'>
  readonly resume: (ticketId: TicketId) => void
  readonly back: (ticketId: TicketId) => void
  /** @param service its name, said once the person waits there */
  readonly transfer: (
    ticketId: TicketId,
    to: { readonly serviceId: ServiceId; readonly service: string },
    reason: string,
  ) => Answer<'ticket.transfer'>
  /** @param title said once it is added */
  readonly addRequest: (
    request: { readonly serviceId: ServiceId; readonly procedureId: ProcedureId | null },
    title: string,
  ) => void
  readonly undo: () => void
  readonly pause: (kind: PauseKind, reason: string, until: Instant | null) => Answer<'counter.pause'>
  readonly resumeCounter: () => void
  readonly interrupt: (kind: InterruptKind) => void
  readonly patch: Patch
  /** A piece that an administration holds, asked all the same. */
  readonly askAgain: (pieceId: PieceId, reason: string) => Answer<'piece.askAgain'>
  /** The file of a person who comes back, on the sheet. */
  readonly takeFile: (reference: FileReference) => Answer<'visit.takeFile'>
  /** Both sides' sheet: printed, or given back to be shown. */
  readonly printSheet: () => Answer<'obligations.print'>
  /** What a scanner, a camera or a picture gave. */
  readonly readScan: (text: string) => Promise<Scanned | null>
  readonly close: (end: {
    readonly outcome: Outcome
    readonly last?: boolean
    readonly fault?: Fault
    readonly dueOn?: LocalDate
    readonly to?: Recipient
  }) => Answer<'visit.close'>
  readonly print: (documentId: DocumentId, printerId?: PrinterId) => void
  readonly redirect: (jobId: JobId, printerId: PrinterId) => void
  readonly retry: (jobId: JobId) => void
  /** Puts a number on the clipboard, for the ministry's own software. */
  readonly copy: (code: string) => void
  readonly otherAgent: (agentId: AgentId | null) => void
}

/** Says what an act did, once the host has done it; what it refuses is said by `useCommand`. */
async function told<R>(answer: Promise<Result<R>>, words: (output: R) => string): Promise<Result<R>> {
  const result = await answer
  if ('output' in result) say(words(result.output), 'done')
  return result
}

/** What is done with people's turns: called, put aside, sent on, taken back; each said once done. */
function useLineActs() {
  const { zone } = useOffice()
  const callNext = useCommand('ticket.callNext')
  const callOutOfOrder = useCommand('ticket.callOutOfOrder')
  const recall = useCommand('ticket.recall')
  const markAbsent = useCommand('ticket.markAbsent')
  const start = useCommand('ticket.start')
  const setPriority = useCommand('ticket.setPriority')
  const park = useCommand('ticket.park')
  const resume = useCommand('ticket.resume')
  const back = useCommand('ticket.return')
  const transfer = useCommand('ticket.transfer')
  const addService = useCommand('visit.addService')
  const undo = useCommand('counter.undo')
  return useMemo(() => {
    const words = fr.counter.line
    return {
      callNext: () => void callNext({}),
      callOutOfOrder: (ticketId, reason) => callOutOfOrder({ ticketId, reason }),
      recall: (ticketId) => void recall({ ticketId }),
      markAbsent: (ticketId, number) =>
        void told(markAbsent({ ticketId }), () => fr.counter.absentNoted(ticketNumber(number))),
      start: (ticketId, code) => start({ ticketId, ...(code === undefined ? {} : { code }) }),
      setPriority: (ticketId, priority) =>
        void told(setPriority({ ticketId, priority }), ({ number }) =>
          priority === null ? words.groundTaken(number) : words.groundNoted(number),
        ),
      park: (ticketId, reason, promisedAt) =>
        told(park({ ticketId, reason, promisedAt }), ({ number }) =>
          words.parkNoted(number, promisedAt === null ? null : hour(promisedAt, zone)),
        ),
      resume: (ticketId) => void resume({ ticketId }),
      back: (ticketId) =>
        void told(back({ ticketId }), ({ number, keepsRank }) =>
          keepsRank ? words.backKept(number) : words.backLast(number),
        ),
      transfer: (ticketId, { serviceId, service }, reason) =>
        told(transfer({ ticketId, serviceId, reason }), ({ number, ahead }) =>
          words.transferNoted(number, service, ahead),
        ),
      addRequest: ({ serviceId, procedureId }, title) =>
        void told(
          addService({ serviceId, ...(procedureId === null ? {} : { procedureId }) }),
          ({ requests }) => words.requestAdded(title, requests),
        ),
      undo: () => void told(undo({}), ({ act, number }) => words.undone(act, number)),
    } satisfies Partial<CounterActs>
  }, [
    zone,
    callNext,
    callOutOfOrder,
    recall,
    markAbsent,
    start,
    setPriority,
    park,
    resume,
    back,
    transfer,
    addService,
    undo,
  ])
}

/** The counter itself: held, left, closed to calls, interrupted. */
function useDeskActs() {
  const open = useCommand('counter.open')
  const close = useCommand('counter.close')
  const pause = useCommand('counter.pause')
  const resume = useCommand('counter.resume')
  const interrupt = useCommand('counter.interrupt')
  return useMemo(() => {
    const words = fr.counter.line
    return {
      openCounter: (counterId) => void open({ counterId }),
      closeCounter: () => void close({}),
      pause: (kind, reason, until) => pause({ kind, reason, until }),
      resumeCounter: () => void resume({}),
      interrupt: (kind) =>
        void told(interrupt({ kind }), ({ interrupted }) =>
          interrupted ? words.interruptBegins(words.interruptions[kind]) : words.interruptEnds,
        ),
    } satisfies Partial<CounterActs>
  }, [open, close, pause, resume, interrupt])
}

/** Refusals of a note that the page shows where it was made, with the text. */
const saidInPlace: ReadonlySet<string> = new Set(['pieceMayNotBeAsked', 'pieceHeld', 'dateInFuture'])

/** The acts over the page's link. */
export function useCounterActs(): CounterActs {
  const link = useLink()
  const line = useLineActs()
  const desk = useDeskActs()
  const askAgain = useCommand('piece.askAgain')
  const takeFile = useCommand('visit.takeFile')
  const printSheet = useCommand('obligations.print')
  const otherAgent = useOtherAgent()
  const close = useCommand('visit.close')
  const print = useCommand('document.print')
  const redirect = useCommand('print.redirect')
  const retry = useCommand('print.retry')
  return useMemo(
    () => ({
      ...line,
      ...desk,
      patch: async (patch) => {
        const result = await link.act('sheet.update', patch)
        if ('error' in result && !saidInPlace.has(result.error.code)) say(result.error.message)
        return result
      },
      askAgain: (pieceId, reason) => askAgain({ pieceId, reason }),
      takeFile: (reference) => takeFile({ reference }),
      printSheet: async () => {
        const result = await printSheet({})
        if ('output' in result && result.output.printed) say(fr.counter.law.printed, 'done')
        return result
      },
      readScan: async (text) => {
        const result = await link.read('scan.read', { text })
        if ('output' in result) return result.output
        say(result.error.message)
        return null
      },
      close,
      print: (documentId, printerId) =>
        void print({ documentId, ...(printerId === undefined ? {} : { printerId }) }),
      redirect: (jobId, printerId) => void redirect({ jobId, printerId }),
      retry: (jobId) => void retry({ jobId }),
      copy: (code) =>
        void copyText(code).then((copied) =>
          copied ? say(fr.counter.line.copied(code), 'done') : say(fr.counter.line.copyFailed(code)),
        ),
      otherAgent,
    }),
    [link, otherAgent, line, desk, askAgain, takeFile, printSheet, close, print, redirect, retry],
  )
}
