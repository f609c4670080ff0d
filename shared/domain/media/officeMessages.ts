import { softHyphens, unseen } from '../../contract/letters.ts'
import type { Instant, OfficeMessageId } from '../../contract/ids.ts'
import {
  longestOfficeMessage,
  mostOfficeMessages,
  type OfficeMessageText,
  type ShownMessage,
} from '../../contract/media/officeMessages.ts'
import { otherLanguages } from '../../contract/text.ts'
import type { Decide, Evolve } from '../decision.ts'
import { strangeNotice } from '../law/notices.ts'
import { zoneOf, type Office } from '../state.ts'
import type { View } from '../view.ts'
import type { OfficeMessage } from './state.ts'

/** One line, without spaces around; the unbreakable ones stay. */
const line = (typed: string): string =>
  typed.replaceAll(softHyphens, '').replaceAll(unseen, ' ').replaceAll(/ +/g, ' ').trim()

/** What was typed as it is kept: a language left empty is none. */
const textOf = (typed: OfficeMessageText): OfficeMessageText => ({
  fr: line(typed.fr),
  ...Object.fromEntries(
    otherLanguages.flatMap((code) => {
      const text = line(typed[code] ?? '')
      return text === '' ? [] : [[code, text]]
    }),
  ),
})

const lasting = (messages: readonly OfficeMessage[], now: Instant): readonly OfficeMessage[] =>
  messages.filter(({ to }) => to > now)

/** A message for the public, or another text of one. Refused where `strangeNotice` is, where it has ended, or one too many lasts. */
export const setOfficeMessage: Decide<'officeMessage.set'> = (
  { settings, officeMessages },
  { messageId: asked, text: typed, from, to, place },
  { now, newId },
) => {
  if (settings === null) return { refusal: 'officeNotCreated' }
  const here = lasting(officeMessages, now)
  const at = here.findIndex(({ messageId }) => messageId === asked)
  if (asked !== null && at < 0) return { refusal: 'unknownOfficeMessage' }
  const text = textOf(typed)
  const each = Object.values(text).filter((one) => one !== undefined)
  if (text.fr === '') return { refusal: 'officeMessageEmpty' }
  if (each.some(({ length }) => length > longestOfficeMessage)) return { refusal: 'officeMessageTooLong' }
  const strange = strangeNotice(each)
  if (strange) return strange
  if (from >= to) return { refusal: 'officeMessageBackwards' }
  if (to <= now) return { refusal: 'officeMessageEnded' }
  if (asked === null && here.length >= mostOfficeMessages) return { refusal: 'officeMessagesFull' }
  const messageId = asked ?? (newId() as OfficeMessageId)
  const last = asked === null ? here.length + 1 : here.length
  const data = { messageId, text, from, to, place: Math.min(place ?? (at < 0 ? last : at + 1), last) }
  return { events: [{ type: 'officeMessageSet', data }], output: { messageId } }
}

/** Takes back a message before its end; one that has ended is known no more. */
export const removeOfficeMessage: Decide<'officeMessage.remove'> = (
  { officeMessages },
  { messageId },
  { now },
) =>
  lasting(officeMessages, now).some((one) => one.messageId === messageId)
    ? { events: [{ type: 'officeMessageRemoved', data: { messageId } }], output: {} }
    : { refusal: 'unknownOfficeMessage' }

/** The office's messages after one more event; those that ended leave the state with the next change. */
export const evolveOfficeMessages: Evolve = (office, { at, event }) => {
  if (event.type !== 'officeMessageSet' && event.type !== 'officeMessageRemoved') return undefined
  const { messageId } = event.data
  const others = lasting(office.officeMessages, at).filter((one) => one.messageId !== messageId)
  if (event.type === 'officeMessageRemoved') return { ...office, officeMessages: others }
  const { place, ...message } = event.data
  return { ...office, officeMessages: others.toSpliced(place - 1, 0, message).slice(0, mostOfficeMessages) }
}

/** What the public is shown now, in its order. */
export const shownMessages = ({ officeMessages }: Office, now: Instant): ShownMessage[] =>
  lasting(officeMessages, now)
    .filter(({ from }) => from <= now)
    .map(({ messageId, text }) => ({ messageId, text }))

/** The messages that have not ended, in the order of the screens, those to come included. */
export const officeMessagesView: View<'officeMessages.view'> = (office, _input, { now }) => ({
  zone: zoneOf(office),
  messages: lasting(office.officeMessages, now).map((message, at) => ({
    ...message,
    place: at + 1,
    shown: message.from <= now,
  })),
})
