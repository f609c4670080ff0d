import { z } from 'zod'
import { OfficeMessageId, RecordingId } from '../ids.ts'
import { officeMessageFacts } from './officeMessages.ts'
import { recordingFacts } from './recordings.ts'
import { screenFacts } from './screens.ts'
import { reviewedTexts, TextReview } from './textReviews.ts'

export const mediaEvents = {
  recordingAdded: { v: 1, data: z.strictObject(recordingFacts) },
  recordingRemoved: {
    v: 1,
    data: z.strictObject({ recordingId: RecordingId, pieces: recordingFacts.pieces }),
  },
  /** A set of texts was read by somebody who speaks the language; null takes it back. */
  textsReviewed: { v: 1, data: z.strictObject({ ...reviewedTexts, review: TextReview.nullable() }) },
  screenSet: { v: 1, data: z.strictObject(screenFacts) },
  officeMessageSet: { v: 1, data: z.strictObject(officeMessageFacts) },
  officeMessageRemoved: { v: 1, data: z.strictObject({ messageId: OfficeMessageId }) },
} as const
