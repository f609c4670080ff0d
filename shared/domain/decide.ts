import { closeCounter, openCounter } from './counters.ts'
import { closeDay, openDay } from './day.ts'
import type { Decide, DomainCommand } from './decision.ts'
import { printDocument, printTest } from './documents.ts'
import { createOffice, setAddress, setAgent, setPrinters } from './settings.ts'
import { callNext, markAbsent, recallTicket, startVisit } from './calls.ts'
import { leaveTicket, takeTicket } from './tickets.ts'
import { closeVisit, updateSheet } from './visits.ts'

/** One decision for each command: a command without one does not compile. */
export const decisions: { readonly [N in DomainCommand]: Decide<N> } = {
  'office.create': createOffice,
  'office.setAddress': setAddress,
  'office.setPrinters': setPrinters,
  'agent.set': setAgent,
  'day.open': openDay,
  'day.close': closeDay,
  'ticket.take': takeTicket,
  'ticket.leave': leaveTicket,
  'ticket.callNext': callNext,
  'ticket.recall': recallTicket,
  'ticket.markAbsent': markAbsent,
  'ticket.start': startVisit,
  'counter.open': openCounter,
  'counter.close': closeCounter,
  'sheet.update': updateSheet,
  'visit.close': closeVisit,
  'document.print': printDocument,
  'print.test': printTest,
}
