import { z } from 'zod'
import { command, view } from '../define.ts'
import { Instant, OfficeMessageId } from '../ids.ts'
import { otherLanguages, type OtherLanguage } from '../text.ts'
import { written } from '../typed.ts'

/** Letters of a message in one language at most: three lines of the display. */
export const longestOfficeMessage = 160
/** Messages that have not ended, at most. */
export const mostOfficeMessages = 10

const texts = <T extends z.ZodType>(other: T) =>
  Object.fromEntries(otherLanguages.map((code) => [code, other])) as Record<OtherLanguage, T>

/** A message as it was typed: the domain refuses in a sentence what is empty or too long. */
const typed = written.max(2000)
const OfficeMessageTyped = z.strictObject({ fr: typed, ...texts(typed.optional()) })

const kept = z.string().min(1).max(longestOfficeMessage)
/** As the public reads it: French always, another language where somebody wrote it. */
export const OfficeMessageText = z.strictObject({ fr: kept, ...texts(kept.optional()) })
export type OfficeMessageText = z.infer<typeof OfficeMessageText>

/** Shown from the first instant until the second, which is its end. */
const shownFrom = { from: Instant, to: Instant }

export const officeMessageFacts = {
  messageId: OfficeMessageId,
  text: OfficeMessageText,
  ...shownFrom,
  /** The message's place among the others, the first at 1. */
  place: z.int().min(1).max(mostOfficeMessages),
}

/** What a page of the public is sent of a message. */
export const ShownMessage = z.strictObject({ messageId: OfficeMessageId, text: OfficeMessageText })
export type ShownMessage = z.infer<typeof ShownMessage>
/** The messages that are shown now, in their order. */
export const ShownMessages = z.array(ShownMessage).max(mostOfficeMessages)

export const officeMessages = {
  /** Writes a message to the public, or changes one: its dates begin and end it, nothing else is to be done. */
  'officeMessage.set': command({
    roles: ['supervisor', 'admin'],
    input: z.strictObject({
      /** Null: a new one. */
      messageId: OfficeMessageId.nullable(),
      text: OfficeMessageTyped,
      ...shownFrom,
      /** Absent: the last, or where it was. */
      place: officeMessageFacts.place.optional(),
    }),
    output: z.strictObject({ messageId: OfficeMessageId }),
    refusals: [
      'officeNotCreated',
      'unknownOfficeMessage',
      'officeMessageEmpty',
      'officeMessageTooLong',
      'namesSomebody',
      'noticeAsks',
      'noticeRefuses',
      'officeMessageBackwards',
      'officeMessageEnded',
      'officeMessagesFull',
    ],
  }),
  /** Takes a message off every screen at once. */
  'officeMessage.remove': command({
    roles: ['supervisor', 'admin'],
    input: z.strictObject({ messageId: OfficeMessageId }),
    output: z.strictObject({}),
    refusals: ['unknownOfficeMessage'],
  }),
  /** The messages that have not ended, in their order. */
  'officeMessages.view': view({
    roles: ['supervisor', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      zone: z.string(),
      messages: z
        .array(z.strictObject({ ...officeMessageFacts, shown: z.boolean() }))
        .max(mostOfficeMessages),
    }),
  }),
} as const
