import { Map } from 'immutable'
import { z } from 'zod'
import type { StationId } from '../../contract/ids.ts'
import type { TurnNoticeMeans } from '../../contract/queue/rows.ts'
import type { Decide } from '../decision.ts'
import type { Office } from '../state.ts'
import { aheadOf } from '../waits/ahead.ts'
import { noticeGone } from '../queue/gone.ts'
import { lastNotice } from '../queue/lastAct.ts'
import { mostMessages } from './state.ts'

/** A telephone number as E.164 wants it, from how it is written in France. */
const international = (typed: string): string => {
  const digits = typed.replaceAll(/[\s.\-()]/g, '')
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits.replace(/^0(?=[1-9]\d{8}$)/, '+33')
}

const Phone = z.string().regex(/^\+[1-9]\d{7,14}$/)
const Email = z.email().max(254)

/** Where a notice goes, in one form; undefined when it is no such address. */
export function addressOf(means: TurnNoticeMeans, typed: string): string | undefined {
  const parsed = means === 'sms' ? Phone.safeParse(international(typed)) : Email.safeParse(typed.trim())
  return parsed.success ? parsed.data : undefined
}

/** How many text messages each station asked for today. */
export const messagesOf = ({ day, software: { messages } }: Office): Map<StationId, number> =>
  day !== null && messages.dayId === day.dayId ? messages.asked : Map()

/** One means, one address, one use: what the person said yes to. Asked again, the last one counts. */
export const askNotice: Decide<'notice.ask'> = (office, { ticketId, means, to, lang }, { now, who }) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const ticket = office.tickets.get(ticketId)
  if (!ticket) return { refusal: 'unknownTicket' }
  if (ticket.state !== 'waiting') return { refusal: 'ticketNotWaiting' }
  if (!office.software.settings.notices.means.includes(means)) return { refusal: 'noticeNotOffered' }
  const address = addressOf(means, to)
  if (address === undefined) return { refusal: 'noticeAddressWrong' }
  if (means === 'sms' && (messagesOf(office).get(who.stationId) ?? 0) >= mostMessages)
    return { refusal: 'noticesFull' }
  return {
    events: [{ type: 'noticeAsked', data: { ticketId, means } }],
    personal: [
      {
        op: 'put',
        kind: 'notice',
        id: ticketId,
        value: { means, to: address, lang: lang ?? ticket.lang },
        at: now,
      },
    ],
    output: { number: ticket.number, ahead: aheadOf(office, ticket) },
  }
}

/** The address or number that a person left is erased at once; the ticket stays. */
export const withdrawNotice: Decide<'notice.withdraw'> = (office, { ticketId }, { personal }) => {
  if (!office.tickets.has(ticketId)) return { refusal: 'unknownTicket' }
  if (!personal.notices.has(ticketId)) return { refusal: 'noNotice' }
  return {
    events: [{ type: 'noticeWithdrawn', data: { ticketId } }],
    personal: noticeGone(personal, ticketId),
    output: {},
  }
}

/**
 * The office says that it did not leave, and who may still be told. Once another is asked, that one alone counts. Who was
 * called since knows; it is noted for when they wait again, for as long as the call can be taken back.
 */
export const failNotice: Decide<'notice.fail'> = (office, { ticketId, means, asked }) => {
  if (!office.tickets.has(ticketId)) return { refusal: 'unknownTicket' }
  if (lastNotice(office, ticketId) !== asked) return { refusal: 'noNotice' }
  return { events: [{ type: 'noticeFailed', data: { ticketId, means } }], output: {} }
}

/** They were told by word of mouth: nothing is left to do. */
export const noteTold: Decide<'notice.told'> = (office, { ticketId }) => {
  const ticket = office.tickets.get(ticketId)
  if (!ticket) return { refusal: 'unknownTicket' }
  if (ticket.unsentNotice === null) return { refusal: 'noNotice' }
  return { events: [{ type: 'noticeTold', data: { ticketId } }], output: { number: ticket.number } }
}

/** Sent once: the address goes in the same act, before anything leaves. */
export const sendNotice: Decide<'notice.send'> = (office, { ticketId }, { personal }) => {
  if (office.day === null) return { refusal: 'dayNotOpen' }
  const ticket = office.tickets.get(ticketId)
  if (!ticket) return { refusal: 'unknownTicket' }
  const notice = personal.notices.get(ticketId)
  // Called since, they know: it is kept for a call that is taken back.
  if (!notice || ticket.noticeAsked === null) return { refusal: 'noNotice' }
  if (ticket.state !== 'waiting') return { refusal: 'ticketNotWaiting' }
  return {
    events: [{ type: 'noticeSent', data: { ticketId, means: notice.means } }],
    personal: noticeGone(personal, ticketId),
    output: {},
  }
}
