import { requestKeyOf, visitOfRequest, type OnRequest, type RequestKey } from '../../contract/onRequest.ts'
import type { AgentId } from '../../contract/ids.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import type { Context, Refused } from '../decision.ts'
import { counterOf, ticketAt, type Office } from '../state.ts'
import type { Ticket, Visit } from './state.ts'
import { judgedSheet } from '../law/lacking.ts'
import { rulesNow } from '../law/rulesNow.ts'

/** The working sheet before anything was noted: the procedure that the person chose at the kiosk. */
export const blankSheet = (ticket: Pick<Ticket, 'procedureId' | 'visit'>): Sheet => ({
  procedureId: ticket.visit?.requests[0]?.procedureId ?? ticket.procedureId,
  label: null,
  capacity: null,
  identity: null,
  answers: {},
  pieces: [],
  note: null,
  person: null,
  capacitySeen: null,
  fileId: null,
  ministry: null,
  assisted: null,
  signing: null,
  forms: [],
  originals: [],
})

/** The sheet of a visit under way. One that was saved by an earlier program lacks what came since. */
export const sheetOf = (ticket: Pick<Ticket, 'procedureId' | 'visit'>, kept: Sheet | undefined): Sheet =>
  kept ? { ...blankSheet(ticket), ...kept } : blankSheet(ticket)

type ServedHere = {
  readonly counter: NonNullable<ReturnType<typeof counterOf>>
  readonly ticket: Ticket & { readonly visit: Visit }
  readonly sheet: Sheet
}

/** The person received at this agent's counter, with the sheet of their visit as it was saved. */
export function servedAsKept(
  office: Office,
  { who, personal }: Pick<Context, 'who' | 'personal'>,
): Refused<'counterNotOpen' | 'nobodyServed'> | ServedHere {
  const counter = counterOf(office, who.agentId)
  if (!counter) return { refusal: 'counterNotOpen' }
  const ticket = ticketAt(office, counter)
  if (!ticket || ticket.state !== 'serving') return { refusal: 'nobodyServed' }
  const sheet = sheetOf(ticket, personal.sheets.get(ticket.visit.visitId))
  return { counter, ticket, sheet }
}

/** The same, with the sheet as the rules of now let it stand: what every act on it begins with. */
export function servedHere(
  office: Office,
  context: Pick<Context, 'who' | 'personal' | 'now' | 'catalogue'>,
): Refused<'counterNotOpen' | 'nobodyServed'> | ServedHere {
  const here = servedAsKept(office, context)
  if ('refusal' in here) return here
  return { ...here, sheet: judgedSheet(rulesNow(office, context), here.sheet).sheet }
}

/** The same, for an act on the request that its page shows: one that comes once it is over falls on no other. */
export function requestHere(
  office: Office,
  { request }: OnRequest,
  context: Parameters<typeof servedHere>[1],
): Refused<'counterNotOpen' | 'nobodyServed' | 'requestOver'> | ServedHere {
  const here = servedHere(office, context)
  if ('refusal' in here || request === undefined || request === requestKeyOf(here.ticket.visit)) return here
  return { refusal: 'requestOver' }
}

/** The request under way with whoever is received by an agent, as a page shows it; null when nobody is. */
export const receivedBy = (office: Office, agentId: AgentId | null): RequestKey | null => {
  const counter = counterOf(office, agentId)
  const ticket = counter && ticketAt(office, counter)
  return ticket?.state === 'serving' ? requestKeyOf(ticket.visit) : null
}

/** Whose visit an act is of that is done whoever is here by then, and the name that the sheet of its request gives. */
export type Whose = Pick<ServedHere, 'ticket'> & { readonly person: Sheet['person'] }

/**
 * Whose an act is that is never refused for coming late: of the request that its page showed, by its visit, wherever that is
 * by now, and by its name while it is still under way; null once the day no longer knows that visit, or where the page showed
 * nobody. A station of the version before says no request: it speaks of the person received here when it is heard.
 */
export function whoseAct(
  office: Office,
  { request }: OnRequest,
  { who, personal }: Pick<Context, 'who' | 'personal'>,
): Whose | null {
  const key = request === undefined ? receivedBy(office, who.agentId) : request
  if (key === null) return null
  const visitId = visitOfRequest(key)
  const counter = counterOf(office, who.agentId)
  const here = counter && ticketAt(office, counter)
  const ticket =
    here?.visit.visitId === visitId
      ? here
      : office.tickets.find(({ visit }) => visit !== null && visit.visitId === visitId)
  if (!ticket?.visit) return null
  const { visit } = ticket
  const isOver = requestKeyOf(visit) !== key
  return {
    ticket: { ...ticket, visit },
    person: isOver ? null : (personal.sheets.get(visitId)?.person ?? null),
  }
}
