import type { Decisions } from '../decision.ts'
import { setPlaces, requestPlace, withdrawPlace } from './given.ts'
import { beginAsking, noteAnswer, giveUpPlace, noteReturn } from './asked.ts'

/** Each command of partners, and what decides it. */
export const partnersDecisions = {
  'partners.setPlaces': setPlaces,
  'partners.requestPlace': requestPlace,
  'partners.withdrawPlace': withdrawPlace,
  'partners.beginAsking': beginAsking,
  'partners.noteAnswer': noteAnswer,
  'partners.giveUpPlace': giveUpPlace,
  'partners.noteReturn': noteReturn,
} satisfies Decisions
