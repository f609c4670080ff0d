import type { Evolutions } from '../decision.ts'
import { evolveOfficeMessages } from './officeMessages.ts'
import { evolveRecordings } from './recordings.ts'
import { evolveScreens } from './screens.ts'
import { evolveTextReviews } from './textReviews.ts'

/** Each event of media, and what it changes in the office. */
export const mediaEvolutions = {
  recordingAdded: evolveRecordings,
  recordingRemoved: evolveRecordings,
  textsReviewed: evolveTextReviews,
  screenSet: evolveScreens,
  officeMessageSet: evolveOfficeMessages,
  officeMessageRemoved: evolveOfficeMessages,
} satisfies Evolutions
