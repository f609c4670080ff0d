import type { Decisions } from '../decision.ts'
import { setPlaces, requestPlace, withdrawPlace } from './given.ts'
import { beginPlace, notePlace, giveUpPlace, returnedPlace } from './asked.ts'

/** Each command of partners, and what decides it. */
export const partnersDecisions = {
  'places.set': setPlaces,
  'place.request': requestPlace,
  'place.withdraw': withdrawPlace,
  'place.begin': beginPlace,
  'place.note': notePlace,
  'place.giveUp': giveUpPlace,
  'place.returned': returnedPlace,
} satisfies Decisions
