import type { Decisions } from '../decision.ts'
import { setDeed } from './deed.ts'
import { openTill, countTill, remit, closeTill, closePeriod } from './counting.ts'
import { collect, recordStamp } from './collecting.ts'
import { correct } from './correcting.ts'
import { takeTrainingDeed } from './trainingDeed.ts'

/** Each command of the till, and what decides it. */
export const tillDecisions = {
  'till.setDeed': setDeed,
  'till.takeTrainingDeed': takeTrainingDeed,
  'till.open': openTill,
  'till.collect': collect,
  'till.stamp': recordStamp,
  'till.correct': correct,
  'till.count': countTill,
  'till.remit': remit,
  'till.close': closeTill,
  'till.closePeriod': closePeriod,
} satisfies Decisions
