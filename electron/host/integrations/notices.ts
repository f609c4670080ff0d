import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import type { Who } from '../../../shared/contract/events.ts'
import type { CommandId, Seq, StationId, TicketId } from '../../../shared/contract/ids.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { aheadOf } from '../../../shared/domain/waits/ahead.ts'
import { followTexts } from '../../../shared/messages/public/follow.ts'
import { ticketNumber } from '../../../shared/messages/format/numbers.ts'
import type { Answer } from '../core/answer.ts'
import type { Log } from '../core/log.ts'
import type { Message, SendMessage } from './gateways.ts'

/** Before each try, in milliseconds: a notice that comes after the call is worth nothing. */
const usualDelays: readonly number[] = [0, 5000, 30_000]

/** How long a host that stops waits for a gateway's answer, in milliseconds. */
const lastWait = 2000

type Name = 'notice.send' | 'notice.fail'
export type Act = (who: Who, name: Name, input: unknown, commandId: CommandId) => Promise<Answer>

export type NoticesOptions = {
  readonly office: () => Office
  readonly personal: () => Pick<Personal, 'notices'>
  readonly act: Act
  readonly send: SendMessage
  readonly log: Log
  readonly delays?: readonly number[] | undefined
  /** Waits so many milliseconds, less once the signal aborts. */
  readonly rest?: (delay: number, stopped: AbortSignal) => Promise<void>
}

const usualRest: NonNullable<NoticesOptions['rest']> = (delay, signal) =>
  sleep(delay, undefined, { signal }).catch(() => undefined)

export type Notices = {
  /** After each commit: notifies the people whose turn is near. */
  readonly wake: () => void
  /** Tells one person now; somebody asked for it, or the host does. */
  readonly tell: (who: Who, input: { readonly ticketId: TicketId }, commandId: CommandId) => Promise<Answer>
  /** Tries no more, and notes what did not leave: it waits a little for a gateway that is answering. */
  readonly stop: () => Promise<void>
}

/**
 * Tells each person who asked for it that few are before them. The number is erased in the act that says it was sent,
 * and only then does the message leave: it may be lost when the host dies in between, it is never sent twice.
 */
export function startNotices(options: NoticesOptions): Notices {
  const { office, personal, act, send, log, delays = usualDelays, rest = usualRest } = options
  const underWay = new Set<TicketId>()
  const leaving = new Set<Promise<void>>()
  const stopped = new AbortController()

  const isNear = (id: TicketId): boolean => {
    const { tickets, software } = office()
    const ticket = tickets.get(id)
    if (ticket?.state !== 'waiting' || ticket.noticeAsked === null) return false
    return aheadOf(office(), ticket) <= software.settings.notices.ahead
  }

  const hostWho = (): Who => ({
    officeId: office().officeId,
    role: 'host',
    stationId: 'hote' as StationId,
    agentId: null,
  })

  /** Null once they were called; undefined once there is no such ticket. */
  const askedOf = (ticketId: TicketId): Seq | null | undefined => office().tickets.get(ticketId)?.noticeAsked

  async function leave(message: Message, ticketId: TicketId, asked: Seq): Promise<void> {
    for (const delay of delays) {
      await rest(delay, stopped.signal)
      const now = askedOf(ticketId)
      // Another was asked since, by an address that may be the right one; or the day is closed.
      if (now !== null && now !== asked) return
      // The address goes with this host: nobody can try again.
      if (stopped.signal.aborted) break
      // Called since, they know, unless the call is taken back before the next try.
      if (now === null) continue
      const problem = await send(message)
      if (problem === null) return
      log.info('notice', { ticketId, means: message.means, problem })
    }
    // The person counts on it: the pages say it to who can tell them.
    const failed = { ticketId, means: message.means, asked }
    const answer = await act(hostWho(), 'notice.fail', failed, uuidv7() as CommandId)
    if ('code' in answer && answer.code !== 'noNotice')
      log.info('noticeNotNoted', { ticketId, code: answer.code })
  }

  const tell: Notices['tell'] = async (who, { ticketId }, commandId) => {
    // Made before the act, which erases its address.
    const message = messageOf(office(), personal(), ticketId)
    const asked = askedOf(ticketId)
    const answer = await act(who, 'notice.send', { ticketId }, commandId)
    if ('text' in answer && message && asked) {
      const tries: Promise<void> = leave(message, ticketId, asked)
        .catch((error: unknown) => log.fault('notices', error, { ticketId }))
        .finally(() => leaving.delete(tries))
      leaving.add(tries)
    }
    return answer
  }

  return {
    tell,
    wake: () => {
      if (stopped.signal.aborted) return
      for (const ticketId of personal().notices.keys()) {
        if (underWay.has(ticketId) || !isNear(ticketId)) continue
        underWay.add(ticketId)
        void tell(hostWho(), { ticketId }, uuidv7() as CommandId).finally(() => underWay.delete(ticketId))
      }
    },
    stop: async () => {
      stopped.abort()
      await Promise.race([Promise.all(leaving), sleep(lastWait, undefined, { ref: false })])
    },
  }
}

/** What is said, in the person's language; undefined once there is no address any more. */
function messageOf(
  office: Office,
  { notices }: Pick<Personal, 'notices'>,
  ticketId: TicketId,
): Message | undefined {
  const ticket = office.tickets.get(ticketId)
  const notice = notices.get(ticketId)
  if (!ticket || !notice || !office.settings) return undefined
  const texts = followTexts[notice.lang]
  const number = ticketNumber(ticket.number)
  return {
    means: notice.means,
    to: notice.to,
    subject: texts.subject(number),
    text: texts.notice(number, office.settings.address.name, texts.ahead(aheadOf(office, ticket))),
  }
}
