import type { Input, Output } from '../../../shared/contract/index.ts'
import type { Instant, LocalDate } from '../../../shared/contract/ids.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import type { OfficeMessageText } from '../../../shared/contract/media/officeMessages.ts'
import { otherLanguages } from '../../../shared/contract/text.ts'
import { boundary, dateIn } from '../../../shared/domain/core/calendar/instants.ts'
import { hour } from '../../../shared/messages/format/numbers.ts'
import { officeMessageWords as words } from '../../../shared/messages/media/officeMessages.fr.ts'
import { minutesTyped } from '../../ui/spans.ts'

export type OfficeMessage = Output<'officeMessages.view'>['messages'][number]

/** One end of a message, as it is typed in the office's zone. */
type EndDraft = { readonly day: LocalDate | null; readonly hour: string }
/** A message as its form holds it. */
export type MessageDraft = {
  readonly text: OfficeMessageText
  readonly from: EndDraft
  readonly to: EndDraft
}
export type MessageWrong = Partial<Record<'fromDay' | 'fromHour' | 'toDay' | 'toHour', string>>

const ended = (zone: string, at: Instant): EndDraft => ({ day: dateIn(zone, at), hour: hour(at, zone) })

/** A message as it stands, or a new one: from now, until the end of the day. */
export const messageDraft = (message: OfficeMessage | null, zone: string, now: Instant): MessageDraft => ({
  text: message?.text ?? { fr: '' },
  from: ended(zone, message?.from ?? now),
  to: message ? ended(zone, message.to) : { day: dateIn(zone, now), hour: '24 h' },
})

/** What is sent, or what is to be typed again: the hours are the office's own. */
export function messageFrom(
  { text, from, to }: MessageDraft,
  zone: string,
):
  | { readonly made: Pick<Input<'officeMessage.set'>, 'text' | 'from' | 'to'> }
  | { readonly wrong: MessageWrong } {
  const [begins, ends] = [minutesTyped(from.hour), minutesTyped(to.hour)]
  if (from.day === null || to.day === null || begins === null || ends === null)
    return {
      wrong: {
        ...(from.day === null ? { fromDay: words.dayWrong } : {}),
        ...(begins === null ? { fromHour: words.hourWrong } : {}),
        ...(to.day === null ? { toDay: words.dayWrong } : {}),
        ...(ends === null ? { toHour: words.hourWrong } : {}),
      },
    }
  // A language left empty is none.
  const others = otherLanguages.flatMap((code) =>
    wordsIn(text[code] ?? '') ? [[code, text[code]] as const] : [],
  )
  return {
    made: {
      text: { fr: text.fr, ...Object.fromEntries(others) },
      from: boundary(zone, from.day, begins),
      to: boundary(zone, to.day, ends),
    },
  }
}
