import { create } from 'zustand'
import type { TicketId } from '../../shared/contract/ids.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import type { Current } from './acts.ts'

type Before = Pick<Sheet, 'identity'> & {
  readonly ticketId: TicketId
  readonly person: NonNullable<Sheet['person']>
}

/** Whom the request before was for, while the next one of the same ticket is received; on this page alone. */
const useBefore = create<{ readonly before: Before | null }>(() => ({ before: null }))

/**
 * A request has ended: the next one may be the same person's.
 * @param remaining requests of the ticket that are left; none, and nothing is kept
 */
export function keepPerson(
  { ticket: { ticketId }, sheet: { person, identity } }: Current,
  remaining: number,
): void {
  useBefore.setState({ before: remaining > 0 && person ? { ticketId, person, identity } : null })
}

/** Whom the request before was for; null for the first request of a ticket, or where nobody was named. */
export const usePersonBefore = (ticketId: TicketId): Before | null =>
  useBefore(({ before }) => (before?.ticketId === ticketId ? before : null))
