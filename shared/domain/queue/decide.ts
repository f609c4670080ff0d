import type { Decisions } from '../decision.ts'
import { setRules, printRules } from './rules.ts'
import { leaveTicket, replaceTicket, returnTicket, setPriority } from './heldTickets.ts'
import { takeTicket } from './tickets.ts'
import { lendSeries, joinTicket } from './provisional.ts'
import { callNext, callOutOfOrder, recallTicket, markAbsent, startVisit } from './calls.ts'
import { parkTicket, resumeTicket, movePromise, transferTicket } from './parking.ts'
import {
  openCounter,
  closeCounter,
  pauseCounter,
  resumeCounter,
  setCounterSkills,
  interruptCounter,
} from './counters.ts'
import { takeAtReception, inform } from './reception.ts'

/** Each command of the queue, and what decides it. */
export const queueDecisions = {
  'rules.set': setRules,
  'rules.print': printRules,
  'ticket.take': takeTicket,
  'series.lend': lendSeries,
  'ticket.join': joinTicket,
  'ticket.leave': leaveTicket,
  'ticket.return': returnTicket,
  'ticket.replace': replaceTicket,
  'ticket.setPriority': setPriority,
  'ticket.callNext': callNext,
  'ticket.callOutOfOrder': callOutOfOrder,
  'ticket.recall': recallTicket,
  'ticket.markAbsent': markAbsent,
  'ticket.start': startVisit,
  'ticket.park': parkTicket,
  'ticket.resume': resumeTicket,
  'ticket.promise': movePromise,
  'ticket.transfer': transferTicket,
  'counter.open': openCounter,
  'counter.close': closeCounter,
  'counter.pause': pauseCounter,
  'counter.resume': resumeCounter,
  'counter.skills': setCounterSkills,
  'counter.interrupt': interruptCounter,
  'reception.take': takeAtReception,
  'reception.inform': inform,
} satisfies Decisions
