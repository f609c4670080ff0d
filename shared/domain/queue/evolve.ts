import type { Evolutions } from '../decision.ts'
import { evolveCounters } from './counters.ts'
import { evolveUndo } from './lastAct.ts'
import { evolveProvisional } from './provisional.ts'
import { evolveReception } from './reception.ts'
import { evolveRoom } from './room.ts'
import { evolveRules } from './rules.ts'

/** Each event of the queue, and what it changes in the office. */
export const queueEvolutions = {
  rulesSet: evolveRules,
  counterOpened: evolveCounters,
  counterClosed: evolveCounters,
  counterPaused: evolveCounters,
  counterResumed: evolveCounters,
  counterSkillsSet: evolveCounters,
  interrupted: evolveCounters,
  interruptionEnded: evolveCounters,
  ticketTaken: evolveRoom,
  ticketEntered: evolveRoom,
  ticketLeft: evolveRoom,
  ticketUnserved: evolveRoom,
  ticketReturned: evolveRoom,
  ticketReplaced: evolveRoom,
  prioritySet: evolveRoom,
  ticketCalled: evolveRoom,
  ticketRecalled: evolveRoom,
  ticketAbsent: evolveRoom,
  visitStarted: evolveRoom,
  seriesLent: evolveProvisional,
  ticketJoined: evolveProvisional,
  actUndone: evolveUndo,
  informed: evolveReception,
} satisfies Evolutions
