import type { Decisions } from '../decision.ts'
import { reviewTexts } from './textReviews.ts'
import { removeOfficeMessage, setOfficeMessage } from './officeMessages.ts'
import { addRecording, removeRecording } from './recordings.ts'
import { setScreen } from './screens.ts'

/** Each command of media, and what decides it. */
export const mediaDecisions = {
  'texts.review': reviewTexts,
  'recording.add': addRecording,
  'recording.remove': removeRecording,
  'screen.set': setScreen,
  'officeMessage.set': setOfficeMessage,
  'officeMessage.remove': removeOfficeMessage,
} satisfies Decisions
