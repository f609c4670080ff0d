import type { EventData } from '../../contract/events.ts'
import type { PublicTexts, TextReview } from '../../contract/media/textReviews.ts'
import type { OtherLanguage } from '../../contract/text.ts'

/** A recording as the office knows it. */
export type KeptRecording = EventData<'recordingAdded'> & {
  /** The queue's rule that it says, as it was; null where it says something else. */
  readonly rule: string | null
}

/** What was sent to the host to be kept: its pieces in base64, in order, and what they are together. */
export type Sent = {
  readonly pieces: readonly string[]
  readonly size: number
  /** In hexadecimal. */
  readonly sha256: string
  /** The first bytes of what was sent. */
  readonly head: Uint8Array
}

/** What was read, and by whom, of one set in one language. */
export type ReviewedTexts = {
  readonly set: PublicTexts
  readonly lang: OtherLanguage
  readonly review: TextReview
}

/** A message to the public, as the office keeps it until its end. */
export type OfficeMessage = Omit<EventData<'officeMessageSet'>, 'place'>
